import { describe, expect, it } from 'vitest'
import { createScheduler } from '../../../../renderer/charts/canvas/scheduler'
import { createFakeFrames } from '../../helpers/fake-frames'

function drawing(again = 0) {
  let left = again
  const draw = () => {
    draw.count++
    return left-- > 0
  }
  draw.count = 0
  return draw
}

describe('the scheduler', () => {
  it('draws once a frame, however often it is asked', () => {
    const frames = createFakeFrames()
    const draw = drawing()
    const drawer = createScheduler(frames).add(draw)
    for (let i = 0; i < 1000; i++) drawer.request()
    expect(draw.count).toBe(0)
    frames.next()
    expect(draw.count).toBe(1)
    frames.next()
    expect(draw.count).toBe(1)
  })

  it('draws everything in the same frame', () => {
    const frames = createFakeFrames()
    const scheduler = createScheduler(frames)
    const draws = [drawing(), drawing(), drawing()]
    for (const draw of draws) scheduler.add(draw).request()
    expect(frames.asked()).toBe(1)
    frames.next()
    expect(draws.map(({ count }) => count)).toEqual([1, 1, 1])
  })

  it('goes on while something moves, one draw a frame', () => {
    const frames = createFakeFrames()
    const draw = drawing(2)
    createScheduler(frames).add(draw).request()
    for (let i = 0; i < 10; i++) frames.next()
    expect(draw.count).toBe(3)
  })

  it('draws what a draw asks for in the same frame, and what it has drawn already in the next', () => {
    const frames = createFakeFrames()
    const scheduler = createScheduler(frames)
    const later = drawing()
    const second = scheduler.add(later)
    const first = scheduler.add(() => {
      second.request()
      return false
    })
    first.request()
    frames.next()
    expect(later.count).toBe(1)
    second.request()
    first.request()
    frames.next()
    expect(later.count).toBe(2)
    frames.next()
    expect(later.count).toBe(3)
  })

  it('does not draw while nobody can see it, and catches up when shown', () => {
    const frames = createFakeFrames()
    const draw = drawing()
    const drawer = createScheduler(frames).add(draw)
    frames.hide()
    drawer.request()
    expect(frames.asked()).toBe(0)
    frames.next()
    expect(draw.count).toBe(0)
    frames.show()
    frames.next()
    expect(draw.count).toBe(1)
  })

  it('does not draw what was removed', () => {
    const frames = createFakeFrames()
    const draw = drawing()
    const drawer = createScheduler(frames).add(draw)
    drawer.request()
    drawer.remove()
    frames.next()
    expect(draw.count).toBe(0)
  })
})
