import type { Breakdown } from '@contract/run/run'
import { FIGURES } from './update/consecutive-updates'

/**
 * `diverged`: the loss, the norm of the gradient or a new parameter was not a finite number, so nothing was changed.
 */
export type UpdateResult =
  | {
      readonly kind: 'updated'
      /** Mean squared error over the targets of the window that are there, from before the update. */
      readonly loss: number
      /** Global norm of the gradient, before it was clipped. */
      readonly gradientNorm: number
      /** Of the first sequence, from before the update or from after it: [time step · output]. */
      readonly predictions: Float32Array
    }
  | ({ readonly kind: 'diverged' } & Omit<Breakdown, 'update'>)

/** An update that was made. */
export type MadeUpdate = Extract<UpdateResult, { kind: 'updated' }>
/** One that was not, as its numbers are not finite. */
export type Diverged = Extract<UpdateResult, { kind: 'diverged' }>

/** What `figures` are of, in their order. */
const MEASURED = ['loss', 'gradient', 'weights'] as const satisfies readonly Diverged['what'][]

/** The first of the figures of one update after the other that is not finite; null when all are. */
export function divergedBy(figures: ArrayLike<number>): Diverged | null {
  const first = Array.prototype.findIndex.call(figures, (figure: number) => !Number.isFinite(figure))
  const what = MEASURED[first % FIGURES]
  return what ? { kind: 'diverged', what, tensor: null } : null
}
