import type { InsideAnswer, InsideLane } from '@contract/inside/inside'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { answerTo } from '../commands/ask'
import type { AppStore } from '../store/app-store'
import { type InsideMoment, insideMoment } from '../store/selectors/inside/inside'
import type { InsideWish, ToldInside } from '../store/state/inside-state'

/** From one answer to the next question while the run trains: four a second at most. */
const BETWEEN_MILLISECONDS = 250

/**
 * Asks the trainer what the views of the inside want to know: at once when the run rests, all of it again a few times a second
 * while it trains. What takes long is asked at rest alone. Returns a function that ends it.
 */
export function askForInside(api: UnrollApi, store: AppStore): () => void {
  const lanes = [createLane(api, store, 'live'), createLane(api, store, 'slow')]
  let isDue = false
  let isOver = false
  // Views that are opened together want to know of one and the same look.
  const end = store.subscribe(() => {
    if (isDue) return
    isDue = true
    queueMicrotask(() => {
      isDue = false
      if (!isOver) for (const lane of lanes) lane.look()
    })
  })
  return () => {
    isOver = true
    end()
    for (const lane of lanes) lane.end()
  }
}

function createLane(api: UnrollApi, store: AppStore, lane: InsideLane) {
  /** The moment of the question that is under way. */
  let underway: InsideMoment | null = null
  /** What failed at a moment: it is asked again when another one, or none, has been looked at meanwhile. */
  let failed: { readonly at: string; readonly keys: ReadonlySet<string> } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  /** What is wanted and not known of a moment. */
  function wanted(moment: InsideMoment): readonly (readonly [string, InsideWish])[] {
    const { insideWishes, insideTold } = store.getState()
    return [...insideWishes].filter(
      ([key, wish]) =>
        wish.lane === lane && insideTold.get(key)?.moment !== moment.key && !failed?.keys.has(key),
    )
  }

  function look() {
    const moment = insideMoment(store.getState())
    if (moment?.key !== failed?.at) failed = null
    if (!moment || (lane === 'slow' && moment.isTraining)) return
    // While a run trains every question is soon out of date; else the newest one is the one that counts.
    if (underway && (underway.isTraining ? moment.isTraining : underway.key === moment.key)) return
    if (timer !== null && moment.isTraining) return
    const wishes = wanted(moment)
    if (wishes.length > 0) void ask(moment, wishes)
  }

  async function ask(moment: InsideMoment, wishes: readonly (readonly [string, InsideWish])[]) {
    rest()
    underway = moment
    const { runId, update, sequence } = moment
    const asks = wishes.map(([, wish]) => wish.ask)
    const answer = await answerTo(api.request.inside({ runId, update, sequence, asks, lane }))
    if (underway !== moment) return
    underway = null
    if ('problem' in answer)
      failed = {
        at: moment.key,
        keys: new Set([...(failed?.at === moment.key ? failed.keys : []), ...wishes.map(([key]) => key)]),
      }
    if (moment.isTraining)
      timer = setTimeout(() => {
        timer = null
        look()
      }, BETWEEN_MILLISECONDS)
    store.getState().insideArrived(toldOf(moment, wishes, answer))
  }

  function rest() {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  return {
    look,
    end: () => {
      underway = null
      rest()
    },
  }
}

/** Of no moment: what failed is no answer about any. */
const NO_MOMENT = ''

function toldOf(
  { runId, key, update, sequence }: InsideMoment,
  wishes: readonly (readonly [string, InsideWish])[],
  answer: Awaited<ReturnType<typeof answerTo<InsideAnswer>>>,
): ReadonlyMap<string, ToldInside> {
  const moment = 'problem' in answer ? NO_MOMENT : key
  return new Map(
    wishes.map(([wish], i) => {
      const found = 'problem' in answer ? answer : answer.value.told[i]
      if (!found) throw new RangeError(`nothing was told of ${wish}`)
      const at = 'problem' in answer ? (update ?? 0) : answer.value.update
      return [wish, { runId, moment, update: at, sequence, found }]
    }),
  )
}
