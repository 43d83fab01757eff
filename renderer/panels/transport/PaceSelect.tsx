import { LESSON_PACE, PACES, type Pace } from '@contract/run/pace'
import { useAppState, useWorld } from '../../app-world'

function words(pace: Pace): string {
  if (pace === 'max') return 'as fast as possible'
  return pace === LESSON_PACE ? `${pace}/s, the lesson’s pace` : `${pace}/s`
}

function parsePace(value: string): Pace {
  return value === 'max' ? 'max' : Number(value)
}

/** How many updates a second. */
export function PaceSelect() {
  const { commands } = useWorld()
  const pace = useAppState((state) => state.pace)
  const able = useAppState((state) => state.trainer.kind === 'ready')
  return (
    <label className="pace">
      <span className="label">Pace</span>
      <select
        className="select"
        data-testid="pace"
        title="Updates per second"
        value={String(pace)}
        disabled={!able}
        onChange={(event) => void commands.setPace(parsePace(event.target.value))}
      >
        {PACES.map((choice) => (
          <option key={choice} value={String(choice)}>
            {words(choice)}
          </option>
        ))}
      </select>
    </label>
  )
}
