import type { MomentId } from '@contract/timeline/moment'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { answerTo } from '../commands/ask'
import type { AppStore } from '../store/app-store'
import { lookedAtId } from '../store/selectors/moments'

/** Long enough that a hand that goes along the rail asks for nothing, too short to be noticed where it rests. */
const REST_MILLISECONDS = 120

/**
 * Asks for the exact moment that is looked at once it has been looked at for a moment. Only the newest matters: what comes
 * of an older one is dropped. Returns a function that ends it.
 */
export function askForMomentsAtRest(api: UnrollApi, store: AppStore): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null

  function rest() {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  async function ask(moment: MomentId) {
    const asked = { kind: 'asked', moment } as const
    store.getState().momentMoved(asked)
    const answer = await answerTo(api.request.momentAt(moment))
    const { moment: now, momentMoved } = store.getState()
    if (now !== asked) return
    if ('value' in answer) momentMoved({ kind: 'known', moment: answer.value })
    else momentMoved({ kind: 'failed', moment, problem: answer.problem })
  }

  const end = store.subscribe((state, before) => {
    if (state.marked === before.marked && state.description?.id === before.description?.id) return
    rest()
    const looked = lookedAtId(state)
    if (looked) timer = setTimeout(() => void ask(looked), REST_MILLISECONDS)
  })
  return () => {
    end()
    rest()
  }
}
