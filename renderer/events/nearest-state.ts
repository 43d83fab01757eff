import type { MomentId } from '@contract/timeline/moment'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { answerTo } from '../commands/ask'
import type { AppStore } from '../store/app-store'
import { isNearestTo, lookedAtId, lookedAtMoment, settingsThen } from '../store/selectors/moments'
import type { AppState } from '../store/state/app-state'

/** The update whose nearest carried state is to be asked for: one that is looked at, carries a state, and is not answered yet. */
function wantedOf(state: AppState): MomentId | null {
  const looked = lookedAtId(state)
  if (!looked || !settingsThen(state)?.training.carryState || lookedAtMoment(state).kind === 'known')
    return null
  const { nearestState: near } = state
  return near?.runId === looked.runId && isNearestTo(near, looked.update) ? null : looked
}

/**
 * Asks for the carried state that is kept nearest to the update that is looked at, at once wherever that goes: one question at a
 * time, and the next for where it is then. Returns a function that ends it.
 */
export function askForNearestStates(api: UnrollApi, store: AppStore): () => void {
  let isUnderWay = false
  let hasEnded = false

  async function ask() {
    isUnderWay = true
    let asked: MomentId | null = null
    for (;;) {
      const wanted = wantedOf(store.getState())
      // One that could not be told is not asked for again and again.
      if (hasEnded || !wanted || (wanted.runId === asked?.runId && wanted.update === asked.update)) break
      asked = wanted
      const answer = await answerTo(api.request.nearestState(wanted))
      const { marked, description, nearestStateTold } = store.getState()
      const isLookedAt = marked !== null && description?.id === wanted.runId
      // Why it cannot be told the exact one says, too.
      if ('value' in answer && isLookedAt) nearestStateTold(answer.value)
    }
    isUnderWay = false
  }

  const end = store.subscribe((state, before) => {
    if (state.marked === before.marked && state.description?.id === before.description?.id) return
    if (state.marked === null && state.nearestState) return state.nearestStateTold(null)
    if (!isUnderWay) void ask()
  })
  return () => {
    hasEnded = true
    end()
  }
}
