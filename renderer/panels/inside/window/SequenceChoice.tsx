import { useAppState, useSay, useWorld } from '../../../app-world'
import { shownSequence } from '../../../store/selectors/inside/inside'

/** Chooses the sequence of the batch that is looked at, where there are several. */
export function SequenceChoice() {
  const say = useSay()
  const { store } = useWorld()
  const batch = useAppState((state) => state.run?.config.training.batch ?? 1)
  const sequence = useAppState(shownSequence)
  if (batch < 2) return null
  return (
    <select
      className="select small"
      aria-label={say('inside.sequence')}
      data-testid="inside-sequence"
      value={sequence}
      onChange={(event) => store.getState().showInsideSequence(Number(event.target.value))}
    >
      {Array.from({ length: batch }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sequence is its place in the batch
        <option key={index} value={index}>
          {say('inside.sequenceNumber', { sequence: index + 1, batch })}
        </option>
      ))}
    </select>
  )
}
