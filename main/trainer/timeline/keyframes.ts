import type { HeldSnapshot } from '../training/learner'
import type { Snapshot } from '../training/snapshot/snapshot'
import { type PackedSnapshot, packSnapshot, unpackSnapshot } from './packed-snapshot'

/** Bytes of the keyframes of a run: about 15,000 of the lesson's network. */
export const KEYFRAME_BUDGET = 256 * 1024 * 1024
/** The part of the training's time that keeping them may take. */
const SHARE = 0.03
/** Bytes of a snapshot from which on its tensors are held, which costs no copy, and not their numbers. */
const LARGE = 4 * 1024 * 1024
/** What a keyframe takes beside its numbers, in JavaScript's memory. */
const OVERHEAD = 600

/** What a run can be made again from: where it stood, and how many points it had predicted. */
export type Keyframe = {
  readonly updatesDone: number
  readonly points: number
  readonly snapshot: () => Snapshot
}

/** A keyframe in numbers, as it is written down. */
export type PackedKeyframe = PackedSnapshot & { readonly points: number }

/**
 * Chooses some of the updates that keyframes are of.
 *
 * @param bytesOfOne bytes of the numbers of each
 */
export type ChooseKeyframes = (updates: readonly number[], bytesOfOne: number) => readonly number[]

type Kept = Keyframe & {
  readonly bytes: number
  /** Null where tensors are held. */
  readonly packed: PackedKeyframe | null
  readonly release: () => void
}

/**
 * Snapshots of a run at some of its updates: as many as a budget of memory holds, and no more than a small part of the time
 * allows. When the budget is reached every second one goes, and from then on they are kept half as often: so they lie about
 * equally far apart over the whole run, however long it becomes. The one that the run began with never goes.
 */
export type Keyframes = {
  /** Updates were made, in so many milliseconds: keeps where the run stands where one is due. */
  readonly passed: (at: { readonly updatesDone: number; readonly points: number }, took: number) => void
  /** The nearest at or before an update; the first where there is none. */
  readonly before: (update: number) => Keyframe
  /** The updates that they are of, in order. */
  readonly updates: () => readonly number[]
  readonly bytes: () => number
  /** Those after the first, up to an update, in numbers; none of a large network, whose tensors are held. */
  readonly packed: (upTo: number) => readonly PackedKeyframe[]
  /** Those that are chosen by their updates, in numbers; of a large network their tensors are read. */
  readonly chosen: (choose: ChooseKeyframes) => readonly PackedKeyframe[]
  readonly dispose: () => void
}

/** What keyframes are taken from. */
export type KeyframeSource = { readonly view: () => Snapshot; readonly hold: () => HeldSnapshot }

/**
 * @param initial what the run began with
 * @param earlier what was kept of the run when it was open before, in order
 * @param now milliseconds since some fixed moment
 */
export function createKeyframes(
  initial: Snapshot,
  learner: KeyframeSource,
  now: () => number,
  earlier: readonly PackedKeyframe[] = [],
  budget = KEYFRAME_BUDGET,
): Keyframes {
  const first = { updatesDone: initial.updatesDone, points: 0, snapshot: () => initial, bytes: 0 }
  let kept: Kept[] = [{ ...first, packed: null, release: () => {} }]
  const bytesOfOne = bytesOf(packSnapshot(initial))
  let distance = 1
  let bytes = 0
  /** Milliseconds that may be spent: earned by training. */
  let earned = Number.POSITIVE_INFINITY
  let cost = 0

  function take({ updatesDone, points }: { readonly updatesDone: number; readonly points: number }): Kept {
    if (bytesOfOne <= LARGE) return keep({ ...packSnapshot(learner.view()), points })
    const { snapshot, release } = learner.hold()
    return { updatesDone, points, snapshot: () => snapshot, bytes: bytesOfOne, packed: null, release }
  }

  function keep(packed: PackedKeyframe): Kept {
    const { updatesDone, points } = packed
    const snapshot = () => unpackSnapshot(packed, initial)
    return { updatesDone, points, snapshot, bytes: bytesOfOne, packed, release: () => {} }
  }

  function add(made: Kept) {
    kept.push(made)
    bytes += made.bytes
    while (bytes > budget && kept.length > 2) thinOut()
  }

  /** Every second one goes, but never the first. */
  function thinOut() {
    const gone = kept.filter((_, i) => i % 2 === 1)
    for (const each of gone) {
      bytes -= each.bytes
      each.release()
    }
    kept = kept.filter((_, i) => i % 2 === 0)
    distance *= 2
  }

  for (const packed of earlier) if (packed.updatesDone > initial.updatesDone) add(keep(packed))

  return {
    passed: (at, trained) => {
      earned = Math.min(earned + trained * SHARE, cost * 4)
      const last = kept.at(-1)?.updatesDone ?? 0
      if (at.updatesDone - last < distance || earned < cost) return
      const began = now()
      add(take(at))
      const took = now() - began
      // One that was held up by something else says little of what the next one takes.
      cost = cost === 0 ? took : Math.min(took, 2 * cost)
      earned -= cost
    },
    before: (update) => {
      let [low, high] = [0, kept.length - 1]
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((kept[middle] as Kept).updatesDone <= update) low = middle
        else high = middle - 1
      }
      return kept[low] as Kept
    },
    updates: () => kept.map(({ updatesDone }) => updatesDone),
    bytes: () => bytes,
    packed: (upTo) => kept.flatMap(({ packed }) => (packed && packed.updatesDone <= upTo ? [packed] : [])),
    chosen: (choose) => {
      const bytesOfNumbers = bytesOfOne - OVERHEAD
      const updates = new Set(
        choose(
          kept.map(({ updatesDone }) => updatesDone),
          bytesOfNumbers,
        ),
      )
      return kept
        .filter(({ updatesDone }) => updates.has(updatesDone))
        .map(({ packed, points, snapshot }) => packed ?? { ...packSnapshot(snapshot()), points })
    },
    dispose: () => {
      for (const { release } of kept) release()
      kept = []
      bytes = 0
    },
  }
}

function bytesOf({ numbers }: PackedSnapshot): number {
  return numbers.byteLength + OVERHEAD
}
