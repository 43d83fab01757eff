import type { Learner } from '../training/learner'
import type { HeldSnapshot, Snapshot } from '../training/snapshot/snapshot'
import { createCost } from './keyframe-cost'
import { type PackedSnapshot, packSnapshot, unpackSnapshot } from './packed-snapshot'
import { createRows } from './rows'

/** Bytes of the keyframes of a run: about 18,000 of the lesson's network. */
export const KEYFRAME_BUDGET = 256 * 1024 * 1024
/** The part of the training's time that keeping them may take. A part more is what it costs that the caches are another's then. */
const SHARE = 0.01
/** Bytes of a snapshot from which on its tensors are held, which costs no copy, and not their numbers. */
const LARGE = 1024 * 1024
/** What a keyframe takes beside its numbers, in JavaScript's memory. */
const OVERHEAD = 600
/** The part of the budget that is left full when keyframes have to go, so that they need not go again soon. */
const LEFT_FULL = 0.75

/** What a run can be made again from: where it stood, and how many points it had predicted. */
export type Keyframe = {
  readonly updatesDone: number
  readonly points: number
  /** To be used at once: its arrays may be another keyframe's later. */
  readonly snapshot: () => Snapshot
}

/** The keyframe that is nearest to an update. */
export type NearestKeyframe = Keyframe & {
  /** The updates that no other one is nearer to, both ends counted; of two that are as near the earlier is the nearest. */
  readonly nearestFrom: number
  readonly nearestTo: number
}

/** A keyframe in numbers, as it is written down. */
export type PackedKeyframe = PackedSnapshot & { readonly points: number }

/**
 * Chooses some of the updates that keyframes are of.
 *
 * @param bytesOfOne bytes of the numbers of each
 */
export type ChooseKeyframes = (updates: readonly number[], bytesOfOne: number) => readonly number[]

/** Its numbers lie in a row, or its tensors are held. */
type Kept = { readonly updatesDone: number; readonly points: number } & (
  | { readonly packed: PackedKeyframe; readonly held: null }
  | { readonly packed: null; readonly held: HeldSnapshot }
)

/**
 * Snapshots of a run at some of its updates: as many as a budget of memory holds, and no more than a small part of the time
 * allows. No two of them are further apart than a distance, unless a single native call was, or the time for keeping one had
 * yet to be earned: so the way to the worst update is at most about twice the usual one. When the budget is reached the
 * distance grows until enough of them can go without a wider gap. The one that the run began with never goes.
 */
export type Keyframes = {
  /** Updates were made, in so many milliseconds: keeps where the run stands where one is due. */
  readonly passed: (at: { readonly updatesDone: number; readonly points: number }, took: number) => void
  /** The nearest at or before an update; the first where there is none. */
  readonly before: (update: number) => Keyframe
  /**
   * The nearest to an update, before or after it.
   *
   * @param last update that the run has made
   */
  readonly nearest: (update: number, last: number) => NearestKeyframe
  /** The updates that they are of, in order. */
  readonly updates: () => readonly number[]
  readonly bytes: () => number
  /**
   * Those after the first, up to an update, in numbers, which are to be used at once: as many as so many bytes hold, equally
   * far apart.
   */
  readonly packed: (upTo: number, most: number) => readonly PackedKeyframe[]
  /** Those that are chosen by their updates, in numbers that are copies. */
  readonly chosen: (choose: ChooseKeyframes) => readonly PackedKeyframe[]
  readonly dispose: () => void
}

/** What keyframes are taken from. */
export type KeyframeSource = Pick<Learner, 'writeInto' | 'hold'>

/**
 * @param initial what the run began with
 * @param now milliseconds since some fixed moment
 * @param earlier what was kept of the run when it was open before, in order; stays as it is
 */
export function createKeyframes(
  initial: Snapshot,
  learner: KeyframeSource,
  now: () => number,
  earlier: readonly PackedKeyframe[] = [],
  budget = KEYFRAME_BUDGET,
): Keyframes {
  const begin: HeldSnapshot = { snapshot: initial, release: () => {} }
  let kept: Kept[] = [{ updatesDone: initial.updatesDone, points: 0, packed: null, held: begin }]
  const { numbers } = packSnapshot(initial)
  const bytesOfOne = numbers.byteLength + OVERHEAD
  const rows = createRows(numbers.length)
  const most = Math.max(1, Math.floor(budget / bytesOfOne))
  let distance = 1
  /** Updates that had been made at the last look. */
  let before = initial.updatesDone
  /** Milliseconds of training since the last one. */
  let trained = 0
  const cost = createCost()

  function take(at: { readonly updatesDone: number; readonly points: number }): Kept {
    if (bytesOfOne > LARGE) return { ...at, packed: null, held: learner.hold() }
    const row = rows.take()
    return { ...at, packed: { ...learner.writeInto(row), points: at.points, numbers: row }, held: null }
  }

  function takeEarlier(packed: PackedKeyframe): Kept {
    const row = rows.take()
    row.set(packed.numbers)
    const { updatesDone, points } = packed
    return { updatesDone, points, packed: { ...packed, numbers: row }, held: null }
  }

  function add(made: Kept) {
    kept.push(made)
    if (kept.length - 1 > most) thinOut(Math.max(1, LEFT_FULL * most))
  }

  /** Leaves so many beside the first at most, with the smallest distance for which that is possible. */
  function thinOut(many: number) {
    const pairs = kept.slice(2).map(({ updatesDone }, i) => updatesDone - (kept[i] as Kept).updatesDone)
    const distances = [...new Set(pairs)].filter((each) => each > distance).sort((a, b) => a - b)
    let [low, high] = [0, distances.length - 1]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (leftWith(distances[middle] as number).length - 1 > many) low = middle + 1
      else high = middle
    }
    distance = distances[low] ?? distance
    while (leftWith(distance).length - 1 > many) distance *= 2
    const left = new Set(leftWith(distance))
    for (const each of kept) if (!left.has(each)) release(each)
    kept = [...left]
  }

  /** Those that stay where no more than a distance is between neighbours, if it can be. */
  function leftWith(distance: number): readonly Kept[] {
    const left: Kept[] = []
    for (const [i, each] of kept.entries()) {
      const last = left.at(-1)?.updatesDone
      const next = kept[i + 1]?.updatesDone ?? each.updatesDone + 1
      if (last === undefined || next - last > distance) left.push(each)
    }
    return left
  }

  function release({ packed, held }: Kept) {
    held?.release()
    if (packed) rows.giveBack(packed.numbers)
  }

  /** Where the nearest at or before an update stands; the first where there is none. */
  function placeBefore(update: number): number {
    let [low, high] = [0, kept.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((kept[middle] as Kept).updatesDone <= update) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The last update that the one at a place is nearer to than the one after it; where it is the newest, `last`. */
  function borderAfter(place: number, last: number): number {
    const [one, next] = [kept[place] as Kept, kept[place + 1]]
    return next ? Math.floor((one.updatesDone + next.updatesDone) / 2) : last
  }

  function keyframeOf({ updatesDone, points, packed, held }: Kept): Keyframe {
    return {
      updatesDone,
      points,
      snapshot: () => (packed ? unpackSnapshot(packed, initial) : held.snapshot),
    }
  }

  for (const packed of earlier) if (packed.updatesDone > initial.updatesDone) add(takeEarlier(packed))

  return {
    passed: ({ updatesDone, points }, took) => {
      trained += took
      const call = updatesDone - before
      before = updatesDone
      const last = kept.at(-1)?.updatesDone ?? 0
      // After the next call it would be too far.
      const isDue = updatesDone > last && updatesDone + call - last > distance
      if (!isDue || trained < cost.usual() / SHARE) return
      const began = now()
      add(take({ updatesDone, points }))
      cost.add(now() - began)
      trained = 0
    },
    before: (update) => keyframeOf(kept[placeBefore(update)] as Kept),
    nearest: (update, last) => {
      const place = placeBefore(update)
      const isLater = update > borderAfter(place, last)
      const at = isLater ? place + 1 : place
      return {
        ...keyframeOf(kept[at] as Kept),
        nearestFrom: at === 0 ? initial.updatesDone : borderAfter(at - 1, last) + 1,
        nearestTo: borderAfter(at, last),
      }
    },
    updates: () => kept.map(({ updatesDone }) => updatesDone),
    bytes: () => (kept.length - 1) * bytesOfOne,
    packed: (upTo, most) => {
      const all = kept.slice(1).filter(({ updatesDone }) => updatesDone <= upTo)
      const count = Math.min(all.length, Math.floor(most / numbers.byteLength))
      return Array.from({ length: count }, (_, i) => {
        // From the middle of its share: a single one is of half of the way.
        const { packed, held, points } = all[Math.floor(((i + 0.5) * all.length) / count)] as Kept
        return packed ?? { ...packSnapshot(held.snapshot), points }
      })
    },
    chosen: (choose) => {
      const all = kept.map(({ updatesDone }) => updatesDone)
      const updates = new Set(choose(all, numbers.byteLength))
      return kept
        .filter(({ updatesDone }) => updates.has(updatesDone))
        .map(({ packed, held, points }) =>
          packed
            ? { ...packed, numbers: packed.numbers.slice() }
            : { ...packSnapshot(held.snapshot), points },
        )
    },
    dispose: () => {
      for (const each of kept) release(each)
      kept = []
    },
  }
}
