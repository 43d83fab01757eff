import { useAppState, useSay, useWorld } from '../../../app-world'
import { shownOutput } from '../../../store/state/shown-curves'

/** Which of several outputs the charts show, by the names of their columns; nothing where there is one. */
export function OutputSelect() {
  const say = useSay()
  const { store } = useWorld()
  const names = useAppState((state) => state.description?.facts.targets)
  const shown = useAppState(shownOutput)
  if (!names || names.length < 2) return null
  return (
    <select
      className="select small"
      data-testid="output"
      aria-label={say('stage.output')}
      title={say('stage.output')}
      value={shown}
      onChange={(event) => store.getState().showOutput(Number(event.target.value))}
    >
      {names.map((name, output) => (
        <option key={name} value={output}>
          {name}
        </option>
      ))}
    </select>
  )
}
