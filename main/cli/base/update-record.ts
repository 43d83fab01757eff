import type { UpdateBatch } from '@contract/run/run'

/** One update as it is told. */
export type UpdateRecord = {
  /** The first of a run is 1. */
  readonly update: number
  readonly loss: number
  readonly gradientNorm: number
  /** Mean of all losses since the training began here, this one included. */
  readonly runningMeanLoss: number
  /** Time t in radians, and what belongs to it: [time step]. */
  readonly times: Float32Array
  readonly inputs: Float32Array
  readonly targets: Float32Array
  readonly predictions: Float32Array
}

/** Takes batches apart into updates; remembers the sum of the losses from one batch to the next. */
export function createUnbatcher(): (batch: UpdateBatch) => UpdateRecord[] {
  let sum = 0
  let count = 0
  return ({ firstUpdate, losses, gradientNorms, lengths, times, inputs, targets, predictions }) => {
    let from = 0
    return Array.from(losses, (loss, i) => {
      const to = from + (lengths[i] as number)
      sum += loss
      count += 1
      const record = {
        update: firstUpdate + i,
        loss,
        gradientNorm: gradientNorms[i] as number,
        runningMeanLoss: sum / count,
        times: times.subarray(from, to),
        inputs: inputs.subarray(from, to),
        targets: targets.subarray(from, to),
        predictions: predictions.subarray(from, to),
      }
      from = to
      return record
    })
  }
}
