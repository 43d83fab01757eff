import type { MomentId } from '@contract/timeline/moment'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { answerTo } from '../commands/ask'
import type { AppStore } from '../store/app-store'
import { lookedAtId } from '../store/selectors/moments'
import type { MomentStage } from '../store/state/timeline-state'

/** Long enough that a hand that goes along the rail asks for nothing, too short to be noticed where it rests. */
const REST_MILLISECONDS = 120

/**
 * Asks for the exact moment that is looked at once it has been looked at for a moment. Only the newest matters: what comes
 * of an older one is dropped, and one that is left is called off. Returns a function that ends it.
 */
export function askForMomentsAtRest(api: UnrollApi, store: AppStore): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null

  function rest() {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  /** One that nobody looks at any more is not waited for, and may take seconds. */
  function callOff(stage: MomentStage) {
    if (stage.kind !== 'asked') return
    store.getState().momentMoved({ kind: 'none' })
    void api.request.cancelMoment(stage.moment)
  }

  async function ask(moment: MomentId) {
    store.getState().momentMoved({ kind: 'asked', moment, progress: null })
    const answer = await answerTo(api.request.momentAt(moment))
    const { moment: now, momentMoved } = store.getState()
    if (now.kind !== 'asked' || now.moment !== moment) return
    if ('value' in answer) momentMoved({ kind: 'known', moment: answer.value })
    else momentMoved({ kind: 'failed', moment, problem: answer.problem })
  }

  const end = store.subscribe((state, before) => {
    if (state.marked === before.marked && state.description?.id === before.description?.id) return
    rest()
    callOff(state.moment)
    const looked = lookedAtId(state)
    if (looked) timer = setTimeout(() => void ask(looked), REST_MILLISECONDS)
  })
  return () => {
    end()
    rest()
  }
}
