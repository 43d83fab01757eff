/** The loss of one sequence, and its gradient by the predictions. */
export type SequenceLoss = {
  readonly loss: number
  /** [time step, output]; zero where no target is there. */
  readonly byPredictions: Float64Array
}

/**
 * The mean squared error over all targets of a sequence that are there, as `maskedSquaredError` of
 * `main/trainer/training/update/loss.ts` has it of a whole batch. It is the sum of the shares of its time steps: what
 * time step s adds is ℓ_s, with the gradient of row s and zeros else.
 *
 * @param predictions [time step, output]
 * @param targets of the same shape, NaN where one is missing
 * @throws Error if they are not as many
 */
export function sequenceLoss(predictions: Float64Array, targets: Float64Array): SequenceLoss {
  if (predictions.length !== targets.length)
    throw new Error(
      `expected as many targets as numbers predicted, but ${predictions.length} ≠ ${targets.length}`,
    )
  const count = Math.max(
    1,
    targets.reduce((known, target) => (Number.isNaN(target) ? known : known + 1), 0),
  )
  let loss = 0
  const byPredictions = predictions.map((prediction, i) => {
    const target = targets[i] as number
    if (Number.isNaN(target)) return 0
    loss += (prediction - target) ** 2 / count
    return (2 * (prediction - target)) / count
  })
  return { loss, byPredictions }
}
