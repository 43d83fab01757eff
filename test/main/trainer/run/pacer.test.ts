import { describe, expect, it } from 'vitest'
import { createPacer } from '../../../../main/trainer/run/pacer'

describe('the pacer', () => {
  it('lets the first update begin at once and the next a pause later', () => {
    const pacer = createPacer(20)
    pacer.restart()
    expect(pacer.wait(1000)).toBe(0)
    pacer.updated(1000)
    expect(pacer.wait(1000)).toBe(50)
    expect(pacer.wait(1030)).toBe(20)
    expect(pacer.wait(1050)).toBe(0)
  })

  it('keeps the pace although every timer comes late', () => {
    const pacer = createPacer(20)
    let now = 0
    for (let update = 0; update < 100; update += 1) {
      now += pacer.wait(now) + 3
      pacer.updated(now)
    }
    expect(now).toBeLessThanOrEqual(99 * 50 + 6)
    expect(now).toBeGreaterThanOrEqual(99 * 50)
  })

  it('does not hurry to make up for what a slow machine missed', () => {
    const pacer = createPacer(20)
    pacer.updated(0)
    pacer.updated(1000)
    expect(pacer.wait(1000)).toBe(50)
  })

  it('never waits when it is to go as fast as possible, and takes a new pace at once', () => {
    const pacer = createPacer('max')
    pacer.updated(5)
    expect(pacer.wait(5)).toBe(0)
    pacer.setPace(1)
    expect(pacer.wait(5)).toBe(1000)
  })
})
