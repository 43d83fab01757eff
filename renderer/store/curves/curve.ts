import { createExtrema, type Extrema } from './extrema'
import { type Growable, growableFloat32 } from './growable'
import { createMeans, type Means } from './means'

/** One of the curves: a value for every time step or every update of the run, where its extremes are, and its means. */
export type Curve = {
  readonly values: Growable<Float32Array>
  readonly extrema: Extrema
  readonly means: Means
}

export function createCurve(): Curve {
  const values = growableFloat32()
  return { values, extrema: createExtrema(values), means: createMeans(values) }
}

/** Forgets all values from `length` on. */
export function shorten(curve: Curve, length: number) {
  curve.values.truncate(length)
  curve.extrema.truncate(length)
  curve.means.truncate(length)
}
