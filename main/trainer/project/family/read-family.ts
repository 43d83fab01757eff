import { text } from '@contract/language/texts'
import type { MomentId } from '@contract/timeline/moment'
import type { FindSeries } from '../../data/source/source'
import { type Between, checkedFrames, checkedRun } from '../checked-run'
import { branchLabel, branchName, MAIN_LABEL, MANIFEST } from '../members'
import type { ProjectFile } from '../read-project'
import { sourceOf } from '../restore-run'
import { ProjectFault } from '../zip/project-fault'

/** A run of the family in a project, and what it is called there. */
export type Branch = {
  readonly member: string
  readonly label: string
  readonly name: string | null
  readonly project: ProjectFile
}

/**
 * Opens the runs of a project's family: each is held against its hash, and none of them is, over others, a branch of itself.
 *
 * @throws ProjectFault
 */
export async function openFamily(project: ProjectFile, between: Between): Promise<readonly Branch[]> {
  const branches: Branch[] = []
  for (const [index, { name }] of project.manifest.branches.entries()) {
    const member = branchName(index)
    await project.check(member)
    const opened = await inBranch(member, () => project.branch(index))
    branches.push({ member, label: branchLabel(index), name, project: opened })
    await between()
  }
  const links = new Map([[MAIN_LABEL, project.run.branch], ...branches.map(linkOf)])
  for (const label of links.keys())
    if (leadsBack(label, links)) throw new ProjectFault(text('project.unreadable', { member: MANIFEST }))
  return branches
}

/** Reads a run of the family to its end, as one is that is to be opened. @throws ProjectFault */
export async function checkBranch(
  { member, project }: Branch,
  find: FindSeries,
  between: Between,
): Promise<void> {
  await inBranch(member, async () => {
    await sourceOf(project, find)
    await checkedRun(project, '', between)
    for await (const _ of checkedFrames(project, between));
  })
}

/** Says of what is wrong in which run of the family it is. */
export async function inBranch<T>(member: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof ProjectFault)
      throw new ProjectFault(text('project.inBranch', { member, why: error.why }))
    throw error
  }
}

function linkOf({ label, project }: Branch): [string, MomentId | null | undefined] {
  return [label, project.run.branch]
}

function leadsBack(from: string, links: ReadonlyMap<string, MomentId | null | undefined>): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = from; at !== undefined && links.has(at); at = links.get(at)?.runId) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}
