import type { PartRange } from '@contract/data/parts'
import type { PreparedSeries } from '../../data/windows/prepared'
import { atOnce } from '../../pieces'
import type { Tensor1D } from '../../tensorflow'
import { predictPieces, type Question } from './predict-pieces'

/** A question whose answers are known. */
type Judged<Wait> = Question<Wait> & { readonly series: Pick<PreparedSeries, 'targets' | 'mask'> }

/**
 * The mean squared error of a network over the targets of some pieces that are there, in its own units, as the loss of
 * training is: Σ m·(p − t)² / Σ m over all rows and outputs. NaN where no target is there.
 *
 * @param parameters all parameters, [parameter count]
 */
export function evaluate(question: Judged<never>, parameters: Tensor1D): number {
  return atOnce(evaluateInPieces(question, parameters))
}

/** The same in pieces, as `predictPieces`. */
export function* evaluateInPieces<Wait>(
  question: Judged<Wait>,
  parameters: Tensor1D,
): Generator<Wait | undefined, number> {
  const { targets, mask } = question.series
  const { outputs } = question.plan.network
  let [squares, count] = [0, 0]
  yield* predictPieces(question, parameters, (row, predictions, from) => {
    for (let output = 0; output < outputs; output += 1) {
      const at = row * outputs + output
      if (mask?.[at] === 0) continue
      squares += ((predictions[from + output] as number) - (targets[at] as number)) ** 2
      count += 1
    }
  })
  return squares / count
}

/**
 * What a network predicts for the target rows of a range, in its own units: [target row, output], NaN where it predicts
 * nothing. In pieces, as `predictPieces`.
 */
export function* predictRange(
  question: Question,
  parameters: Tensor1D,
  { from, to }: PartRange,
): Generator<void, Float32Array> {
  const { outputs } = question.plan.network
  const all = new Float32Array((to - from) * outputs).fill(Number.NaN)
  yield* predictPieces(question, parameters, (row, predictions, at) => {
    all.set(predictions.subarray(at, at + outputs), (row - from) * outputs)
  })
  return all
}
