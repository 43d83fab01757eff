/** Bars of a histogram. */
export const HISTOGRAM_BARS = 40

/** How many numbers lie in each of `HISTOGRAM_BARS` bars of one width between two ends, before the update and at the beginning of the run. */
export type Histograms = {
  readonly from: number
  readonly to: number
  readonly bars: Uint32Array
  readonly initialBars: Uint32Array
}

/** One parameter before an update, and what the update makes of it. */
export type InsideTensor = Histograms & {
  /** PyTorch's name. */
  readonly name: string
  readonly shape: readonly number[]
  /** ‖W‖ before the update, and at the beginning of the run. */
  readonly norm: number
  readonly initialNorm: number
  /** ‖ΔW‖ of the update; NaN where it could not be made, as a number of it is not finite. */
  readonly change: number
}

/** All parameters before an update. */
export type InsideWeights = { readonly kind: 'weights'; readonly tensors: readonly InsideTensor[] }

/**
 * How far an update moves each parameter, ‖ΔW‖ / ‖W‖, at some updates of the run: those that are kept, up to the one that is
 * looked at.
 */
export type InsideRatios = {
  readonly kind: 'ratios'
  /** In order. */
  readonly updates: Float64Array
  /** Of each parameter, in the order of the updates; NaN where the update could not be made, or W is 0. */
  readonly tensors: readonly { readonly name: string; readonly ratios: Float64Array }[]
}
