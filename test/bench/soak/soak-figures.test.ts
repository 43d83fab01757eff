import { describe, expect, it } from 'vitest'
import { type Sample, soakFigures } from './soak-figures'

const MB = 2 ** 20

/** A hundred samples of a million updates. */
function samples(rss: (updates: number) => number, tensors: (updates: number) => number = () => 5): Sample[] {
  return Array.from({ length: 100 }, (_, i) => {
    const updates = (i + 1) * 10_000
    return { updates, rss: rss(updates), tensors: tensors(updates) }
  })
}

function holds(found: readonly Sample[]): boolean[] {
  return soakFigures(found).map((figure) => figure.holds)
}

describe('the figures of a soak', () => {
  it('pass memory that grows at first and then breathes', () => {
    const breathing = samples((n) => 200 * MB + Math.min(n, 150_000) * 100 + (n % 30_000 === 0 ? 6 * MB : 0))
    expect(holds(breathing)).toEqual([true, true, true, true])
  })

  it('pass memory that shrinks', () => {
    expect(holds(samples((n) => 300 * MB - n * 50))[0]).toBe(true)
  })

  it('find two bytes that are lost at every update', () => {
    const [grown, slope, end] = soakFigures(samples((n) => 200 * MB + n * 2))
    // From update 210,000 to 1,000,000.
    expect(grown).toMatchObject({ holds: false, what: expect.stringContaining('1000000 updates') })
    expect(grown?.value).toBeCloseTo((2 * 790_000) / MB, 6)
    expect(slope?.value).toBeCloseTo(2, 6)
    expect(end?.value).toBeCloseTo(200 + 2_000_000 / MB, 6)
  })

  it('find a single tensor too many', () => {
    const found = samples(
      () => 200 * MB,
      (n) => (n > 500_000 ? 6 : 5),
    )
    expect(soakFigures(found)[3]).toMatchObject({ value: 1, holds: false })
  })
})
