import { describe, expect, it } from 'vitest'
import { judgeSoak, type Sample } from './soak-verdict'

const MB = 2 ** 20

/** A hundred samples of a million updates. */
function samples(rss: (updates: number) => number, tensors: (updates: number) => number = () => 5): Sample[] {
  return Array.from({ length: 100 }, (_, i) => {
    const updates = (i + 1) * 10_000
    return { updates, rss: rss(updates), tensors: tensors(updates) }
  })
}

describe('the verdict of a soak', () => {
  it('passes memory that grows at first and then breathes', () => {
    const breathing = samples((n) => 200 * MB + Math.min(n, 150_000) * 100 + (n % 30_000 === 0 ? 6 * MB : 0))
    expect(judgeSoak(breathing)).toMatchObject({ ok: true })
  })

  it('passes memory that shrinks', () => {
    expect(judgeSoak(samples((n) => 300 * MB - n * 50)).ok).toBe(true)
  })

  it('finds two bytes that are lost at every update', () => {
    const { ok, slope, sentence } = judgeSoak(samples((n) => 200 * MB + n * 2))
    expect(ok).toBe(false)
    expect(slope).toBeCloseTo(2, 6)
    expect(sentence).toMatch(/^NOT flat/)
  })

  it('finds a single tensor too many', () => {
    const { ok, sentence } = judgeSoak(
      samples(
        () => 200 * MB,
        (n) => (n > 500_000 ? 6 : 5),
      ),
    )
    expect(ok).toBe(false)
    expect(sentence).toContain('tensors from 5 to 6')
  })
})
