import { createHash } from 'node:crypto'
import type { ArrayOf } from '../../../../../main/trainer/network/shape/named-arrays'
import type { ReplayedUpdate } from '../../../../../main/trainer/timeline/replay'
import type { Snapshot } from '../../../../../main/trainer/training/snapshot/snapshot'
import { flattenSnapshot, noteOf } from '../../../../../main/trainer/weights/checkpoint/checkpoint-arrays'
import type { Judged } from './training'

/** SHA-256 of numbers by their bits, and how many they are. */
export function hashOf(numbers: Float32Array | Uint8Array | null): string {
  if (!numbers) return 'none'
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  return `${numbers.length} ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
}

function arrayOf({ shape, values }: ArrayOf): string {
  return `${shape.join(' × ')}: ${hashOf(values)}`
}

/** Where a training stands: its counts, and each of its tensors by its name. */
export function standOf(snapshot: Snapshot) {
  const tensors = flattenSnapshot('', snapshot).map(([name, array]) => [name, arrayOf(array)])
  return { ...noteOf(snapshot), network: snapshot.network, tensors: Object.fromEntries(tensors) }
}

/** What an update saw and showed. */
export function shownOf({ update, window, predictions, loss, gradientNorm, validationLoss }: ReplayedUpdate) {
  const { inputs, targets, mask, continues, ...place } = window
  const seen = [inputs, targets, mask, continues].map(hashOf)
  return { update, ...place, seen, predictions: hashOf(predictions), loss, gradientNorm, validationLoss }
}

export function judgedOf({ best, bests }: Judged) {
  const tensors = [...(best?.parameters ?? [])].map(([name, array]) => [name, arrayOf(array)])
  return { best: best && { ...best, parameters: Object.fromEntries(tensors) }, bests }
}

export function statesOf(states: readonly ArrayOf[] | null | undefined) {
  return states ? states.map(arrayOf) : null
}
