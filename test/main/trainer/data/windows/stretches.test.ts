import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapsIn } from '../../../../../main/trainer/data/windows/gaps'
import { stretchesOf } from '../../../../../main/trainer/data/windows/stretches'
import { windowStarts } from '../../../../../main/trainer/data/windows/window-starts'

/** By the words of the definition, pair by pair. */
function slowly(
  part: { from: number; to: number },
  inputs: Float64Array[],
  gaps: number[],
  horizon: number,
): { from: number; to: number }[] {
  const jumps = new Set(gaps)
  const isWhole = (row: number) => {
    if (row < 0 || row + horizon < part.from || row + horizon >= part.to) return false
    if (inputs.some((values) => Number.isNaN(values[row]))) return false
    for (let on = row; on < row + horizon; on += 1) if (jumps.has(on)) return false
    return true
  }
  const found: { from: number; to: number }[] = []
  for (let row = 0; row < part.to; row += 1) {
    if (!isWhole(row)) continue
    const last = found.at(-1)
    if (last?.to === row && !jumps.has(row - 1)) last.to = row + 1
    else found.push({ from: row, to: row + 1 })
  }
  return found
}

describe('the stretches of a part', () => {
  it('are those of the definition, pair by pair', () => {
    const rows = 30
    const cell = fc.oneof({ arbitrary: fc.constant(1), weight: 6 }, fc.constant(Number.NaN))
    const column = fc.array(cell, { minLength: rows, maxLength: rows }).map((all) => Float64Array.from(all))
    const range = fc
      .tuple(fc.nat(rows), fc.nat(rows))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
    fc.assert(
      fc.property(
        range,
        fc.array(column, { minLength: 1, maxLength: 2 }),
        fc.uniqueArray(fc.nat(rows - 2), { maxLength: 5 }).map((all) => all.sort((a, b) => a - b)),
        fc.nat(6),
        (part, inputs, gaps, horizon) => {
          expect(stretchesOf(part, inputs, gaps, horizon)).toEqual(slowly(part, inputs, gaps, horizon))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('the starts of windows', () => {
  it('are all that fit into the stretches, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(30)), { maxLength: 6 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (lengths, window, stride) => {
          let row = 0
          const stretches = lengths.map(([skipped, length]) => {
            const from = row + skipped
            row = from + length
            return { from, to: row }
          })
          const expected: number[] = []
          for (const { from, to } of stretches)
            for (let start = from; start + window <= to; start += stride) expected.push(start)
          const starts = windowStarts(stretches, window, stride)
          expect(Array.from({ length: starts.count }, (_, i) => starts.at(i))).toEqual(expected)
          expect(() => starts.at(starts.count)).toThrow(RangeError)
        },
      ),
    )
  })
})

describe('the gaps of a series', () => {
  const day = 86_400_000

  it('are where time jumps, and not where a month is long', () => {
    const months = Float64Array.from({ length: 48 }, (_, month) => Date.UTC(2001, month, 1))
    expect(gapsIn({ kind: 'dates', name: 'month', unit: 'month', values: months })).toEqual([])
    const values = Float64Array.of(0, 1, 2, 5, 6, 7, 9).map((each) => each * day)
    expect(gapsIn({ kind: 'dates', name: 'day', unit: 'day', values })).toEqual([2, 5])
    expect(gapsIn({ kind: 'rows' })).toEqual([])
    expect(gapsIn({ kind: 'numbers', name: 't', values: Float64Array.of(3) })).toEqual([])
  })
})
