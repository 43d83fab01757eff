import type { InsideDynamics, MatrixFacts } from '@contract/inside/dynamics'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** So near to 1 the size of a change counts as kept. */
const KEPT = 0.02

/** How far the farthest eigenvalue is from zero. */
export function radiusOf({ eigenvalues }: MatrixFacts): number | null {
  return eigenvalues && Math.hypot(eigenvalues.re[0] ?? 0, eigenvalues.im[0] ?? 0)
}

/** What becomes of a small change of the state over the window; null where that is not known. */
export function fateOf({ growth }: InsideDynamics): Text | null {
  if (growth === null || Number.isNaN(growth)) return null
  const factor = Math.exp(growth)
  if (Math.abs(growth) <= KEPT) return text('dynamics.keeps', { factor })
  return growth < 0 ? text('dynamics.dies', { factor }) : text('dynamics.grows', { factor })
}

/** What follows from the recurrent kernel alone, and what does not; null where its singular value is not known. */
export function boundOf({ cell, kernel: { stretch } }: InsideDynamics): Text | null {
  if (cell === 'gru' || cell === 'lstm') return text('dynamics.gated')
  if (stretch === null) return null
  return text(stretch < 1 ? 'dynamics.mustVanish' : 'dynamics.mayGrow')
}

/** Whether something was too large to be computed. */
export function isIncomplete({ kernel, jacobian, growth }: InsideDynamics): boolean {
  return growth === null || [kernel, jacobian].some((one) => one.eigenvalues === null || one.stretch === null)
}
