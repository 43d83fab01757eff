import type { UpdateBatch } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { type FakeWindow, fakeWindow } from './fake-network'
import { seriesBatch } from './series-batch'

function joined(windows: readonly FakeWindow[], name: 'inputs' | 'targets' | 'predictions'): Float32Array {
  return Float32Array.from(windows.flatMap((window) => [...window[name]]))
}

/** The batch of `count` fake updates from `firstUpdate` on. */
export function fakeBatch(
  firstUpdate: number,
  count: number,
  { runId = 'run-1', config = LESSON, rate = 20 }: { runId?: string; config?: RunConfig; rate?: number } = {},
): UpdateBatch {
  if (config.data.source.kind === 'series') {
    const { window, source } = config.data
    const starts = Array.from({ length: count }, (_, index) => (firstUpdate - 1 + index) * window)
    const lengths = starts.map(() => window)
    return {
      ...seriesBatch({ lengths, starts, firstUpdate, outputs: source.targets.length }),
      runId,
      updatesPerSecond: rate,
    }
  }
  const windows = Array.from({ length: count }, (_, index) => fakeWindow(firstUpdate + index, config))
  return {
    runId,
    firstUpdate,
    losses: Float32Array.from(windows, ({ loss }) => loss),
    gradientNorms: Float32Array.from(windows, ({ gradientNorm }) => gradientNorm),
    validationLosses: new Float32Array(count).fill(Number.NaN),
    lengths: Uint32Array.from(windows, ({ inputs }) => inputs.length),
    starts: Float64Array.from(windows, ({ start }) => start),
    steps: Float64Array.from(windows, ({ step }) => step),
    outputs: 1,
    inputs: joined(windows, 'inputs'),
    targets: joined(windows, 'targets'),
    predictions: joined(windows, 'predictions'),
    updatesPerSecond: rate,
  }
}

/** The times of all time steps of a batch of the lesson, in radians. */
export function timesOf({ lengths, starts, steps }: UpdateBatch): number[] {
  return [...lengths].flatMap((length, i) =>
    Array.from({ length }, (_, j) => ((starts[i] ?? 0) + j * (steps[i] ?? 0)) * Math.PI),
  )
}
