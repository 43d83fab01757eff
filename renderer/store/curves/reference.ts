import { difference } from '@contract/difference'
import type { PresetId } from '@contract/settings/presets'
import type { History } from './history'

/**
 * The presets with a reference run: PyTorch's, whose initial weights the seed alone decides. TensorFlow's
 * programs set no seed, so there is no one run of theirs.
 */
export const REFERENCED = [
  'pytorch',
  'pytorch-batched',
  'pytorch-later',
  'pytorch-dynamic',
] as const satisfies readonly PresetId[]
export type ReferencedPreset = (typeof REFERENCED)[number]

/** A whole run of another framework, from the same initial weights: what it said and how wrong it was. */
export type ReferenceRun = {
  readonly losses: readonly number[]
  /** Time steps of each of its windows; their predictions follow each other. */
  readonly lengths: readonly number[]
  readonly predictions: readonly number[]
}

/** A reference run, and the preset that it is a run of. */
export type LoadedReference = { readonly presetId: ReferencedPreset; readonly run: ReferenceRun }

/** A stretch of time steps that both runs have: `count` of them, from these indices on. */
export type SharedWindow = {
  readonly from: number
  readonly referenceFrom: number
  readonly count: number
}

/** Tells every window that is in the history and in the reference, in order. */
export function eachSharedWindow(
  history: History,
  { lengths }: ReferenceRun,
  tell: (window: SharedWindow) => void,
) {
  let referenceFrom = 0
  const last = Math.min(lengths.length, history.lastUpdate)
  for (let update = 1; update <= last; update++) {
    const count = lengths[update - 1] ?? 0
    const { from, to } = history.range(update)
    // Another length is another window: there is nothing to lay under it.
    if (to - from === count) tell({ from, referenceFrom, count })
    referenceFrom += count
  }
}

/**
 * The greatest difference between two predictions of one time step so far; null while there is none to compare, and while
 * ours are read from the record.
 */
export function differenceSoFar(history: History, run: ReferenceRun): number | null {
  let greatest: number | null = null
  // A reference is a run of the lesson, which has one output.
  const ours = history.outputs[0]?.predictions
  const { to } = history.range(Math.min(run.lengths.length, history.lastUpdate))
  if (!ours || !history.steps.want(0, to)) return null
  eachSharedWindow(history, run, ({ from, referenceFrom, count }) => {
    for (let index = 0; index < count; index++) {
      const found = difference(ours.at(from + index), run.predictions[referenceFrom + index])
      greatest = Math.max(greatest ?? 0, found)
    }
  })
  return greatest
}
