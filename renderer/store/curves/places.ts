import type { AxisUnit } from '@contract/data/source-facts'
import type { UpdateBatch } from '@contract/run/run'

/**
 * Where the time steps of a batch stand on the axis of the curves. That of the lesson is its time, in half periods. Windows
 * of a series may overlap, come in any order or begin again: their axis counts the time steps that were seen, from 0.
 *
 * @param seen time steps before the batch
 */
export function placesOn(
  axis: AxisUnit,
  { inputs, lengths, starts, steps }: UpdateBatch,
  seen: number,
): Float64Array {
  const places = new Float64Array(inputs.length)
  if (axis === 'time-steps') return places.map((_, index) => seen + index)
  let at = 0
  for (const [index, length] of lengths.entries()) {
    const [start, step] = [starts[index] ?? 0, steps[index] ?? 0]
    for (let j = 0; j < length; j++) places[at++] = start + j * step
  }
  return places
}

/** Of values [time step, output] those of one output: [time step]. */
export function ofOutput(values: Float32Array, outputs: number, output: number): Float32Array {
  if (outputs === 1) return values
  return Float32Array.from(
    { length: values.length / outputs },
    (_, step) => values[step * outputs + output] ?? 0,
  )
}

/** Values of each output, [time step], as [time step, output]. */
export function interleaved(all: readonly Float32Array[]): Float32Array {
  const [first] = all
  if (!first || all.length === 1) return first ?? new Float32Array(0)
  const values = new Float32Array(first.length * all.length)
  for (const [output, ofOne] of all.entries())
    for (let step = 0; step < ofOne.length; step++) values[step * all.length + output] = ofOne[step] ?? 0
  return values
}
