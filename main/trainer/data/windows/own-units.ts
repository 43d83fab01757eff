import { type Scaler, unscaled } from '@contract/data/scaler'
import type { Shown } from '../source/source'
import type { Window } from '../source/window'
import type { PreparedSeries } from './prepared'

/** Numbers of the network in their columns' own units: [time step, column]. */
export function inOwnUnits(numbers: Float32Array, scalers: readonly Scaler[]): Float32Array {
  return numbers.map((value, index) => unscaled(value, scalers[index % scalers.length] as Scaler))
}

/** The numbers that a window was cut from. */
export function shownOf(
  { start, timeSteps }: Pick<Window, 'start' | 'timeSteps'>,
  { raw, horizon }: PreparedSeries,
): Shown {
  const [input] = raw.inputs
  const { targets } = raw
  const width = targets.length
  return {
    inputs: Float32Array.from({ length: timeSteps }, (_, i) => input?.[start - horizon + i] as number),
    targets: Float32Array.from(
      { length: timeSteps * width },
      (_, i) => targets[i % width]?.[start + Math.floor(i / width)] as number,
    ),
  }
}
