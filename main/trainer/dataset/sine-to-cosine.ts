import type { DataPreview } from '@contract/run'
import { linspace } from './linspace'

/** The time steps of one update: one number each, in order of time. */
export type Window = {
  /** Time t, in radians. */
  readonly times: Float32Array
  /** What the network sees: sin t. */
  readonly inputs: Float32Array
  /** What it must say: cos t. */
  readonly targets: Float32Array
}

const PREVIEW_POINTS = 100

/**
 * The window of one update: half a period, t from index·pi to (index + 1)·pi, both ends included, so that a
 * window begins at the time at which the one before it ended.
 *
 * @param index how many windows came before it, from 0
 * @param points time steps, at least 2
 */
export function windowAt(index: number, points: number): Window {
  return sampled(linspace(index * Math.PI, (index + 1) * Math.PI, points))
}

/** The data as it is shown before training: 100 points over one period, [0, 2·pi]. */
export function describeSineToCosine(): DataPreview {
  return {
    ...sampled(linspace(0, 2 * Math.PI, PREVIEW_POINTS)),
    inputLabel: 'input (sin)',
    targetLabel: 'target (cos)',
  }
}

/** Sine and cosine of the float32 times, not of the exact ones: the curve belongs to the times that are shown. */
function sampled(times: Float32Array): Window {
  return { times, inputs: times.map((t) => Math.sin(t)), targets: times.map((t) => Math.cos(t)) }
}
