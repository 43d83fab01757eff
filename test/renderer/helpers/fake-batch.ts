import type { UpdateBatch } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { type FakeWindow, fakeWindow } from './fake-network'

function joined(
  windows: readonly FakeWindow[],
  name: 'times' | 'inputs' | 'targets' | 'predictions',
): Float32Array {
  return Float32Array.from(windows.flatMap((window) => [...window[name]]))
}

/** The batch of `count` fake updates from `firstUpdate` on. */
export function fakeBatch(
  firstUpdate: number,
  count: number,
  { runId = 'run-1', config = LESSON, rate = 20 }: { runId?: string; config?: RunConfig; rate?: number } = {},
): UpdateBatch {
  const windows = Array.from({ length: count }, (_, index) => fakeWindow(firstUpdate + index, config))
  return {
    runId,
    firstUpdate,
    losses: Float32Array.from(windows, ({ loss }) => loss),
    gradientNorms: Float32Array.from(windows, ({ gradientNorm }) => gradientNorm),
    lengths: Uint32Array.from(windows, ({ times }) => times.length),
    times: joined(windows, 'times'),
    inputs: joined(windows, 'inputs'),
    targets: joined(windows, 'targets'),
    predictions: joined(windows, 'predictions'),
    updatesPerSecond: rate,
  }
}
