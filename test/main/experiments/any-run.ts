import type { ExperimentRun } from '@contract/experiment/experiment'

/** A run with numbers that follow from its place, and are those of no other; some have no exact decimal. */
export function anyRun(index: number, change: Partial<ExperimentRun> = {}): ExperimentRun {
  const row = (length: number, by: number) => Float32Array.from({ length }, (_, i) => (index + 1) / (i + by))
  return {
    index,
    end: 'goal',
    updates: 60,
    stride: 1,
    losses: row(60, 3),
    validationLosses: Float32Array.of(Number.NaN, 1 / (index + 7)),
    lastLoss: (index + 1) / 62,
    bestLoss: 0.1 + index,
    best: { update: 2, loss: 1 / (index + 7) },
    validationLoss: 1e-30 * (index + 1),
    rivalLoss: null,
    seconds: 0.123,
    shown: [
      {
        ...{ update: 60, at: 0.1, start: 59 * Math.PI, step: 0.1 },
        targets: Float32Array.of(Number.NaN, 0.5, -0),
        predictions: row(3, 9),
      },
    ],
    ...change,
  }
}
