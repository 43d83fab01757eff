import type { Text } from '../language/text'
import { text } from '../language/texts'

/**
 * How much of a project is to prove itself: the last segment of its run, all of that, or all of its family as well. A segment is
 * the updates between two keyframes.
 */
export type ProofScope = 'last' | 'run' | 'all'

/** The largest relative difference that counts as rounding. */
export const TOLERANCE = 1e-4

/** How far a proof is: updates that were made again, and those that are to be. */
export type ProofProgress = { readonly updates: number; readonly of: number }

/**
 * What became of it. `identical`: all numbers have the same bits. `close`: what differs is rounding. `different`: it is more
 * than that. `computed-otherwise`: it is more, but the project was saved by a version of Unroll that computes such a network in
 * another order, and rounding grows from update to update, so that nothing is proven. `unrecorded`: nothing of what is recorded is different, but there is nothing to hold some updates against.
 */
export type ProofVerdict =
  | { readonly kind: 'identical' }
  | {
      readonly kind: 'close'
      /** The largest relative difference in any segment. */
      readonly difference: number
      /** What is otherwise here than where the project was saved; null where nothing is known to be. */
      readonly because: 'version' | 'processor' | 'tensorflow' | null
    }
  | {
      readonly kind: 'different' | 'computed-otherwise'
      /** The first update whose numbers, or whose weights after it, are others. */
      readonly update: number
      /** The relative difference there. */
      readonly difference: number
    }
  | {
      readonly kind: 'unrecorded'
      /** The first update that is not in the record. */
      readonly update: number
    }

/** What a run in a project file has shown of itself. */
export type RunProof = {
  /** Updates that were made again, and how many of them gave the very same bits. */
  readonly updates: number
  readonly identical: number
  /** Segments that were made again, and those that there are. */
  readonly segments: number
  readonly segmentsInAll: number
  readonly verdict: ProofVerdict
}

/** What a run of the family has shown of itself. */
export type BranchProof = RunProof & {
  /** Its name in the file, and what a person calls it; null where nobody has named it. */
  readonly member: string
  readonly name: string | null
}

/** What a project file has shown of itself: its run, and the runs of its family that were made again. */
export type Proof = RunProof & {
  readonly branches: readonly BranchProof[]
  /** Runs of the family that there are. */
  readonly branchesInAll: number
}

/** Whether all that a project has was made again. */
export function isWhole({ segments, segmentsInAll, branches, branchesInAll }: Proof): boolean {
  return segments === segmentsInAll && branches.length === branchesInAll
}

/** Whether a project is what it says: what was made again is what was saved, all of it, but for rounding. */
export function isProven({ branches, ...run }: Pick<Proof, 'verdict' | 'branches'>): boolean {
  return [run, ...branches].every(({ verdict }) => verdict.kind === 'identical' || verdict.kind === 'close')
}

/** What a proof says, in a sentence or two. */
export function proofText({ branches, ...run }: Proof): Text {
  const wrong = isProven({ ...run, branches: [] })
    ? branches.find(({ verdict }) => !isProven({ verdict, branches: [] }))
    : undefined
  if (wrong) return text('project.ofBranch', { branch: wrong.name ?? wrong.member, sentence: runText(wrong) })
  if (branches.length === 0 || !isProven({ ...run, branches })) return runText(run)
  const updates = branches.reduce((sum, one) => sum + one.updates, 0)
  const identical = branches.reduce((sum, one) => sum + one.identical, 0)
  const family = { count: branches.length, updates, identical }
  return text('project.withFamily', { sentence: runText(run), ...family })
}

function runText({ updates, identical, segments, segmentsInAll, verdict }: RunProof): Text {
  if (updates === 0) return text('project.nothingToProve')
  switch (verdict.kind) {
    case 'identical':
      return segments === segmentsInAll
        ? text('project.identical', { updates, identical })
        : text('project.lastIdentical', { updates, identical, segmentsInAll })
    case 'close': {
      const { difference, because } = verdict
      return text('project.close', { difference, segments, segmentsInAll, because: becauseText(because) })
    }
    case 'different':
      return text('project.different', { update: verdict.update, difference: verdict.difference })
    case 'computed-otherwise':
      return text('project.computedOtherwise', { update: verdict.update, difference: verdict.difference })
    case 'unrecorded':
      return text('project.unrecorded', { update: verdict.update })
  }
}

function becauseText(because: 'version' | 'processor' | 'tensorflow' | null): Text {
  switch (because) {
    case 'version':
      return text('project.otherVersion')
    case 'processor':
      return text('project.otherProcessor')
    case 'tensorflow':
      return text('project.otherTensorflow')
    case null:
      return text('project.otherRounding')
  }
}
