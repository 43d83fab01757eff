import type { UpdateBatch } from '@contract/run/run'

/** One update as it is told. */
export type UpdateRecord = {
  /** The first of a run is 1. */
  readonly update: number
  readonly loss: number
  readonly gradientNorm: number
  /** Of the weights after it; NaN where they were not evaluated. */
  readonly validationLoss: number
  /** Mean of all losses since the training began here, this one included. */
  readonly runningMeanLoss: number
  /** Place of the window's first time step and distance between two, in the axis' unit. */
  readonly start: number
  readonly step: number
  /** [time step] */
  readonly inputs: Float32Array
  /** [time step, output] */
  readonly targets: Float32Array
  readonly predictions: Float32Array
}

/** Takes batches apart into updates; remembers the sum of the losses from one batch to the next. */
export function createUnbatcher(): (batch: UpdateBatch) => UpdateRecord[] {
  let sum = 0
  let count = 0
  return (batch) => {
    const { firstUpdate, losses, gradientNorms, validationLosses, lengths, starts, steps, outputs } = batch
    let from = 0
    return Array.from(losses, (loss, i) => {
      const to = from + (lengths[i] as number)
      sum += loss
      count += 1
      const record = {
        update: firstUpdate + i,
        loss,
        gradientNorm: gradientNorms[i] as number,
        validationLoss: validationLosses[i] as number,
        runningMeanLoss: sum / count,
        start: starts[i] as number,
        step: steps[i] as number,
        inputs: batch.inputs.subarray(from, to),
        targets: batch.targets.subarray(from * outputs, to * outputs),
        predictions: batch.predictions.subarray(from * outputs, to * outputs),
      }
      from = to
      return record
    })
  }
}

/** Time t of each time step of an update of the lesson, in radians, as the float32 numbers that the programs have. */
export function timesOf({ start, step, inputs }: UpdateRecord): Float32Array {
  return Float32Array.from(inputs, (_, i) => (start + i * step) * Math.PI)
}
