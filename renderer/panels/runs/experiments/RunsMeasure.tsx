import type { ExperimentRun } from '@contract/experiment/experiment'
import { text } from '@contract/language/texts'
import { useAppState } from '../../../app-world'
import { shownMeasure } from '../../../store/selectors/experiments/experiments'
import { MeasureSelect } from './MeasureSelect'

const NAMES = { validation: text('seedsView.validationLoss'), loss: text('seedsView.lastLoss') }

/** By which loss the runs of an experiment are compared, where any of them has two. */
export function RunsMeasure({ runs }: { readonly runs: readonly ExperimentRun[] }) {
  const measure = useAppState((state) => shownMeasure(state.measure, runs))
  if (runs.every(({ validationLoss }) => validationLoss === null)) return null
  return <MeasureSelect measure={measure} label={text('seedsView.measure')} names={NAMES} testId="measure" />
}
