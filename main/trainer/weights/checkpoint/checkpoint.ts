import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { CheckpointFiles } from '@contract/wire/trainer-wire'
import type { NamedArrays } from '../../network/shape/named-arrays'
import { withAllSlots } from '../../training/snapshot/fresh-snapshot'
import type { Snapshot } from '../../training/snapshot/snapshot'
import { networkText } from '../metadata/network-text'
import { decodeSafetensors } from '../safetensors/reader'
import { encodeSafetensors, type FileInParts, safetensorsInParts } from '../safetensors/writer'
import { flattenSnapshot, gatherParameters, gatherSnapshot, noteOf } from './checkpoint-arrays'
import { type BestNote, encodeNote, isTouched, parseNote, type RunFacts } from './checkpoint-note'

/** Everything to go on with a run exactly, and to reset it. Its settings are those of both snapshots. */
export type Checkpoint = RunFacts & {
  /** What Reset goes back to; `initial.updatesDone` are the updates before the run. */
  readonly initial: Snapshot
  /** Where the run stands. */
  readonly present: Snapshot
  /** Its weights after the best update by the validation loss, where there is one. */
  readonly best?: (BestNote & { readonly parameters: NamedArrays }) | null
}

const VERSION_KEY = 'unroll.checkpoint'
const VERSION = '2'
/** The same with touches in its run's log: a version that does not know of them would go on otherwise. */
const TOUCHED_VERSION = '3'
/** Both snapshots in one file. */
const OLD_VERSION = '1'
const RUN_KEY = 'unroll.run'
/** In the file of the initial weights: the id of the run that they are those of. */
const INITIAL_KEY = 'unroll.initial'
const INITIAL = 'initial.'
const PRESENT = 'present.'
const BEST = 'best.'

/**
 * Writes where a run stands: the arrays in a safetensors file, what else there is as JSON in its metadata. With Adam
 * three times the size of the weights. Every number keeps its bits, also those that are not finite.
 */
export function encodePresent(checkpoint: Checkpoint): Uint8Array {
  return encodeSafetensors(...presentFile(checkpoint))
}

/** The same file in parts; the numbers of an array are asked for with the first part that holds some of them. */
export function encodePresentInParts(checkpoint: Checkpoint, partBytes: number): FileInParts {
  return safetensorsInParts(...presentFile(checkpoint), partBytes)
}

function presentFile(checkpoint: Checkpoint): [NamedArrays, Record<string, string>] {
  const { initial, present } = checkpoint
  const note = encodeNote({ ...checkpoint, initial: noteOf(initial), present: noteOf(present) })
  const arrays = new Map(flattenSnapshot(PRESENT, present))
  for (const [name, array] of checkpoint.best?.parameters ?? []) arrays.set(`${BEST}${name}`, array)
  const version = isTouched(checkpoint) ? TOUCHED_VERSION : VERSION
  return [arrays, { [VERSION_KEY]: version, [RUN_KEY]: note }]
}

/** Writes what Reset goes back to; one file does for all checkpoints of a run. */
export function encodeInitial({ id, initial }: Pick<Checkpoint, 'id' | 'initial'>): Uint8Array {
  // As JSON: an id from a file may be no Unicode.
  const metadata = { [VERSION_KEY]: VERSION, [INITIAL_KEY]: JSON.stringify(id) }
  return encodeSafetensors(new Map(flattenSnapshot(INITIAL, initial)), metadata)
}

/**
 * Reads a checkpoint again: what comes out equals what went in, to the last bit. Fails with `file-not-weights` for
 * anything that `encodePresent` and `encodeInitial` of this version, or version 0.1.0, do not write. Never throws.
 */
export function decodeCheckpoint(files: CheckpointFiles): Result<Checkpoint> {
  const file = decodeSafetensors(files.present)
  if (!file.ok) return file
  const version = files.initial ? VERSION : OLD_VERSION
  const found = file.value.metadata.get(VERSION_KEY)
  if (found !== version && !(files.initial && found === TOUCHED_VERSION))
    return unusable(text('checkpoint.otherVersion', { key: VERSION_KEY, version }))
  const note = parseNote(file.value.metadata.get(RUN_KEY))
  if (!note) return unusable(text('checkpoint.noRun', { key: RUN_KEY }))
  const tensors = new Map(file.value.tensors)
  if (files.initial) {
    const other = decodeSafetensors(files.initial)
    if (!other.ok) return other
    if (other.value.metadata.get(INITIAL_KEY) !== JSON.stringify(note.id))
      return unusable(text('checkpoint.otherRun', { key: INITIAL_KEY }))
    for (const [name, array] of other.value.tensors) tensors.set(name, array)
  }
  const { config } = note
  const initial = gatherSnapshot(INITIAL, tensors, config, note.initial)
  const present = gatherSnapshot(PRESENT, tensors, config, note.present)
  const parameters = note.best ? gatherParameters(BEST, tensors, config) : new Map()
  if (
    !initial ||
    !present ||
    !parameters ||
    tensors.size !== arrayCount(initial) + arrayCount(present) + parameters.size
  )
    return unusable(
      text('checkpoint.otherArrays', {
        network: networkText(config.network),
        hiddenUnits: config.network.hiddenUnits,
      }),
    )
  const { best, ...rest } = note
  const both = { initial: withAllSlots(initial), present: withAllSlots(present) }
  return ok({ ...rest, ...(best && { best: { ...best, parameters } }), ...both })
}

function unusable(what: Text) {
  return fail('file-not-weights', text('checkpoint.unusable', { file: null, what }))
}

function arrayCount(snapshot: Snapshot): number {
  return flattenSnapshot('', snapshot).length
}
