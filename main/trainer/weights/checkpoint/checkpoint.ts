import { ok, type Result } from '@contract/result'
import type { RunOrigin } from '@contract/run/run'
import type { RunConfig } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'
import type { Snapshot } from '../../training/snapshot'
import { fileError, withCommas } from '../base/file-sentence'
import { decodeSafetensors } from '../safetensors/reader'
import { encodeSafetensors } from '../safetensors/writer'
import { inWords } from '../torch/weight-spec'
import { flattenSnapshot, gatherSnapshot, noteOf } from './checkpoint-arrays'
import { parseNote } from './checkpoint-note'

/** Everything to go on with a run exactly, and to reset it. */
export type Checkpoint = {
  readonly id: string
  /** Its network, optimiser and batch are those of both snapshots. */
  readonly config: RunConfig
  readonly origin: RunOrigin
  /** The run finishes when it has made this many updates. */
  readonly goal: number
  /** What Reset goes back to; `initial.updatesDone` are the updates before the run. */
  readonly initial: Snapshot
  /** Where the run stands. */
  readonly present: Snapshot
}

const VERSION_KEY = 'unroll.checkpoint'
const VERSION = '1'
const RUN_KEY = 'unroll.run'
const INITIAL = 'initial.'
const PRESENT = 'present.'

/**
 * Writes a checkpoint: the arrays of both snapshots in one safetensors file, what else there is as JSON in
 * its metadata. With Adam six times the size of the weights. Every number keeps its bits, also those that are
 * not finite.
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  const { id, config, origin, goal, initial, present } = checkpoint
  const note = {
    id,
    config: settingsOf(config),
    origin,
    goal,
    initial: noteOf(initial),
    present: noteOf(present),
  }
  const arrays = new Map([...flattenSnapshot(INITIAL, initial), ...flattenSnapshot(PRESENT, present)])
  return encodeSafetensors(arrays, { [VERSION_KEY]: VERSION, [RUN_KEY]: JSON.stringify(note) })
}

/**
 * Reads a checkpoint again: what comes out equals what went in, to the last bit. Fails with
 * `file-not-weights` for anything that `encodeCheckpoint` of this version does not write. Never throws.
 */
export function decodeCheckpoint(bytes: Uint8Array): Result<Checkpoint> {
  const file = decodeSafetensors(bytes)
  if (!file.ok) return file
  const { tensors, metadata } = file.value
  if (metadata.get(VERSION_KEY) !== VERSION) return unusable(`"${VERSION_KEY}" should be "${VERSION}"`)
  const note = parseNote(metadata.get(RUN_KEY))
  if (!note) return unusable(`"${RUN_KEY}" should describe a run`)
  const { config } = note
  const initial = gatherSnapshot(INITIAL, tensors, config, note.initial)
  const present = gatherSnapshot(PRESENT, tensors, config, note.present)
  if (!initial || !present || tensors.size !== arrayCount(initial) + arrayCount(present))
    return unusable(
      `it should hold two snapshots of ${inWords(config.network)} with ${withCommas(config.network.hiddenUnits)} hidden units`,
    )
  return ok({ ...note, initial, present })
}

function unusable(expected: string) {
  return fileError(
    'file-not-weights',
    `is not a checkpoint: ${expected}, but does not; press Reset to start again.`,
  )
}

function arrayCount(snapshot: Snapshot): number {
  return flattenSnapshot('', snapshot).length
}
