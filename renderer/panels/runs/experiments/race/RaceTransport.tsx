import { text } from '@contract/language/texts'
import { useSay } from '../../../../app-world'
import type { RaceBy } from '../../../../store/selectors/experiments/race/lane-clock'
import { ViewChoice } from '../../../fields/ViewChoice'
import { OneUpdateIcon, PauseIcon, PlayIcon } from '../../../icons'
import { RaceRail } from './RaceRail'
import { momentText } from './race-words'
import { type RaceClock, SPEEDS } from './use-race-clock'

const WAYS = ['updates', 'seconds'] as const satisfies readonly RaceBy[]
const NAMES = { updates: text('race.byUpdates'), seconds: text('race.bySeconds') } as const

/** Play, pause, one update on, what the lanes have in common, and the rail of all. */
export function RaceTransport({ clock }: { readonly clock: RaceClock }) {
  const say = useSay()
  const { by, cursor, reach, isPlaying, speed } = clock
  const isOver = reach > 0 && cursor >= reach
  const does = isPlaying ? 'race.pause' : isOver ? 'race.again' : 'race.play'
  return (
    <div className="race-transport">
      <div className="race-row">
        <ViewChoice
          name="race-by"
          legend={say('race.by')}
          views={WAYS}
          nameOf={(way) => NAMES[way]}
          shown={by}
          show={clock.countBy}
        />
        <label className="race-speed">
          {say('race.speed')}
          <select
            className="select small"
            data-testid="race-speed"
            value={speed}
            onChange={(event) => {
              const chosen = SPEEDS.find((each) => String(each) === event.target.value)
              if (chosen) clock.playIn(chosen)
            }}
          >
            {SPEEDS.map((seconds) => (
              <option key={seconds} value={seconds}>
                {say('race.speedOf', { seconds })}
              </option>
            ))}
          </select>
        </label>
        <span className="card-aside">{say(by === 'updates' ? 'race.updatesNote' : 'race.secondsNote')}</span>
      </div>
      <div className="race-row">
        <button
          type="button"
          className="button small"
          data-testid="race-play"
          disabled={reach === 0}
          onClick={clock.playOrPause}
        >
          {isPlaying ? <PauseIcon /> : <PlayIcon />}
          <span>{say(does)}</span>
        </button>
        <button
          type="button"
          className="button small"
          data-testid="race-step"
          disabled={reach === 0 || isOver}
          onClick={() => clock.step(1)}
        >
          <OneUpdateIcon />
          <span>{say(by === 'updates' ? 'race.step' : 'race.stepTime')}</span>
        </button>
        <RaceRail clock={clock} />
        <span className="race-moment" data-testid="race-moment">
          {say(momentText(clock))}
        </span>
      </div>
    </div>
  )
}
