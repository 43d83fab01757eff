import { createHash } from 'node:crypto'
import { text } from '@contract/language/texts'
import type { FamilyPlaces, NewPlace, OpenedFamily, PlacedRun, WrittenFile } from '@contract/project/family'
import type { RunId } from '@contract/run-id'
import type { MomentId } from '@contract/timeline/moment'
import { writeDurably } from '../../../disk/own-file'
import { explain, isSystemError } from '../../../disk/system-error'
import type { FindSeries } from '../../data/source/source'
import { describeNetwork } from '../../network/shape/describe-network'
import { encodeKeyframes, KEYFRAME_FILE_BYTES } from '../../timeline/keyframe-file'
import type { PackedKeyframe } from '../../timeline/keyframes'
import { type Checkpoint, encodeInitial, encodePresent } from '../../weights/checkpoint/checkpoint'
import { MAIN_LABEL } from '../members'
import type { ProjectFile } from '../read-project'
import { restoreRun } from '../restore-run'
import { ProjectFault } from '../zip/project-fault'
import { type Branch, checkBranch, inBranch, openFamily } from './read-family'
import { sameRun } from './same-run'

/** The family of a project where it is to be kept, and the run itself with its link into it. */
export type PlacedFamily = OpenedFamily & { readonly branch: MomentId | null }

/**
 * Puts the runs of a project's family that are not there yet where main has places for them; they count when main says so. All
 * of the family is looked at in any case. After a failure what lies in the places is nobody's.
 *
 * @param runId of the project's own run
 * @throws ProjectFault, and the signal's reason
 */
export async function placeFamily(
  project: ProjectFile,
  { runId, family: { places, known } }: { readonly runId: RunId; readonly family: FamilyPlaces },
  find: FindSeries,
  signal: AbortSignal,
): Promise<PlacedFamily> {
  const between = () => signal.throwIfAborted()
  const branches = await openFamily(project, between)
  const labels = new Set([MAIN_LABEL, ...branches.map(({ label }) => label)])
  const ids = new Map([[MAIN_LABEL, runId]])
  const free = [...places]
  const found: RunId[] = []
  const fresh: { readonly branch: Branch; readonly place: NewPlace }[] = []
  for (const branch of branches) {
    const { member, label, name, project: of } = branch
    const others = known.filter((one) => !found.includes(one.runId))
    const isLinked = labels.has(of.run.branch?.runId ?? '')
    const same = await inBranch(member, () => sameRun(of, name, others, isLinked))
    const place = same ? undefined : free.shift()
    if (same) found.push(same.runId)
    else if (place) fresh.push({ branch, place })
    const id = same?.runId ?? place?.runId
    if (id !== undefined) ids.set(label, id)
    if (!place) await checkBranch(branch, find, between)
  }
  const linked = (branch: MomentId | null | undefined) =>
    branch ? { ...branch, runId: ids.get(branch.runId) ?? branch.runId } : null
  const placed: PlacedRun[] = []
  for (const { branch, place } of fresh)
    placed.push(await inBranch(branch.member, () => placeRun(branch, place, linked, find, signal)))
  return { placed, known: found, branch: linked(project.run.branch) }
}

async function placeRun(
  { name, project }: Branch,
  place: NewPlace,
  linked: (branch: MomentId | null | undefined) => MomentId | null,
  find: FindSeries,
  signal: AbortSignal,
): Promise<PlacedRun> {
  const { checkpoint: read, keyframes, loss } = await restoreRun(project, place, find, signal)
  const branch = linked(read.branch)
  const checkpoint: Checkpoint = { ...read, branch }
  const initial = await write(place.initial, encodeInitial(checkpoint))
  const present = await write(place.present, encodePresent(checkpoint))
  const moments = encodeKeyframes(place.runId, fewer(keyframes))
  if (moments) await write(place.keyframes, moments)
  signal.throwIfAborted()
  const { config, goal, broke } = checkpoint
  const { updatesDone } = checkpoint.present
  const network = describeNetwork(checkpoint.initial.network).summary
  const phase = broke ? 'diverged' : updatesDone < goal ? 'paused' : 'finished'
  const run = { id: place.runId, name, network, config, updatesDone, goal, phase, loss, branch } as const
  return { run, notes: project.notes, present, initial }
}

/** @throws ProjectFault where the disk does not take it */
async function write(path: string, bytes: Uint8Array): Promise<WrittenFile> {
  try {
    await writeDurably(path, bytes)
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new ProjectFault(text('project.runUnwritten', { why: explain(error.code) }))
  }
  return { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** As many keyframes as a kept run has at most, as equally far apart as they were. */
function fewer(keyframes: readonly PackedKeyframe[]): readonly PackedKeyframe[] {
  const bytes = keyframes.reduce((sum, { numbers }) => sum + numbers.byteLength, 0)
  return bytes <= KEYFRAME_FILE_BYTES ? keyframes : fewer(keyframes.filter((_, i) => i % 2 === 1))
}
