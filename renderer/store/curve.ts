import { createExtrema, type Extrema } from './extrema'
import { type Growable, growableFloat32 } from './growable'

/** One of the curves: a value for every time step or every update of the run, and where its extremes are. */
export type Curve = { readonly values: Growable<Float32Array>; readonly extrema: Extrema }

/** Makes an empty curve. */
export function createCurve(): Curve {
  const values = growableFloat32()
  return { values, extrema: createExtrema(values) }
}

/** Forgets all values from `length` on. */
export function shorten(curve: Curve, length: number) {
  curve.values.truncate(length)
  curve.extrema.truncate(length)
}
