import { text } from '@contract/language/texts'
import { type FamilyMember, MOST_BRANCHES } from '@contract/project/family'
import type { RunId } from '@contract/run-id'
import type { MomentId } from '@contract/timeline/moment'
import { encodeKeyframes } from '../../timeline/keyframe-file'
import type { Checkpoint } from '../../weights/checkpoint/checkpoint'
import { chosenKeyframes } from '../keyframe-member'
import { branchLabel, MAIN_LABEL } from '../members'
import { isOfSameSeries } from '../read-project'
import type { HeldBranch } from '../run-members'
import { ProjectFault } from '../zip/project-fault'
import { keptCheckpoint, keptKeyframes } from './kept-run-files'

/** The family of a run as it goes into a project file. */
export type HeldFamily = {
  readonly branches: readonly HeldBranch[]
  /** Of the run itself, with the name in the file of what it is a branch of. */
  readonly branch: MomentId | null
}

/**
 * Looks at the kept runs of a family, which are read once more, one by one, when they are written. One that cannot be read is left
 * out: what a person saves is the run, and the others are kept as they were.
 */
export async function heldFamily(main: Checkpoint, family: readonly FamilyMember[]): Promise<HeldFamily> {
  const whole: FamilyMember[] = []
  for (const member of family.slice(0, MOST_BRANCHES)) {
    const checkpoint = await keptCheckpoint(member.files)
    if (checkpoint && isOfSameSeries(checkpoint, main)) whole.push(member)
  }
  const labels = new Map<RunId, string>([[main.id, MAIN_LABEL]])
  for (const [index, { runId }] of whole.entries()) labels.set(runId, branchLabel(index))
  const linked = (branch: MomentId | null | undefined) =>
    branch ? { ...branch, runId: labels.get(branch.runId) ?? branch.runId } : null
  const branches = whole.map((member): HeldBranch => {
    const { name, notes, files } = member
    return { name, notes, record: files.record, read: () => readAgain(member, linked) }
  })
  return { branches, branch: linked(main.branch) }
}

async function readAgain(
  { name, files }: FamilyMember,
  linked: (branch: MomentId | null | undefined) => MomentId | null,
) {
  const checkpoint = await keptCheckpoint(files)
  if (!checkpoint) throw new ProjectFault(text('project.branchUnread', { branch: name }))
  const { initial, present, branch } = checkpoint
  const between = (await keptKeyframes(files, checkpoint)).filter(
    ({ updatesDone }) => updatesDone > initial.updatesDone && updatesDone < present.updatesDone,
  )
  const updates = [initial.updatesDone, ...between.map(({ updatesDone }) => updatesDone)]
  const chosen = new Set(chosenKeyframes(updates, present.updatesDone))
  const keyframes = between.filter(({ updatesDone }) => chosen.has(updatesDone))
  const others = between.filter(({ updatesDone }) => !chosen.has(updatesDone))
  return {
    checkpoint: { ...checkpoint, branch: linked(branch) },
    keyframes,
    moments: encodeKeyframes('', others),
  }
}
