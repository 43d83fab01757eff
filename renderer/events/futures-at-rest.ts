import type { UnrollApi } from '@contract/wire/unroll-api'
import { answerTo } from '../commands/ask'
import type { AppStore } from '../store/app-store'
import { type FuturesQuestion, futuresQuestion } from '../store/selectors/futures'
import { NO_FUTURES } from '../store/state/futures-state'

/** Long enough that a pointer on its way over the settings asks for nothing. */
const REST_MILLISECONDS = 250

/**
 * Asks what the choices of a setting would lead to once a person has rested on it for a moment, and forgets what was told as
 * soon as it is no more what would be told now. Returns a function that ends it.
 */
export function askForFuturesAtRest(api: UnrollApi, store: AppStore): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let wanted: string | null = null

  async function ask({ asked, choices }: FuturesQuestion) {
    const stage = { kind: 'asked' } as const
    store.getState().futuresMoved(stage)
    const answer = await answerTo(api.request.futuresOf(asked))
    const { futures: now, futuresMoved } = store.getState()
    if (now !== stage) return
    // It is a hint that nobody has asked for by a press: one that does not come is no news.
    futuresMoved('value' in answer ? { kind: 'known', choices, futures: answer.value } : NO_FUTURES)
  }

  function rest() {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  const end = store.subscribe((state) => {
    const question = futuresQuestion(state)
    if ((question?.key ?? null) === wanted) return
    wanted = question?.key ?? null
    rest()
    if (question) timer = setTimeout(() => void ask(question), REST_MILLISECONDS)
    if (state.futures.kind !== 'none') state.futuresMoved(NO_FUTURES)
  })
  return () => {
    end()
    rest()
  }
}
