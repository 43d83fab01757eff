import { createHash } from 'node:crypto'
import { text } from '@contract/language/texts'
import type { RunConfig } from '@contract/settings/run-config'
import type { PackedKeyframe } from '../timeline/keyframes'
import { packSnapshot, unpackSnapshot } from '../timeline/packed-snapshot'
import { SLOTS, type Snapshot } from '../training/snapshot/snapshot'
import { fieldsOf, isCount, parsedJson } from '../weights/base/parsed-json'
import { flattenSnapshot, gatherSnapshot } from '../weights/checkpoint/checkpoint-arrays'
import { decodeSafetensors } from '../weights/safetensors/reader'
import { encodeSafetensors } from '../weights/safetensors/writer'
import { MOST_KEYFRAMES } from './members'
import { ProjectFault } from './zip/project-fault'

const KEY = 'unroll.keyframe'

/** A keyframe as a file of its own, in numbers and as a snapshot. */
export type ReadKeyframe = { readonly packed: PackedKeyframe; readonly snapshot: Snapshot }

/**
 * Writes a keyframe as a safetensors file that PyTorch opens: the parameters by PyTorch's names, then the optimiser's slots
 * (`slot.first-moment.rnn.weight_ih_l0`) and the carried states (`state.0` is h, `state.1` c; each [layer, batch, hidden]).
 *
 * @param like any snapshot of the same training
 */
export function encodeKeyframe(packed: PackedKeyframe, like: Snapshot): Uint8Array {
  const { updatesDone, position, slotUpdates, points } = packed
  const note = JSON.stringify({ update: updatesDone, position, slotUpdates, points })
  return encodeSafetensors(new Map(flattenSnapshot('', unpackSnapshot(packed, like))), { [KEY]: note })
}

/**
 * Reads it again.
 *
 * @throws ProjectFault where it is not of that update and of the network and optimiser of these settings, has other numbers than
 * those of its fingerprint, or weights that are not finite
 */
export function decodeKeyframe(
  member: string,
  bytes: Uint8Array,
  config: RunConfig,
  expected: { readonly update: number; readonly fingerprint: string },
): ReadKeyframe {
  const file = decodeSafetensors(bytes)
  const { update, position, slotUpdates, points } = fieldsOf(
    file.ok ? parsedJson(file.value.metadata.get(KEY)) : null,
  )
  const isWhole = update === expected.update && [position, slotUpdates, points].every(isCount)
  const counts = { updatesDone: expected.update, position, slotUpdates } as Snapshot
  const slots = SLOTS[config.training.optimizer]
  const snapshot =
    file.ok && isWhole ? gatherSnapshot('', file.value.tensors, config, { ...counts, slots }) : null
  const tensors = file.ok ? file.value.tensors.size : 0
  if (!snapshot || flattenSnapshot('', snapshot).length !== tensors)
    throw new ProjectFault(text('project.otherKeyframe', { member }))
  const packed = { ...packSnapshot(snapshot), points: Number(points) }
  if (fingerprintOf(packed.numbers) !== expected.fingerprint)
    throw new ProjectFault(text('project.otherHash', { member }))
  for (const { values } of snapshot.parameters.values())
    if (!values.every(Number.isFinite)) throw new ProjectFault(text('project.notFinite', { member }))
  return { packed, snapshot }
}

/** The SHA-256 of a packed state: of the numbers of a keyframe's file, behind its header, as they lie in it. */
export function fingerprintOf({ buffer, byteOffset, byteLength }: Float32Array): string {
  return createHash('sha256')
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest('hex')
}

/**
 * The updates whose keyframes go into a project: of those that are kept the first at or after every multiple of 2^k, with the
 * least k at which they, the first and the last are no more than a project has.
 *
 * @param kept in order
 * @param last where the run stands; it is not among those that are chosen
 * @param most keyframes in all
 */
export function chosenKeyframes(kept: readonly number[], last: number, most = MOST_KEYFRAMES): number[] {
  const [first = 0] = kept
  if (most <= 2) return []
  let distance = 1
  while (distance * (most - 2) < last - first) distance *= 2
  return spacedOut(kept, distance).filter((update) => update < last)
}

/** Of some updates, in order, the first at or after every multiple of a distance behind the first of them. */
export function spacedOut(updates: readonly number[], distance: number): number[] {
  const afterNext = (update: number) => (Math.floor(update / distance) + 1) * distance
  let due = afterNext(updates[0] ?? 0)
  return updates.filter((update) => {
    if (update < due) return false
    due = afterNext(update)
    return true
  })
}
