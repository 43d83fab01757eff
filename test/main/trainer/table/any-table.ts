import type { UpdateTable } from '@contract/run/update-table'
import fc from 'fast-check'
import { anyValues } from '../weights/any-training'

/** Any table, of updates of unlike lengths and of any float32, by their bits. */
export const anyTable: fc.Arbitrary<UpdateTable> = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }))
  .chain(([firstUpdate, lengths]) => {
    const points = anyValues(
      lengths.reduce((sum, length) => sum + length, 0),
      false,
    )
    const updates = anyValues(lengths.length, false)
    return fc.record({
      ...{ firstUpdate: fc.constant(firstUpdate), lengths: fc.constant(Uint32Array.from(lengths)) },
      ...{ losses: updates, gradientNorms: updates },
      ...{ times: points, inputs: points, targets: points, predictions: points },
    })
  })

/** A table of so many updates of three time steps. */
export function tableOf(updates: number): UpdateTable {
  const series = (scale: number) => Float32Array.from({ length: 3 * updates }, (_, i) => i * scale)
  return {
    firstUpdate: 1,
    losses: Float32Array.from({ length: updates }, (_, i) => 1 / (i + 1)),
    gradientNorms: new Float32Array(updates),
    lengths: new Uint32Array(updates).fill(3),
    times: series(0.1),
    inputs: series(0.01),
    targets: series(-0.25),
    predictions: series(1e-9),
  }
}
