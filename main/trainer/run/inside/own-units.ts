import { AS_IT_IS, type Scaler, unscaled } from '@contract/data/scaler'

/**
 * Numbers of the network by column, each in the column's own unit.
 *
 * @param values [time step, column]
 * @param scalers of the columns; left out where they are as they are
 * @returns of each column [time step]
 */
export function inUnits(
  values: Float64Array,
  columns: number,
  scalers?: readonly Scaler[],
): readonly Float32Array[] {
  return Array.from({ length: columns }, (_, column) => {
    const scaler = scalers?.[column] ?? AS_IT_IS
    return Float32Array.from({ length: values.length / columns }, (_, t) =>
      unscaled(values[t * columns + column] as number, scaler),
    )
  })
}
