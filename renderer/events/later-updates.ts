import type { UpdateBatch } from '@contract/run/run'

/** The updates of a batch that come after one of them; null where there are none. */
export function laterUpdates(batch: UpdateBatch, update: number): UpdateBatch | null {
  const { firstUpdate, losses, outputs } = batch
  const left = Math.max(0, update + 1 - firstUpdate)
  if (left >= losses.length) return null
  if (left === 0) return batch
  const steps = batch.lengths.subarray(0, left).reduce((sum, length) => sum + length, 0)
  return {
    ...batch,
    firstUpdate: firstUpdate + left,
    losses: losses.subarray(left),
    gradientNorms: batch.gradientNorms.subarray(left),
    validationLosses: batch.validationLosses.subarray(left),
    lengths: batch.lengths.subarray(left),
    starts: batch.starts.subarray(left),
    steps: batch.steps.subarray(left),
    inputs: batch.inputs.subarray(steps),
    targets: batch.targets.subarray(steps * outputs),
    predictions: batch.predictions.subarray(steps * outputs),
  }
}
