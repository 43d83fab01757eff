import { parseRunConfig } from '@contract/parse-settings'
import { ok, type Result } from '@contract/result'
import type { RunOrigin } from '@contract/run'
import { LIMITS } from '@contract/setting-limits'
import type { RunConfig } from '@contract/settings'
import type { Snapshot } from '../training/snapshot'
import { flattenSnapshot, gatherSnapshot, type SnapshotCounts } from './checkpoint-arrays'
import { fileError } from './file-sentence'
import { decodeSafetensors } from './safetensors-reader'
import { encodeSafetensors } from './safetensors-writer'

/** Everything to go on with a run exactly, and to reset it. */
export type Checkpoint = {
  readonly id: string
  readonly config: RunConfig
  readonly origin: RunOrigin
  /** The run finishes when it has made this many updates. */
  readonly goal: number
  /** What Reset goes back to; `initial.updatesDone` are the updates before the run. */
  readonly initial: Snapshot
  /** Where the run stands. */
  readonly present: Snapshot
}

/** What of a checkpoint is not arrays. */
type RunNote = Pick<Checkpoint, 'id' | 'config' | 'origin' | 'goal'> & {
  readonly initial: SnapshotCounts
  readonly present: SnapshotCounts
}

const VERSION_KEY = 'unroll.checkpoint'
const VERSION = '1'
const RUN_KEY = 'unroll.run'
const INITIAL = 'initial.'
const PRESENT = 'present.'

/**
 * Writes a checkpoint: the arrays of both snapshots in one safetensors file, what else there is as JSON in
 * its metadata. Six times the size of the weights. Every number keeps its bits, also those that are not
 * finite.
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  const { id, config, origin, goal, initial, present } = checkpoint
  const note: RunNote = { id, config, origin, goal, initial: countsOf(initial), present: countsOf(present) }
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
  const { hiddenUnits } = note.config
  const initial = gatherSnapshot(INITIAL, tensors, hiddenUnits, note.initial)
  const present = gatherSnapshot(PRESENT, tensors, hiddenUnits, note.present)
  if (!initial || !present || tensors.size !== arrayCount(initial) + arrayCount(present))
    return unusable(`it should hold two snapshots of ${hiddenUnits} hidden units`)
  return ok({ ...note, initial, present })
}

function unusable(expected: string) {
  return fileError(
    'file-not-weights',
    `is not a checkpoint: ${expected}, but does not; press Reset to start again.`,
  )
}

function countsOf({ updatesDone, momentUpdates }: Snapshot): SnapshotCounts {
  return { updatesDone, momentUpdates }
}

/** Parameters, two moments of each, and the hidden state. */
function arrayCount({ parameters }: Snapshot): number {
  return parameters.size * 3 + 1
}

function parseNote(text: string | undefined): RunNote | null {
  const { id, config, origin, goal, initial, present } = fields(text === undefined ? undefined : parsed(text))
  const settings = parseRunConfig(config)
  const from = parseOrigin(origin)
  const before = parseCounts(initial)
  const now = parseCounts(present)
  if (typeof id !== 'string' || !isCount(goal) || !settings.ok || !from || !before || !now) return null
  return { id, config: settings.value, origin: from, goal, initial: before, present: now }
}

function parseOrigin(value: unknown): RunOrigin | null {
  const { kind, seed, name } = fields(value)
  if (kind === 'seed' && isCount(seed) && seed <= LIMITS.seed.max) return { kind, seed }
  if (kind === 'file' && typeof name === 'string') return { kind, name }
  return null
}

function parseCounts(value: unknown): SnapshotCounts | null {
  const { updatesDone, momentUpdates } = fields(value)
  return isCount(updatesDone) && isCount(momentUpdates) ? { updatesDone, momentUpdates } : null
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
