import type { ExperimentId } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useMemo } from 'react'
import { useAppState, useSay } from '../../../../app-world'
import { shownExperiment, shownRuns } from '../../../../store/selectors/experiments/experiments'
import type { Lane } from '../../../../store/selectors/experiments/race/lane-clock'
import { lanesOf } from '../../../../store/selectors/experiments/race/lanes'
import { endOfRace, racing } from '../../../../store/selectors/experiments/race/race-clock'
import { newestLoss, raceMeasure, standingsOf } from '../../../../store/selectors/experiments/race/ranking'
import type { RacePlan } from '../../../../store/state/experiments/race-form'
import { laneTexts } from '../../../../store/words/experiments/lane-texts'
import { ViewCard, type ViewTable } from '../../../inside/frame/ViewCard'
import { LegendKey } from '../../../stage/chart/LegendKey'
import { Announcer } from './Announcer'
import { LaneCard } from './LaneCard'
import { RaceMeasure } from './RaceMeasure'
import { RaceTransport } from './RaceTransport'
import { Ranking } from './Ranking'
import { momentText, rankingText } from './race-words'
import { useRaceAxes } from './use-race-axes'
import { useRaceClock } from './use-race-clock'

/** A few runs side by side, played in lock step. */
export function RaceView({ id, plan }: { readonly id: ExperimentId; readonly plan: RacePlan }) {
  const say = useSay()
  const runs = useAppState(shownRuns)
  const isMaking = useAppState((state) => shownExperiment(state)?.phase === 'running')
  const chosen = useAppState((state) => state.measure)
  const lanes = useMemo(() => lanesOf(plan, runs), [plan, runs])
  const names = useMemo(() => laneTexts(plan.lanes), [plan])
  const clock = useRaceClock(lanes, isMaking)
  const axes = useRaceAxes(lanes, clock.by)
  const measure = raceMeasure(chosen, lanes)
  const standings = standingsOf(lanes, clock.by, clock.cursor, measure)
  const made = lanes.filter(({ run }) => run !== null).length
  const said = rankingText(momentText(clock), standings, names)
  return (
    <ViewCard
      testId="race"
      title={say('race.name')}
      help={say('race.help')}
      table={made === 0 ? null : () => tableOf(lanes, names)}
      controls={
        <>
          <div className="legend">
            <LegendKey line="target">{say('stage.target')}</LegendKey>
            <LegendKey line="ghost">{say('race.others')}</LegendKey>
          </div>
          <RaceMeasure lanes={lanes} measure={measure} />
        </>
      }
    >
      {made < lanes.length && (
        <p data-testid="race-waits" aria-live="polite">
          {isMaking
            ? say('race.coming', { made, lanes: lanes.length })
            : say('race.stopped', { missing: lanes.length - made })}
        </p>
      )}
      <RaceTransport clock={clock} />
      <Announcer sentence={say(said)} isPlaying={clock.isPlaying && clock.reach > 0} />
      <Ranking {...{ lanes, standings, names, measure }} />
      <p className="card-aside">
        {say('race.shared')} {measure === 'validation' && say('race.validationHelp')}
      </p>
      <div className="race-lanes">
        {lanes.map((lane) => {
          const [name, standing] = [names[lane.index], standings[lane.index]]
          if (!name || !standing) return null
          return (
            <LaneCard key={lane.index} experiment={id} {...{ lane, lanes, name, standing, clock, axes }} />
          )
        })}
      </div>
      <p className="card-aside">{say('race.openNote')}</p>
    </ViewCard>
  )
}

/** The losses of all lanes, update by update as far as all keep them. */
function tableOf(lanes: readonly Lane[], names: readonly Text[]): ViewTable {
  const stride = Math.max(1, ...racing(lanes).map((run) => run.stride))
  const last = endOfRace(lanes, 'updates')
  return {
    columns: [text('race.update'), ...names],
    rows: Array.from({ length: Math.ceil(last / stride) }, (_, place) => {
      const update = 1 + place * stride
      return [
        update,
        ...lanes.map(({ run }) =>
          run && update <= run.updates ? newestLoss(run, update, stride, 'loss') : null,
        ),
      ]
    }),
  }
}
