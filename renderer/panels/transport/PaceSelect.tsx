import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { LESSON_PACE, PACES, type Pace } from '@contract/run/pace'
import { useAppState, useSay, useWorld } from '../../app-world'

function words(pace: Pace): Text {
  if (pace === 'max') return text('transport.asFastAsPossible')
  return text(pace === LESSON_PACE ? 'transport.lessonsPace' : 'transport.perSecond', { updates: pace })
}

function parsePace(value: string): Pace {
  return value === 'max' ? 'max' : Number(value)
}

/** How many updates a second. */
export function PaceSelect() {
  const say = useSay()
  const { commands } = useWorld()
  const pace = useAppState((state) => state.pace)
  const able = useAppState((state) => state.trainer.kind === 'ready')
  return (
    <label className="pace">
      <span className="label">{say('transport.pace')}</span>
      <select
        className="select"
        data-testid="pace"
        // A narrow window has no room for the label, and what is not drawn names nothing.
        aria-label={say('transport.pace')}
        title={say('transport.updatesPerSecond')}
        value={String(pace)}
        disabled={!able}
        onChange={(event) => void commands.setPace(parsePace(event.target.value))}
      >
        {PACES.map((choice) => (
          <option key={choice} value={String(choice)}>
            {say(words(choice))}
          </option>
        ))}
      </select>
    </label>
  )
}
