import { bandOf } from '@contract/statistics/band'
import { quantile } from '@contract/statistics/quantile'
import { describe, expect, it } from 'vitest'

const { NaN: none, POSITIVE_INFINITY: infinite } = Number
const runs = (...losses: readonly (readonly number[])[]) => losses.map((run) => Float32Array.from(run))
const medians = (...losses: readonly (readonly number[])[]) => {
  const { lines, updates, n } = bandOf(runs(...losses), [0.5])
  return { updates, n, medians: [...(lines[0] ?? [])] }
}

describe('the band of some runs', () => {
  it('has at every update the quantiles of their losses', () => {
    const losses = Array.from({ length: 41 }, (_, run) =>
      Float32Array.from({ length: 30 }, (_, update) => 1 + Math.sin(run * 7.7 + update)),
    )
    const band = bandOf(losses)
    expect([band.n, band.updates, band.lines.length]).toEqual([41, 30, 3])
    for (const [line, share] of [0.05, 0.5, 0.95].entries())
      for (let update = 0; update < 30; update += 1) {
        const column = losses.map((run) => run[update] as number)
        expect(band.lines[line]?.[update]).toBe(quantile(column, share))
      }
  })

  it('ends with the shortest run, where n would drop', () => {
    expect(medians([1, 2, 3, 4], [3, 4], [5, 6, 7])).toEqual({ updates: 2, n: 3, medians: [3, 4] })
    expect(medians([1, 2], [])).toEqual({ updates: 0, n: 2, medians: [] })
  })

  it('goes on past the end of a run that diverged, which counts as an infinite loss', () => {
    const { lines, failures, n, updates } = bandOf(
      runs([1, 1, 1, 1], [2, 2, 2, 2], [3, none], [4, 4, infinite]),
    )
    expect({ n, updates, failures: [...failures] }).toEqual({ n: 4, updates: 4, failures: [0, 1, 2, 2] })
    expect([...(lines[1] ?? [])]).toEqual([2.5, 3, infinite, infinite])
    expect(lines[0]?.[3]).toBeCloseTo(1.15, 12)
    expect([...(lines[2] ?? [])]).toEqual([expect.closeTo(3.85, 12), infinite, infinite, infinite])
  })

  it('does not let a run come back once it has diverged', () => {
    expect(medians([9, none, 1, 1], [2, 2, 2, 2], [3, 3, 3, 3]).medians).toEqual([3, 3, 3, 3])
  })

  it('ends with the longest where all have diverged', () => {
    expect(medians([1, none], [1, 2, none])).toEqual({
      ...{ updates: 3, n: 2 },
      medians: [1, infinite, infinite],
    })
  })

  it('is empty without runs', () => {
    expect(medians()).toEqual({ updates: 0, n: 0, medians: [] })
  })
})
