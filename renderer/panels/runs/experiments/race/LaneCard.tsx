import type { ExperimentId } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import { useId } from 'react'
import { useAppState, useSay, useWorld } from '../../../../app-world'
import type { Lane } from '../../../../store/selectors/experiments/race/lane-clock'
import type { Standing } from '../../../../store/selectors/experiments/race/ranking'
import { formatCount } from '../../../../store/words/format'
import { LaneKey } from './LaneKey'
import { LaneLoss, LanePrediction } from './LanePictures'
import { stateText } from './race-words'
import type { Axes } from './use-race-axes'
import type { RaceClock } from './use-race-clock'

/** A lane at the moment that is shown: its place, its newest window and its loss so far. */
export function LaneCard({
  experiment,
  lane,
  lanes,
  name,
  standing,
  clock,
  axes,
}: {
  readonly experiment: ExperimentId
  readonly lane: Lane
  readonly lanes: readonly Lane[]
  readonly name: Text
  readonly standing: Standing
  readonly clock: RaceClock
  readonly axes: Axes
}) {
  const say = useSay()
  const id = useId()
  const { commands } = useWorld()
  const isReady = useAppState((state) => state.trainer.kind === 'ready')
  const { run, index } = lane
  const { update, place, state } = standing
  return (
    <section className="race-lane" aria-labelledby={id} data-testid={`race-lane-${index}`} data-state={state}>
      <div className="race-row">
        <span className="race-badge" aria-hidden="true">
          {place === null ? '–' : formatCount(place, say)}
        </span>
        <h3 id={id} className="race-name">
          <LaneKey index={index} name={name} />
        </h3>
        <span className={state === 'diverged' || state === 'failed' ? 'problem' : 'card-aside'}>
          {say(stateText(standing, run))}
        </span>
      </div>
      {run && run.updates > 0 && (
        <>
          <LanePrediction {...{ run, lane, name, update, axes }} />
          <LaneLoss {...{ lane, lanes, name, axes }} by={clock.by} cursor={clock.cursor} />
          <div className="open-run">
            <button
              type="button"
              className="button small"
              data-testid={`race-open-${index}`}
              aria-label={say('race.openLane', { lane: name, update })}
              disabled={!isReady || update === 0}
              onClick={() => void commands.openExperimentRun(experiment, index, update)}
            >
              {say('race.open', { update })}
            </button>
          </div>
        </>
      )}
    </section>
  )
}
