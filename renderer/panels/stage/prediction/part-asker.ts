import type { PartRange } from '@contract/data/parts'
import type { PartPredictionsFrom } from '@contract/run/parts/part-predictions'
import { MAX_PART_ROWS } from '@contract/run/parts/part-predictions'

/** What somebody wants to see: rows of a part by some weights. */
export type PartWish = Pick<PartPredictionsFrom, 'runId' | 'part' | 'update'> & {
  /** Rows that are in sight. */
  readonly sight: PartRange
  /** All rows of the part. */
  readonly rows: PartRange
  /** What the answer follows from besides: another one is asked for when this is another text. */
  readonly weights: string
  /** Whether the weights change on and on, so that not each of them is asked for. */
  readonly isTraining: boolean
}

/** Asks for what is wished, once it has been wished for a moment, and anew when the weights are others. */
export type PartAsker = {
  /** Null: nobody looks. */
  readonly wish: (wish: PartWish | null) => void
  readonly end: () => void
}

/** Long enough for the next turn of a wheel. */
const REST_MILLISECONDS = 100
/** From an answer to the next question while the run trains. */
const BETWEEN_MILLISECONDS = 400

/** What is asked for: what is in sight, and what lies beside it, for the next move. */
export function askedFor({ runId, part, update, sight, rows }: PartWish): PartPredictionsFrom {
  const inSight = Math.min(sight.to - sight.from, MAX_PART_ROWS)
  const beside = Math.floor(Math.min(inSight / 2, (MAX_PART_ROWS - inSight) / 2))
  const from = Math.max(rows.from, sight.from - beside)
  const to = Math.min(rows.to, sight.from + inSight + beside)
  return { runId, part, update, from, count: to - from }
}

/**
 * @param ask answers never throw; one about an older question counts for nothing
 * @param tell is given the answer to the newest question
 */
export function createPartAsker<Answer>(
  ask: (asked: PartPredictionsFrom) => Promise<Answer>,
  tell: (answer: Answer) => void,
): PartAsker {
  let wished: PartWish | null = null
  let last: { readonly asked: PartPredictionsFrom; readonly weights: string } | null = null
  let isUnderWay = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let waitsFor: 'move' | 'weights' | null = null

  function rest() {
    if (timer !== null) clearTimeout(timer)
    timer = null
    waitsFor = null
  }

  function later(what: 'move' | 'weights', milliseconds: number) {
    rest()
    waitsFor = what
    timer = setTimeout(() => {
      rest()
      if (wished) void askNow(wished)
    }, milliseconds)
  }

  async function askNow(wish: PartWish) {
    const mine = { asked: askedFor(wish), weights: wish.weights }
    last = mine
    isUnderWay = true
    const answer = await ask(mine.asked)
    if (last !== mine) return
    isUnderWay = false
    tell(answer)
    if (wished && wished.weights !== mine.weights && waitsFor === null)
      later('weights', wished.isTraining ? BETWEEN_MILLISECONDS : 0)
  }

  function isAnswered({ runId, part, update, sight }: PartWish): boolean {
    if (!last) return false
    const { asked } = last
    if (asked.runId !== runId || asked.part !== part || asked.update !== update) return false
    return asked.from <= sight.from && asked.from + asked.count >= sight.to
  }

  return {
    wish: (next) => {
      const before = wished
      wished = next
      if (!next) return rest()
      if (!isAnswered(next)) {
        // The first is wanted at once; while a view is moved, each move is a wish.
        if (!last) void askNow(next)
        else if (waitsFor !== 'move' || !before || !sameSight(before, next)) later('move', REST_MILLISECONDS)
        return
      }
      if (waitsFor === 'move') rest()
      if (last?.weights === next.weights) return rest()
      if (isUnderWay) return
      // A run that comes to rest is asked at once.
      if (waitsFor === null || (!next.isTraining && before?.isTraining))
        later('weights', next.isTraining ? BETWEEN_MILLISECONDS : 0)
    },
    end: () => {
      wished = null
      last = null
      rest()
    },
  }
}

function sameSight({ sight: a }: PartWish, { sight: b }: PartWish): boolean {
  return a.from === b.from && a.to === b.to
}
