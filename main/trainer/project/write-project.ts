import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import type { ProjectChoices, ProjectTarget, SavedProject } from '@contract/project/project'
import { fail, ok, type Result } from '@contract/result'
import { writeFileAtomically } from '../../disk/atomic-file'
import { isThere } from '../../disk/own-folder'
import { encodeSeries } from '../data/table/series-file'
import type { PreparedSeries } from '../data/windows/prepared'
import type { PackedKeyframe } from '../timeline/keyframes'
import { packSnapshot } from '../timeline/packed-snapshot'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { noteOf } from '../weights/checkpoint/checkpoint-arrays'
import { encodeNote } from '../weights/checkpoint/checkpoint-note'
import { encodeSafetensors } from '../weights/safetensors/writer'
import { encodeKeyframe, fingerprintOf } from './keyframe-member'
import type { Machine } from './machine'
import { encodeManifest, type MemberNote, type SeriesNote } from './manifest'
import {
  BEST,
  keyframeName,
  MANIFEST,
  MOMENTS,
  MOST_PROJECT_BYTES,
  NOTES,
  RECORD,
  RUN,
  SERIES,
} from './members'
import { checkProject } from './read-project'
import { recordUpTo } from './record-member'
import { ProjectFault } from './zip/project-fault'
import { type NewMember, zipped } from './zip/zip-writer'

/** A run as it stood at one instant: nothing of it changes while it is written. */
export type HeldRun = {
  readonly checkpoint: Checkpoint
  /** Those that go into the project, without the run's beginning and where it stands. */
  readonly keyframes: readonly PackedKeyframe[]
  /** More of them, to go back in it as fast as before; null where there are none. */
  readonly moments: Uint8Array | null
  /** Null for the lesson. */
  readonly series: PreparedSeries | null
  /** What made its updates last. */
  readonly engine: string
  /** The table that a person opened; null for all else. */
  readonly table: { readonly sha256: string; readonly series: Series } | null
}

/**
 * Writes a run as a project file and reads it back before it gets its name. Fails with one sentence; an older file is then as
 * it was.
 */
export async function writeProject(
  { path, record, runId }: ProjectTarget,
  held: HeldRun,
  choices: ProjectChoices,
  machine: Machine,
): Promise<Result<SavedProject>> {
  const name = basename(path)
  const notes = new Map<string, MemberNote>()
  let bytes = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of zipped(membersOf(held, choices, record, machine, notes))) {
      bytes += piece.length
      if (bytes > MOST_PROJECT_BYTES)
        throw new ProjectFault(text('project.tooLarge', { most: MOST_PROJECT_BYTES, found: bytes }))
      yield piece
    }
  }
  try {
    const written = await writeFileAtomically(path, counted(), checkProject)
    const { updatesDone: update } = held.checkpoint.present
    return written.ok ? ok({ name, bytes, runId, update }) : written
  } catch (error) {
    if (!(error instanceof ProjectFault)) throw error
    return fail('file-not-written', text('project.notSaved', { name, why: error.why }))
  }
}

/** @param notes are filled with what was written; the manifest, which has them, is the last */
async function* membersOf(
  { checkpoint, keyframes, moments, series, engine, table }: HeldRun,
  choices: ProjectChoices,
  record: string | null,
  machine: Machine,
  notes: Map<string, MemberNote>,
): AsyncGenerator<NewMember> {
  const noted = (name: string, pieces: NewMember['pieces']) => ({ name, pieces: hashed(name, pieces, notes) })
  const { initial, present, best } = checkpoint
  const isOpen = choices.series === 'included' || table === null
  // It is opened under another id, and what is not used is not written down.
  const run = encodeNote({ ...checkpoint, id: '', initial: noteOf(initial), present: noteOf(present) })
  yield noted(RUN, [utf8(run)])
  yield noted(NOTES, [utf8(choices.notes)])
  if (table && isOpen) yield noted(SERIES, encodeSeries(table.series, table.sha256))
  const all = [
    { ...packSnapshot(initial), points: 0 },
    ...keyframes,
    ...(present.updatesDone > initial.updatesDone
      ? [{ ...packSnapshot(present), points: checkpoint.points ?? 0 }]
      : []),
  ]
  for (const keyframe of all)
    yield noted(keyframeName(keyframe.updatesDone), [encodeKeyframe(keyframe, initial)])
  if (best) yield noted(BEST, [encodeSafetensors(best.parameters, {})])
  if (moments) yield noted(MOMENTS, [moments])
  if (record !== null && isThere(record)) yield noted(RECORD, recordUpTo(record, present.updatesDone, isOpen))
  const fingerprints = all.map(({ updatesDone, numbers }) => ({
    update: updatesDone,
    fingerprint: fingerprintOf(numbers),
  }))
  const told = { ...machine, engine, series: seriesNote(series, table, isOpen), keyframes: fingerprints }
  yield { name: MANIFEST, pieces: [utf8(encodeManifest({ ...told, members: notes }))] }
}

async function* hashed(
  name: string,
  pieces: NewMember['pieces'],
  notes: Map<string, MemberNote>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces) {
    hash.update(piece)
    bytes += piece.length
    yield piece
  }
  notes.set(name, { bytes, sha256: hash.digest('hex') })
}

/** Of private data nothing but the hash. */
function seriesNote(
  series: PreparedSeries | null,
  table: HeldRun['table'],
  isOpen: boolean,
): SeriesNote | null {
  if (!series) return null
  const sha256 = table?.sha256 ?? null
  if (!isOpen) return { sha256 }
  const { rows, scalers, parts } = series
  return { sha256, rows, scalers, parts }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
