import type { PartName, PartRange } from '@contract/data/parts'
import type { Scalers } from '@contract/data/scaler'
import { text } from '@contract/language/texts'
import { MOST_BRANCHES } from '@contract/project/family'
import type { ProjectChoices, ProjectWriter } from '@contract/project/project'
import { runName } from '@contract/run/run-budget'
import { fieldsOf, isCount, parsedJson } from '../weights/base/parsed-json'
import { branchName, MANIFEST, MOST_KEYFRAMES } from './members'
import { ProjectFault } from './zip/project-fault'

/** The version of the format with touches that were kept; where none is, the oldest with all that there is is written. */
export const VERSION = 3
const WITH_FAMILY = 2
const WITHOUT_FAMILY = 1
/**
 * The oldest version whose readers can open what is written: they pass over what they do not know of it. Of touches they would
 * make other updates again, so that these need a reader that knows them.
 */
const READABLE_FROM = 1
const FORMAT = 'unroll-project'

/** A member, as it was written. */
export type MemberNote = { readonly bytes: number; readonly sha256: string }

/** The series of a run, for whoever reads the file; what Unroll needs of it follows from the settings. */
export type SeriesNote = {
  /** Null for one that the app makes itself. */
  readonly sha256: string | null
  /** All but the hash is left out where the series is. */
  readonly rows?: number
  readonly parts?: Readonly<Record<PartName, PartRange>>
  readonly scalers?: Scalers
}

/** What is said of a run of the family, beside what it says of itself; null: nobody has named it. */
export type BranchNote = { readonly name: string | null }

/** What a project says of itself. */
export type Manifest = {
  readonly writer: ProjectWriter
  readonly engine: string
  readonly tfjs: string
  /** How its network is computed: `arithmeticOf`. */
  readonly arithmetic: number
  /** Null for the lesson. */
  readonly series: SeriesNote | null
  /** The updates that there are keyframes after, in order, and the SHA-256 of the numbers of each. */
  readonly keyframes: readonly { readonly update: number; readonly fingerprint: string }[]
  /** The runs of its family, in the order of their members. */
  readonly branches: readonly BranchNote[]
  readonly family: ProjectChoices['family']
  /** All members but this one, by their names. */
  readonly members: ReadonlyMap<string, MemberNote>
}

/** A manifest that was read. */
export type ReadManifest = Manifest & {
  /** The version of the format, where it is a newer one than this app writes; else null. */
  readonly newer: number | null
}

/**
 * Writes it as JSON that a person can read.
 *
 * @param isTouched whether touches are kept in one of its runs
 */
export function encodeManifest({ writer, members, ...rest }: Manifest, isTouched: boolean): string {
  const { app, tensorflow, processor, system } = writer
  const { engine, tfjs, arithmetic, series, keyframes, branches, family } = rest
  const untouched = branches.length > 0 ? WITH_FAMILY : WITHOUT_FAMILY
  const version = isTouched ? VERSION : untouched
  const readableFrom = isTouched ? VERSION : READABLE_FROM
  const named = branches.map(({ name }, index) => ({ member: branchName(index), name }))
  return `${JSON.stringify(
    {
      ...{ format: FORMAT, version, readableFrom },
      ...{ app, engine, tensorflow, tfjs, arithmetic, processor, system },
      ...{ series, keyframes },
      ...(family === 'left-out' && { family }),
      ...(named.length > 0 && { branches: named }),
      members: Object.fromEntries(members),
    },
    null,
    2,
  )}\n`
}

/**
 * Reads it. What this version does not know is passed over; what it needs must be as it was written.
 *
 * @throws ProjectFault also where a newer version of the format needs a newer app
 */
export function parseManifest(json: string | null): ReadManifest {
  const fields = fieldsOf(parsedJson(json ?? undefined))
  const { format, version, readableFrom = version, app, engine, tensorflow, tfjs, processor, system } = fields
  if (format !== FORMAT || !isCount(version) || version === 0) throw unreadable()
  if (!isCount(readableFrom) || readableFrom === 0 || readableFrom > version) throw unreadable()
  if (readableFrom > VERSION)
    throw new ProjectFault(text('project.newer', { found: version, known: VERSION }))
  // What was written before it was told is the first.
  const { arithmetic = 1 } = fields
  if (!isCount(arithmetic) || arithmetic === 0) throw unreadable()
  if (![app, engine, tensorflow, tfjs, processor, system].every(isName)) throw unreadable()
  const members = Object.entries(fieldsOf(fields.members)).map(([name, note]) => {
    const { bytes, sha256 } = fieldsOf(note)
    if (!isCount(bytes) || !isHash(sha256)) throw unreadable()
    return [name, { bytes, sha256 }] as const
  })
  const keyframes = Array.isArray(fields.keyframes) ? fields.keyframes.map(parseKeyframe) : []
  const isInOrder = keyframes.every(({ update }, i) => i === 0 || update > (keyframes[i - 1]?.update ?? 0))
  if (keyframes.length === 0 || keyframes.length > MOST_KEYFRAMES || !isInOrder) throw unreadable()
  return {
    writer: { app, tensorflow, processor, system } as ProjectWriter,
    engine: String(engine),
    tfjs: String(tfjs),
    arithmetic,
    // Told for others: here it follows from the series.
    series: null,
    keyframes,
    branches: version > WITHOUT_FAMILY ? parseBranches(fields.branches) : [],
    family: fields.family === 'left-out' ? 'left-out' : 'included',
    members: new Map(members),
    newer: version > VERSION ? version : null,
  }
}

function parseKeyframe(value: unknown): Manifest['keyframes'][number] {
  const { update, fingerprint } = fieldsOf(value)
  if (!isCount(update) || !isHash(fingerprint)) throw unreadable()
  return { update, fingerprint }
}

function parseBranches(value: unknown): readonly BranchNote[] {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > MOST_BRANCHES) throw unreadable()
  return value.map((each, index) => {
    const { member, name } = fieldsOf(each)
    const isNamed = name === null || (typeof name === 'string' && runName(name) === name)
    if (member !== branchName(index) || !isNamed) throw unreadable()
    return { name }
  })
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{64}$/.test(value)
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 200
}

function unreadable(): ProjectFault {
  return new ProjectFault(text('project.unreadable', { member: MANIFEST }))
}
