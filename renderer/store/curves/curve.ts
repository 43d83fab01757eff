import type { Extremes } from '@contract/run/recorded/update-summary'
import { createExtrema, type Extrema } from './extrema'
import { type Growable, growableFloat32 } from './growable'
import { createMeans, type Means } from './means'

/** What a chart must know of a curve to draw it. */
export type Plotted = {
  /** NaN where there is no number, or it is not in memory. */
  readonly at: (index: number) => number
  /** The extremes of a range; those of what lies right beside it may be told with them where a value is not in memory. */
  readonly extrema: { readonly within: (from: number, to: number) => Extremes }
  readonly means?: Pick<Means, 'within'>
}

/** One of the curves of updates: a value for each of them, where its extremes are, and its means. */
export type Curve = Plotted & {
  readonly values: Growable<Float32Array>
  readonly extrema: Extrema
  readonly means: Means
}

export function createCurve(): Curve {
  const values = growableFloat32()
  return {
    values,
    at: (index) => (index >= 0 && index < values.length ? (values.data[index] as number) : Number.NaN),
    extrema: createExtrema(values),
    means: createMeans(values),
  }
}

/** Forgets all values from `length` on. */
export function shorten(curve: Curve, length: number) {
  curve.values.truncate(length)
  curve.extrema.truncate(length)
  curve.means.truncate(length)
}
