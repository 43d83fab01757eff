import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import { MOST_NOTES } from '@contract/project/project'
import { framesIn, type RawFrame } from '../../record/frames-in'
import { decodeSeries } from '../data/table/series-file'
import { decodeKeyframes } from '../timeline/keyframe-file'
import type { PackedKeyframe } from '../timeline/keyframes'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { gatherParameters, noteOf } from '../weights/checkpoint/checkpoint-arrays'
import { parseNote, type RunNote } from '../weights/checkpoint/checkpoint-note'
import { decodeSafetensors } from '../weights/safetensors/reader'
import { decodeKeyframe, type ReadKeyframe } from './keyframe-member'
import { type Manifest, parseManifest, type ReadManifest } from './manifest'
import {
  BEST,
  branchName,
  isMore,
  keyframeName,
  MANIFEST,
  MOMENTS,
  MOST_KEYFRAMES,
  MOST_MORE,
  mostBytes,
  NOTES,
  RECORD,
  RUN,
  SERIES,
} from './members'
import { areFactsPossible } from './run-facts'
import { ProjectFault } from './zip/project-fault'
import { type Bytes, stretchOf, textOf } from './zip/read-at'
import { readDirectory, type ZipMember } from './zip/zip-reader'

/** Members beside the keyframes. */
const OTHER_MEMBERS = 7
const PIECE_BYTES = 4 * 1024 * 1024

/**
 * A project as it is read. What is read of it is held against the hash that its manifest has. Everything throws `ProjectFault` where
 * something is not as Unroll writes it, and the system's errors.
 */
export type ProjectFile = {
  readonly name: string
  readonly bytes: number
  readonly manifest: ReadManifest
  /** What it says of its run, which has no id in it. */
  readonly run: RunNote
  readonly notes: string
  readonly has: (member: string) => boolean
  readonly keyframe: (index: number) => Promise<ReadKeyframe>
  /** The run as it was saved, under an id. */
  readonly checkpoint: (runId: string) => Promise<Checkpoint>
  /** More keyframes, to go back in the run with: none where they are damaged, as they save time alone. */
  readonly moments: (numbers: number) => Promise<readonly PackedKeyframe[]>
  /** The table that it has learned; null where it is not in the file. */
  readonly series: () => Promise<Series | null>
  /** The whole frames of its record; to their end only where all of it is one. */
  readonly frames: () => AsyncGenerator<RawFrame>
  /** Some bytes of its record, as `frames` has found them. */
  readonly recordAt: (place: number, length: number) => Promise<Uint8Array>
  /** Reads a member to its end, to hold it against its hash. */
  readonly check: (member: string) => Promise<void>
  /** A run of its family, which is a project as well, in the bytes of a member. */
  readonly branch: (index: number) => Promise<ProjectFile>
}

/**
 * Reads a project: its directory, its manifest, and what it says of its run. Nothing else of it is read yet.
 *
 * @param outer the project whose family it is of: that has the table, and no run of a family has one of its own
 * @throws ProjectFault
 */
export async function readProject(
  file: Bytes,
  name: string,
  outer: ProjectFile | null = null,
): Promise<ProjectFile> {
  const members = new Map<string, ZipMember>()
  for (const member of await readDirectory(file, MOST_KEYFRAMES + OTHER_MEMBERS + MOST_MORE)) {
    const most = mostBytes(member.name)
    if (most === null) throw new ProjectFault(text('project.strangeMember', { member: member.name }))
    if (members.has(member.name)) throw new ProjectFault(text('project.memberTwice', { member: member.name }))
    if (member.bytes > most)
      throw new ProjectFault(
        text('project.memberTooLarge', { member: member.name, most, found: member.bytes }),
      )
    members.set(member.name, member)
  }

  function find(member: string): ZipMember {
    const found = members.get(member)
    if (!found) throw new ProjectFault(text('project.memberMissing', { member }))
    return found
  }

  async function bytesAt(member: ZipMember, from: number, length: number): Promise<Uint8Array> {
    const rest = Math.max(0, Math.min(length, member.bytes - from))
    const found = await file.at(member.at + from, rest)
    // Shorter than it was a moment ago.
    if (!found) throw new ProjectFault(text('project.archiveDamaged'))
    return found.bytes
  }

  const told = find(MANIFEST)
  const content = await bytesAt(told, 0, told.bytes)
  // It has the hashes of all others; of it there is the archive's checksum.
  if (crc32(content) !== told.crc) throw new ProjectFault(text('project.otherHash', { member: MANIFEST }))
  const manifest = parseManifest(textOf(content))
  const branches = new Set(manifest.branches.map((_, index) => branchName(index)))
  for (const member of members.keys()) {
    const isStrange = isMore(member) && !branches.has(member) && manifest.newer === null
    if (member !== MANIFEST && (!manifest.members.has(member) || isStrange))
      throw new ProjectFault(text('project.strangeMember', { member }))
  }
  for (const member of branches) find(member)
  if (outer && branches.size > 0) throw new ProjectFault(text('project.unreadable', { member: MANIFEST }))
  if (outer && members.has(SERIES)) throw new ProjectFault(text('project.strangeMember', { member: SERIES }))
  for (const [member, note] of manifest.members)
    if (find(member).bytes !== note.bytes) throw new ProjectFault(text('project.otherHash', { member }))

  async function* pieces(member: ZipMember): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < member.bytes; from += PIECE_BYTES)
      yield await bytesAt(member, from, PIECE_BYTES)
  }

  const recordAt = (place: number, length: number) => bytesAt(find(RECORD), place, length)

  async function check(member: string): Promise<void> {
    const hash = createHash('sha256')
    for await (const piece of pieces(find(member))) hash.update(piece)
    if (hash.digest('hex') !== manifest.members.get(member)?.sha256)
      throw new ProjectFault(text('project.otherHash', { member }))
  }

  async function whole(member: string): Promise<Uint8Array> {
    const found = find(member)
    const all = await bytesAt(found, 0, found.bytes)
    if (createHash('sha256').update(all).digest('hex') !== manifest.members.get(member)?.sha256)
      throw new ProjectFault(text('project.otherHash', { member }))
    return all
  }

  const run = parseNote(textOf(await whole(RUN)) ?? undefined)
  const notes = textOf(await whole(NOTES))
  if (!run || !areFactsPossible(run)) throw new ProjectFault(text('project.unreadable', { member: RUN }))
  // What nobody could keep or save again is none that was saved.
  if (notes === null || notes.length > MOST_NOTES)
    throw new ProjectFault(text('project.unreadable', { member: NOTES }))
  checkKeyframes(manifest, run)
  if (outer && !isOfSameSeries(run, outer.run)) throw new ProjectFault(text('project.otherSeries'))

  async function keyframe(index: number): Promise<ReadKeyframe> {
    const expected = manifest.keyframes[index]
    if (!expected || !run) throw new RangeError(`there is no keyframe ${index}`)
    const member = keyframeName(expected.update)
    return decodeKeyframe(member, await whole(member), run.config, expected)
  }

  /** Read once for all of a family. */
  let series: Promise<Series | null> | null = null
  const project: ProjectFile = {
    name,
    bytes: file.size,
    manifest,
    run,
    notes,
    has: (member) => (member === SERIES && outer ? outer.has(SERIES) : members.has(member)),
    keyframe,
    checkpoint: async (id) => {
      const [first, last] = [await keyframe(0), await keyframe(manifest.keyframes.length - 1)]
      const { best: noted, initial, present, ...facts } = run
      const isSame = (read: ReadKeyframe, note: RunNote['present']) =>
        JSON.stringify(noteOf(read.snapshot)) === JSON.stringify(note)
      if (!isSame(first, initial) || !isSame(last, present))
        throw new ProjectFault(text('project.unreadable', { member: RUN }))
      const best = noted ? { ...noted, parameters: await bestParameters() } : null
      return { ...facts, id, ...(best && { best }), initial: first.snapshot, present: last.snapshot }
    },
    moments: async (numbers) => {
      if (!members.has(MOMENTS)) return []
      return decodeKeyframes(await whole(MOMENTS), '', run.present.updatesDone, numbers)
    },
    series: () => {
      if (outer) return outer.series()
      series ??= readSeries(run.config)
      return series
    },
    frames: () => framesIn(recordAt),
    recordAt,
    check,
    branch: (index) => {
      const { at, bytes } = find(branchName(index))
      return readProject(stretchOf(file, at, bytes), branchName(index), project)
    },
  }
  return project

  async function readSeries({ data: { source } }: RunNote['config']): Promise<Series | null> {
    if (source.kind !== 'series' || source.origin.kind !== 'table' || !members.has(SERIES)) return null
    const content = await whole(SERIES)
    const found = decodeSeries(content)
    const sha256 = Buffer.from(content.subarray(-32)).toString('hex')
    if (!found.ok || sha256 !== source.origin.sha256) throw new ProjectFault(text('project.otherSeries'))
    return found.value
  }

  async function bestParameters() {
    const found = decodeSafetensors(await whole(BEST))
    const parameters = found.ok ? gatherParameters('', found.value.tensors, run?.config as never) : null
    if (!parameters) throw new ProjectFault(text('project.otherKeyframe', { member: BEST }))
    return parameters
  }
}

/** Whether two runs learn from the same, as all of a family do. */
export function isOfSameSeries(a: Pick<RunNote, 'config'>, b: Pick<RunNote, 'config'>): boolean {
  const [one, other] = [a.config.data, b.config.data]
  return one.dataSeed === other.dataSeed && JSON.stringify(one.source) === JSON.stringify(other.source)
}

/** The run begins with its first keyframe and stands at its last; each has its file. */
function checkKeyframes({ keyframes, members }: Manifest, { initial, present }: RunNote): void {
  const [first, last] = [keyframes[0]?.update, keyframes.at(-1)?.update]
  if (first !== initial.updatesDone || last !== present.updatesDone)
    throw new ProjectFault(text('project.unreadable', { member: MANIFEST }))
  const named = new Set(keyframes.map(({ update }) => keyframeName(update)))
  for (const member of named)
    if (!members.has(member)) throw new ProjectFault(text('project.memberMissing', { member }))
  for (const member of members.keys())
    if (member.startsWith('keyframes/') && !named.has(member))
      throw new ProjectFault(text('project.strangeMember', { member }))
}
