import type { BranchProof, Proof, ProofProgress, ProofScope } from '@contract/project/proof'
import type { OpenedSource } from '../../data/open-source'
import type { FindSeries } from '../../data/source/source'
import { type Between, checkedRun } from '../checked-run'
import { type Branch, checkBranch, inBranch, openFamily } from '../family/read-family'
import { RECORD } from '../members'
import type { ProjectFile } from '../read-project'
import { sourceOf } from '../restore-run'
import { type MakingAgain, proveRun, segmentsOf, updatesIn } from './prove-run'
import { type FrameIndex, indexFrames } from './recorded'

/** How a project is proven. */
export type ProvingOptions = MakingAgain & {
  readonly scope: ProofScope
  /** What its run learns from. */
  readonly source: OpenedSource
  /** Finds what its family learns from. */
  readonly find: FindSeries
  readonly progress: (progress: ProofProgress) => void
}

/** All of a file that was looked at. */
type Checked = { readonly frames: FrameIndex; readonly family: readonly Branch[] }

/**
 * Makes updates of a project again, from each keyframe to the next and never further, as rounding that differs grows with
 * every update; compares each with the record, and what they lead to with the next keyframe. Null when it was called off.
 * Before that the file is read as it is to be opened, to its end and whatever the scope: a proof rests on nothing that was not
 * held against its hash.
 *
 * @throws ProjectFault where the file is not as Unroll writes it: wherever it could not be opened
 */
export async function prove(project: ProjectFile, options: ProvingOptions): Promise<Proof | null> {
  const { scope, source } = options
  const checked = await checkedAll(project, options)
  if (!checked) return null
  const { frames, family } = checked
  const asked = scope === 'last' ? segmentsOf(project).slice(-1) : segmentsOf(project)
  const others = scope === 'all' ? family : []
  const of = others.reduce((sum, branch) => sum + updatesIn(segmentsOf(branch.project)), updatesIn(asked))
  let before = 0
  const progress = (done: number) => options.progress({ updates: before + done, of })
  const run = await proveRun(project, frames, source, asked, options, progress)
  if (!run) return null
  before += updatesIn(asked)
  const branches: BranchProof[] = []
  for (const branch of others) {
    const one = await proveBranch(branch, options, progress)
    if (!one) return null
    branches.push(one)
    before += updatesIn(segmentsOf(branch.project))
  }
  return { ...run, branches, branchesInAll: family.length }
}

async function proveBranch(
  { member, name, project }: Branch,
  options: ProvingOptions,
  progress: (updates: number) => void,
): Promise<BranchProof | null> {
  const frames = await unlessCalledOff(options, (between) =>
    inBranch(member, () => indexFrames(project, between)),
  )
  if (!frames) return null
  const { source } = await inBranch(member, () => sourceOf(project, options.find))
  const proof = await inBranch(member, () =>
    proveRun(project, frames, source, segmentsOf(project), options, progress),
  )
  return proof && { ...proof, member, name }
}

/** Where the frames of the record lie, and the family, when all of the file is as it should be; null when it was called off. */
function checkedAll(project: ProjectFile, options: ProvingOptions): Promise<Checked | null> {
  return unlessCalledOff(options, async (between) => {
    await checkedRun(project, '', between)
    const frames = await indexFrames(project, between)
    const family = await openFamily(project, between)
    for (const branch of family) await checkBranch(branch, options.find, between)
    if (options.scope === 'last') return { frames, family }
    await checkOthers(project)
    for (const { member, project: of } of family) await inBranch(member, () => checkOthers(of))
    return { frames, family }
  })
}

/** Keyframes and record were read; of the others a run may leave some alone. */
async function checkOthers(project: ProjectFile): Promise<void> {
  for (const member of project.manifest.members.keys())
    if (!member.startsWith('keyframes/') && member !== RECORD) await project.check(member)
}

async function unlessCalledOff<T>(
  { rest, signal }: MakingAgain,
  act: (between: Between) => Promise<T>,
): Promise<T | null> {
  try {
    return await act(async () => {
      await rest()
      signal.throwIfAborted()
    })
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error
    return null
  }
}
