import type { SourceFacts } from '@contract/data/source-facts'
import type { UpdateBatch } from '@contract/run/run'

/** Two outputs of a series of months, of which one is an input as well. */
export const SERIES: SourceFacts = {
  axis: 'time-steps',
  inputs: ['wind', 'load'],
  targets: ['load', 'price'],
  times: {
    kind: 'calendar',
    first: Date.UTC(1944, 7, 1),
    months: 1,
    of: 'dates',
    name: 'month',
    unit: 'month',
  },
}

/** What the series has in a row, of input 0 and of any output: each number tells where it comes from. */
export const inputIn = (row: number) => Math.fround(row + 0.5)
export const targetIn = (row: number, output: number) => Math.fround((output + 1) * 1000 + row)
export const predictionIn = (row: number, output: number, update: number) =>
  Math.fround(targetIn(row, output) + update / 64)

/** A batch of windows of that series, one for each length, with rows in a row. */
export function seriesBatch({
  lengths,
  starts,
  firstUpdate = 1,
  outputs = SERIES.targets.length,
  missing = () => false,
}: {
  readonly lengths: readonly number[]
  readonly starts: readonly number[]
  readonly firstUpdate?: number
  readonly outputs?: number
  /** Where a target is missing. */
  readonly missing?: (row: number, output: number) => boolean
}): UpdateBatch {
  const steps = lengths.flatMap((length, i) =>
    Array.from({ length }, (_, j) => ({ row: (starts[i] ?? 0) + j, update: firstUpdate + i })),
  )
  const ofOutputs = (make: (row: number, output: number, update: number) => number) =>
    Float32Array.from(
      steps.flatMap(({ row, update }) =>
        Array.from({ length: outputs }, (_, output) => make(row, output, update)),
      ),
    )
  return {
    runId: 'run-1',
    firstUpdate,
    losses: Float32Array.from(lengths, (_, i) => 1 / (firstUpdate + i)),
    gradientNorms: Float32Array.from(lengths, () => 1),
    validationLosses: Float32Array.from(lengths, () => Number.NaN),
    lengths: Uint32Array.from(lengths),
    starts: Float64Array.from(starts),
    steps: new Float64Array(lengths.length).fill(1),
    outputs,
    inputs: Float32Array.from(steps, ({ row }) => inputIn(row)),
    targets: ofOutputs((row, output) => (missing(row, output) ? Number.NaN : targetIn(row, output))),
    predictions: ofOutputs(predictionIn),
    updatesPerSecond: 20,
  }
}
