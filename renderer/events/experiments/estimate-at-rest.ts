import type { UnrollApi } from '@contract/wire/unroll-api'
import { answerTo } from '../../commands/ask'
import type { AppStore } from '../../store/app-store'
import { formRead, isFormOpen, keyOfPlan } from '../../store/selectors/experiments/experiments'

/** Who pauses for so long has written what is to be measured. */
const REST_MILLISECONDS = 500

/**
 * Has measured what a new experiment would take when its form has rested, and workers made ready for it. Returns a function that
 * ends it.
 */
export function estimateAtRest(api: UnrollApi, store: AppStore): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  /** The plan that the timer is for. */
  let resting: string | null = null

  const look = () => {
    const state = store.getState()
    const isSeen = state.looksAtExperiments && isFormOpen(state) && state.trainer.kind === 'ready'
    const plan = isSeen ? formRead(state).plan : null
    const key = plan && keyOfPlan(plan)
    if (key === resting) return
    if (timer !== null) clearTimeout(timer)
    resting = key
    if (plan === null || key === null) return
    const { experimentEstimate: stage } = state
    if (stage.kind !== 'none' && stage.plan === key && stage.kind !== 'failed') return
    void api.request.warmWorkers(plan)
    timer = setTimeout(async () => {
      const measuring = { kind: 'measuring', plan: key } as const
      store.getState().estimateMoved(measuring)
      const answer = await answerTo(api.request.estimateExperiment(plan))
      // Called off, as another plan is measured, or an experiment was begun.
      if (store.getState().experimentEstimate !== measuring) return
      store
        .getState()
        .estimateMoved(
          'value' in answer
            ? { kind: 'known', plan: key, estimate: answer.value }
            : { kind: 'failed', plan: key, problem: answer.problem },
        )
    }, REST_MILLISECONDS)
  }

  const end = store.subscribe(look)
  look()
  return () => {
    end()
    if (timer !== null) clearTimeout(timer)
  }
}
