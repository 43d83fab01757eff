import { runCount } from '@contract/experiment/plan-runs'
import { useAppState, useSay } from '../../../../app-world'
import { formRead, keyOfPlan } from '../../../../store/selectors/experiments/experiments'

/** How many runs a new experiment has, how long they take and what they take on the disk, as far as that is known. */
export function EstimateLine() {
  const say = useSay()
  const { plan } = useAppState(formRead)
  const stage = useAppState((state) => state.experimentEstimate)
  if (!plan) return null
  const runs = runCount(plan)
  const known = stage.kind !== 'none' && stage.plan === keyOfPlan(plan) ? stage : null
  const words = () => {
    if (known?.kind === 'known') return say('experiments.estimated', known.estimate)
    if (known?.kind === 'measuring') return say('experiments.measuring', { runs })
    if (known?.kind === 'failed') return say('experiments.notEstimated', { runs, why: known.problem })
    return say('experiments.runs', { runs })
  }
  return (
    <p data-testid="experiment-estimate" aria-live="polite">
      {words()}
    </p>
  )
}
