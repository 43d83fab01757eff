import type { ExperimentId } from '@contract/experiment/experiment'
import type { SeedsPlan } from '../../../../store/state/experiments/experiments-state'
import { LossHairs } from './LossHairs'
import { ResultsCard } from './ResultsCard'

/** What many seeds of the same settings came to: their losses by update, and their results. */
export function SeedsView(props: { readonly id: ExperimentId; readonly plan: SeedsPlan }) {
  return (
    <>
      <LossHairs {...props} />
      <ResultsCard {...props} />
    </>
  )
}
