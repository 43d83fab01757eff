import { createCrossings } from '@contract/run/crossings'
import { describe, expect, it } from 'vitest'

const LINES = [
  { name: 'mean', mse: 0.5 },
  { name: 'persistence', mse: 0.3 },
  { name: 'seasonal-naive', mse: null },
  { name: 'linear', mse: 0.1 },
] as const

function crossed(updates: readonly number[], losses: readonly number[], span: number) {
  const crossings = createCrossings(LINES, span)
  for (const [i, update] of updates.entries()) crossings.add(update, losses[i] as number)
  return crossings.found().map(({ update }) => update)
}

describe('where a loss passes its rivals', () => {
  it('is where its running mean has come below each of them', () => {
    // Means of two: 0.9, 0.65, 0.4, 0.25, 0.2.
    expect(crossed([1, 2, 3, 4, 5, 6], [1, 0.8, 0.5, 0.3, 0.2, 0.2], 2)).toEqual([4, 5, null, null])
  })

  it('waits for a whole mean', () => {
    expect(crossed([1, 2, 3], [0.2, 0.2, 0.2], 3)).toEqual([3, 3, null, null])
    expect(crossed([1, 2], [0.2, 0.2], 3)).toEqual([null, null, null, null])
  })

  it('does not count what was lost again', () => {
    expect(crossed([1, 2, 3, 4], [0.2, 0.6, 0.4, 0.4], 1)).toEqual([3, null, null, null])
    expect(crossed([1, 2], [0.2, 0.6], 1)).toEqual([null, null, null, null])
  })

  it('leaves out what was not evaluated, and forgets a loss that was huge', () => {
    expect(crossed([1, 2, 3, 4, 5], [1e30, Number.NaN, 0.05, 0.05, Number.NaN], 2)).toEqual([4, 4, null, 4])
  })

  it('has passed nothing by being equal', () => {
    expect(crossed([1], [0.5], 1)).toEqual([null, null, null, null])
  })
})
