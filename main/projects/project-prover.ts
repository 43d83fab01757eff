import type { OpenedProject } from '@contract/project/project'
import type { ProofScope } from '@contract/project/proof'
import type { ProofStanding } from '@contract/project/standing'
import type { RunDescription } from '@contract/run/run'
import type { RunId } from '@contract/run-id'
import type { Ask } from '../host/trainer-host'

/** The most parameters times updates of a run that is made again as a whole when its project is opened: a second or two. */
const SMALL = 2_000_000

/**
 * How much of a project proves itself when it is opened: all of a small run, of which it would be odd to prove a handful of updates.
 * Its family is proven on demand.
 */
export function scopeAtOpening(
  description: Pick<RunDescription, 'parameterCount' | 'updatesBefore'> | null,
  { updatesDone }: Pick<OpenedProject, 'updatesDone'>,
): ProofScope {
  if (!description) return 'last'
  const { parameterCount, updatesBefore } = description
  return parameterCount * (updatesDone - updatesBefore) <= SMALL ? 'run' : 'last'
}

/** Proofs of project files, one at a time: a newer one takes the place of the one before. */
export type ProjectProver = {
  readonly prove: (run: RunId, path: string, scope: ProofScope, ask: Ask) => Promise<void>
  /** Calls the proof off that is under way; what was known before it stands. */
  readonly end: () => void
}

/**
 * @param known what is known of a run so far
 * @param become hears of every change of that
 */
export function createProjectProver(
  tell: (name: 'cancelProof') => void,
  known: (run: RunId) => ProofStanding | null,
  become: (run: RunId, proof: ProofStanding | null) => void,
): ProjectProver {
  /** Stands for the proof that is under way. */
  let newest: symbol | null = null

  return {
    prove: async (run, path, scope, ask) => {
      const own = Symbol(scope)
      newest = own
      const was = known(run)
      const before = was?.kind === 'proving' ? null : was
      become(run, { kind: 'proving', scope })
      const answer = await ask('proveProject', path, scope)
      if (newest !== own) return
      newest = null
      if (answer.ok)
        return become(run, answer.value ? { kind: 'proven', scope, proof: answer.value } : before)
      // That there is no trainer any more is said already.
      const isOver = answer.error.code === 'trainer-gone'
      become(run, isOver ? before : { kind: 'failed', why: answer.error.text })
    },
    end: () => {
      if (newest !== null) tell('cancelProof')
    },
  }
}
