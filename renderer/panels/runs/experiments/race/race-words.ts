import type { ExperimentRun } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { byPlace, type Standing } from '../../../../store/selectors/experiments/race/ranking'
import { endText } from '../../../../store/words/experiment-texts'
import type { RaceClock } from './use-race-clock'

/** The moment that is shown: `update 36 of 60`, `0.120 s of 0.350 s`. */
export function momentText({ by, cursor, reach }: Pick<RaceClock, 'by' | 'cursor' | 'reach'>): Text {
  if (by === 'updates') return text('race.atUpdate', { update: cursor, last: reach })
  return text('race.atSeconds', { at: cursor, last: reach })
}

/** Who is where, in one sentence. */
export function rankingText(moment: Text, standings: readonly Standing[], names: readonly Text[]): Text {
  const places = byPlace(standings).flatMap(({ place, index, loss }) => {
    const lane = names[index]
    return place === null || !lane ? [] : [{ place, lane, loss }]
  })
  if (places.length === 0) return text('race.notBegun')
  return text('race.said', { moment, places: text('race.placed', { places }) })
}

/** Whether a lane still runs, or how it has ended. */
export function stateText({ state, update }: Standing, run: ExperimentRun | null): Text {
  switch (state) {
    case 'coming':
      return text('race.notMade')
    case 'diverged':
      return text('race.diverged', { update: update + 1 })
    case 'under-way':
      return text('race.underWay')
    default:
      return run ? endText(run) : text('race.notMade')
  }
}
