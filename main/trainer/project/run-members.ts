import { createHash } from 'node:crypto'
import type { Series } from '@contract/data/series'
import type { ProjectChoices } from '@contract/project/project'
import { isThere } from '../../disk/own-folder'
import { encodeSeries } from '../data/table/series-file'
import type { PreparedSeries } from '../data/windows/prepared'
import { arithmeticOf } from '../network/shape/arithmetic'
import type { PackedKeyframe } from '../timeline/keyframes'
import { packSnapshot } from '../timeline/packed-snapshot'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { noteOf } from '../weights/checkpoint/checkpoint-arrays'
import { encodeNote, isTouched } from '../weights/checkpoint/checkpoint-note'
import { encodeSafetensors } from '../weights/safetensors/writer'
import { encodeKeyframe, fingerprintOf } from './keyframe-member'
import type { Machine } from './machine'
import { encodeManifest, type MemberNote, type SeriesNote } from './manifest'
import { BEST, branchName, keyframeName, MANIFEST, MOMENTS, NOTES, RECORD, RUN, SERIES } from './members'
import { recordUpTo } from './record-member'
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

/** A run of the family, which is read when its turn has come. */
export type HeldBranch = {
  readonly name: string | null
  readonly notes: string
  /** Where its record lies, if it has one. */
  readonly record: string
  /** @throws ProjectFault where it is not what it was a moment ago */
  readonly read: () => Promise<Pick<HeldRun, 'checkpoint' | 'keyframes' | 'moments'>>
}

/** What goes into a project beside its run. */
export type BesideRun = Pick<ProjectChoices, 'notes' | 'family'> & {
  /** Whether the numbers of the table may be read out of it. */
  readonly isOpen: boolean
  /** Where the run's record lies; null where there is none. */
  readonly record: string | null
  readonly branches: readonly HeldBranch[]
  /** Whether it is a run of a family: then its table is in the project of the family. */
  readonly isBranch: boolean
  readonly machine: Machine
}

/** The members of a project, with its manifest, which tells of all others, as the last. */
export async function* membersOf(
  { checkpoint, keyframes, moments, series, engine, table }: HeldRun,
  beside: BesideRun,
): AsyncGenerator<NewMember> {
  const notes = new Map<string, MemberNote>()
  const noted = (name: string, pieces: NewMember['pieces']) => ({ name, pieces: hashed(name, pieces, notes) })
  const { initial, present, best } = checkpoint
  const { isOpen, record, branches, isBranch, machine, family } = beside
  // It is opened under another id, and what is not used is not written down.
  const run = encodeNote({ ...checkpoint, id: '', initial: noteOf(initial), present: noteOf(present) })
  yield noted(RUN, [utf8(run)])
  yield noted(NOTES, [utf8(beside.notes)])
  if (table && isOpen && !isBranch) yield noted(SERIES, encodeSeries(table.series, table.sha256))
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
  let touched = isTouched(checkpoint)
  for (const [index, branch] of branches.entries()) {
    const held = { series, engine, table, ...(await branch.read()) }
    touched ||= isTouched(held.checkpoint)
    yield noted(branchName(index), zipped(membersOfBranch(branch, held, beside)))
  }
  const fingerprints = all.map(({ updatesDone, numbers }) => ({
    update: updatesDone,
    fingerprint: fingerprintOf(numbers),
  }))
  const arithmetic = arithmeticOf(checkpoint.config.network)
  const told = {
    ...machine,
    engine,
    arithmetic,
    series: seriesNote(series, table, isOpen),
    keyframes: fingerprints,
  }
  const manifest = encodeManifest({ ...told, branches, family, members: notes }, touched)
  yield { name: MANIFEST, pieces: [utf8(manifest)] }
}

/** A run of the family is a project by itself, but for its table. */
async function* membersOfBranch(
  { notes, record }: HeldBranch,
  held: HeldRun,
  beside: BesideRun,
): AsyncGenerator<NewMember> {
  const alone = { notes, record, branches: [], isBranch: true, family: 'included' } as const
  yield* membersOf(held, { ...beside, ...alone })
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
