import { type Tensor1D, tf } from '../tensorflow'
import type { HeldSnapshot, Snapshot } from './snapshot/snapshot'
import { downloaded, held } from './training-state'
import type { TrainingState } from './update/update'

/** Where a training stands between two updates. */
export type Stand = {
  readonly state: TrainingState
  readonly counts: Pick<Snapshot, 'updatesDone' | 'position' | 'network' | 'optimizer' | 'slotUpdates'>
}

/** What may be read of where a training stands. */
export type Standing = {
  /** Everything needed to go on from here exactly, as plain copies. */
  readonly snapshot: () => Snapshot
  /** For a large one: its arrays are read when they are asked for, also after later updates, until `release`. */
  readonly hold: () => HeldSnapshot
  /** All parameters of this moment, packed: [parameter count]; kept until `release`, whatever updates are made. */
  readonly keepPacked: () => { readonly parameters: Tensor1D; readonly release: () => void }
  /** Updates that the weights have seen. */
  readonly updatesDone: () => number
  /** Half periods of the lesson's curve that were seen, or windows of a series: where the next window is. */
  readonly position: () => number
}

/** @param stand where it is when it is asked */
export function standingAt(stand: () => Stand): Standing {
  return {
    snapshot: () => {
      const { state, counts } = stand()
      return { ...counts, ...downloaded(state, counts) }
    },
    hold: () => {
      const { state, counts } = stand()
      const { download, release } = held(state, counts)
      return { snapshot: { ...counts, ...download }, release }
    },
    keepPacked: () => {
      // A clone shares the numbers.
      const parameters = tf.clone(stand().state.parameters)
      return { parameters, release: () => parameters.dispose() }
    },
    updatesDone: () => stand().counts.updatesDone,
    position: () => stand().counts.position,
  }
}
