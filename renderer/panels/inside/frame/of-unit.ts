/** A unit's numbers over a window, out of those of all: [time step, hidden]. */
export function ofUnit(values: Float32Array, units: number, unit: number): Float32Array {
  return Float32Array.from({ length: values.length / units }, (_, t) => values[t * units + unit] as number)
}
