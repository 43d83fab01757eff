import { text } from '@contract/language/texts'
import type { Lane } from '../../../../store/selectors/experiments/race/lane-clock'
import { canRankByValidation } from '../../../../store/selectors/experiments/race/ranking'
import type { Measure } from '../../../../store/state/experiments/experiments-state'
import { MeasureSelect } from '../MeasureSelect'

const NAMES = { validation: text('race.validationLoss'), loss: text('race.loss') }

/** By which loss lanes are ranked, where all of them have two. */
export function RaceMeasure({
  lanes,
  measure,
}: {
  readonly lanes: readonly Lane[]
  readonly measure: Measure
}) {
  if (!canRankByValidation(lanes)) return null
  return <MeasureSelect measure={measure} label={text('race.rankBy')} names={NAMES} testId="race-measure" />
}
