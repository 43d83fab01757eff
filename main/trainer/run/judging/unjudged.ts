import type { Waited } from '../../graph/native/begun'
import { OTHERS } from '../../training/evaluate/recorded-forward'
import type { Mark } from '../../training/mark'
import type { Evaluating } from './evaluations'

/** Updates that are made and not told yet, as the weights after them are being evaluated. */
export type Unjudged = {
  /** How many. */
  readonly updates: number
  /** Whether the next piece need not be waited for. */
  readonly canGoOn: () => boolean
  /** Whether another thread has something to do for the engine first, which has to take it. */
  readonly isHeldUp: () => boolean
  /** Does the next piece. @returns what tells these updates, at the end */
  readonly goOn: () => (() => void) | null
  /** Calls the evaluation off; the run stands where it stood before these updates, which count for nothing. */
  readonly takeBack: () => void
}

/**
 * @param marks of all that the updates have changed, from before them
 * @param isBusy whether the engine goes on with something; for what somebody else has begun nobody waits
 * @param tell tells them, with the validation loss
 */
export function createUnjudged(
  updates: number,
  evaluating: Evaluating,
  marks: readonly Mark[],
  isBusy: () => boolean,
  tell: (validationLoss: number) => void,
): Unjudged {
  let waitsFor: Waited | undefined
  const isHeldUp = () => waitsFor === OTHERS && !waitsFor.isDone() && isBusy()
  return {
    updates,
    canGoOn: () => (waitsFor === OTHERS ? !isHeldUp() : (waitsFor?.isDone() ?? true)),
    isHeldUp,
    goOn: () => {
      const piece = evaluating.next()
      waitsFor = piece.done ? undefined : piece.value
      if (!piece.done) return null
      for (const { release } of marks) release()
      const { value } = piece
      return () => tell(value)
    },
    takeBack: () => {
      evaluating.return(Number.NaN)
      for (const { goBack } of marks) goBack()
    },
  }
}
