import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createThinned } from '../../../../main/trainer/many/thinned'

/** What is kept of `count` items: by the least power of two with which first, every so many and last are no more than allowed. */
function expected(count: number, most: number) {
  for (let stride = 1; ; stride *= 2) {
    const kept = Array.from({ length: count }, (_, i) => i).filter((i) => i % stride === 0 || i === count - 1)
    if (kept.length <= most) return { stride, kept }
  }
}

describe('what is kept of many', () => {
  it('is the first, every so many and the last, and what is passed over is joined with the next that is kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 2, max: 20 }), (count, most) => {
        const { stride, kept } = expected(count, most)
        const thinned = createThinned<readonly number[]>(most, (gone, left) => [...gone, ...left])
        for (let i = 0; i < count; i += 1) thinned.add([i])
        const all = thinned.all()
        expect(all.map((items) => items.at(-1))).toEqual(kept)
        expect(all.flat()).toEqual(Array.from({ length: count }, (_, i) => i))
        expect(thinned.stride()).toBe(stride)
      }),
    )
  })

  it('is nothing of nothing', () => {
    expect(createThinned(4).all()).toEqual([])
  })
})
