import { describe, expect, it } from 'vitest'
import { createScheduler } from '../../../../renderer/charts/canvas/scheduler'
import { createFakeFrames, type FakeFrames } from '../../helpers/fake-frames'

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

/** Takes so many milliseconds of the frames' time whenever it is drawn, and writes down its name. */
function costly(
  frames: FakeFrames,
  drawn: string[],
  { name, took = 0, again = 0 }: { name: string; took?: number; again?: number },
) {
  let left = again
  return () => {
    drawn.push(name)
    frames.pass(took)
    return left-- > 0
  }
}

describe('what is drawn in turn', () => {
  it('is one thing a frame, the one that was drawn longest ago first', () => {
    const frames = createFakeFrames()
    const scheduler = createScheduler(frames)
    const drawn: string[] = []
    const drawers = ['a', 'b', 'c'].map((name) => scheduler.add(costly(frames, drawn, { name })))
    for (let frame = 0; frame < 7; frame++) {
      for (const drawer of drawers) drawer.request('in-turn')
      frames.next()
      expect(drawn).toHaveLength(frame + 1)
    }
    expect(drawn.join('')).toBe('abcabca')
  })

  it('takes a tenth of the time, whatever it costs', () => {
    const frames = createFakeFrames(1)
    const scheduler = createScheduler(frames)
    const drawn: string[] = []
    const drawers = [3, 1, 8].map((took) => scheduler.add(costly(frames, drawn, { name: `${took}`, took })))
    const began = frames.now()
    while (frames.now() - began < 12_000) {
      for (const drawer of drawers) drawer.request('in-turn')
      frames.next()
    }
    const spent = drawn.reduce((sum, took) => sum + Number(took), 0)
    expect(spent / (frames.now() - began)).toBeCloseTo(0.1, 2)
    // Nobody is left out.
    expect(new Set(drawn.map((took) => drawn.filter((other) => other === took).length)).size).toBe(1)
  })

  it('goes on several times a second, however slow the machine', () => {
    const frames = createFakeFrames(10)
    const drawn: string[] = []
    const drawer = createScheduler(frames).add(costly(frames, drawn, { name: 'a', took: 60 }))
    const began = frames.now()
    while (frames.now() - began < 2000) {
      drawer.request('in-turn')
      frames.next()
    }
    expect(drawn.length).toBeGreaterThanOrEqual(18)
  })

  it('is drawn once more after what was last asked for, and then rests', () => {
    const frames = createFakeFrames(10)
    const drawn: string[] = []
    const drawer = createScheduler(frames).add(costly(frames, drawn, { name: 'a', took: 5 }))
    drawer.request('in-turn')
    frames.next()
    // Too early: it waits, and is not forgotten.
    drawer.request('in-turn')
    frames.next()
    expect(drawn).toHaveLength(1)
    for (let frame = 0; frame < 20; frame++) frames.next()
    expect(drawn).toHaveLength(2)
    expect(frames.asked()).toBe(0)
  })

  it('does not keep a person waiting', () => {
    const frames = createFakeFrames(10)
    const scheduler = createScheduler(frames)
    const drawn: string[] = []
    const [a, b] = ['a', 'b'].map((name) => scheduler.add(costly(frames, drawn, { name, took: 8 })))
    for (const drawer of [a, b]) drawer?.request('in-turn')
    frames.next()
    expect(drawn.join('')).toBe('a')
    b?.request()
    // What is drawn in the next frame needs no turn any more, and asking for one does not put it off.
    b?.request('in-turn')
    frames.next()
    expect(drawn.join('')).toBe('ab')
    for (let frame = 0; frame < 20; frame++) frames.next()
    expect(drawn.join('')).toBe('ab')
  })

  it('lets what it asks for wait for its turn, and what still moves', () => {
    const frames = createFakeFrames()
    const scheduler = createScheduler(frames)
    const drawn: string[] = []
    const other = scheduler.add(costly(frames, drawn, { name: 'other' }))
    const moving = costly(frames, drawn, { name: 'moving', again: 1 })
    const first = scheduler.add(() => {
      other.request()
      return moving()
    })
    first.request('in-turn')
    for (const seen of ['moving', 'moving other', 'moving other moving', 'moving other moving other']) {
      frames.next()
      expect(drawn.join(' ')).toBe(seen)
    }
  })

  it('takes over what moves in every frame, where no more is asked for', () => {
    const frames = createFakeFrames(10)
    const drawn: string[] = []
    const drawer = createScheduler(frames).add(costly(frames, drawn, { name: 'a', took: 5, again: 1000 }))
    drawer.request()
    for (let frame = 0; frame < 4; frame++) frames.next()
    expect(drawn).toHaveLength(4)
    drawer.request('in-turn')
    for (let frame = 0; frame < 5; frame++) frames.next()
    // Ten times as long as it takes lies between two draws.
    expect(drawn.length).toBeLessThanOrEqual(6)
  })

  it('is not drawn while nobody can see it, nor when it was removed', () => {
    const frames = createFakeFrames()
    const scheduler = createScheduler(frames)
    const drawn: string[] = []
    const [kept, removed] = ['kept', 'removed'].map((name) => scheduler.add(costly(frames, drawn, { name })))
    frames.hide()
    for (const when of ['in-turn', 'read'] as const)
      for (const drawer of [kept, removed]) drawer?.request(when)
    removed?.remove()
    frames.next()
    expect(drawn).toEqual([])
    frames.show()
    for (let frame = 0; frame < 5; frame++) frames.next()
    expect(new Set(drawn)).toEqual(new Set(['kept']))
  })
})

describe('numbers', () => {
  it('change together, as often as they can be read', () => {
    const frames = createFakeFrames(16)
    const scheduler = createScheduler(frames)
    const seen: string[] = []
    const drawn: string[] = []
    const drawers = ['a', 'b'].map((name) => scheduler.add(costly(frames, drawn, { name })))
    for (let frame = 0; frame < 11; frame++) {
      for (const drawer of drawers) drawer.request('read')
      frames.next()
      seen.push(drawn.splice(0).join(''))
    }
    expect(seen).toEqual(['ab', '', '', '', '', 'ab', '', '', '', '', 'ab'])
  })

  it('change at once for what a person does', () => {
    const frames = createFakeFrames(16)
    const drawn: string[] = []
    const drawer = createScheduler(frames).add(costly(frames, drawn, { name: 'a' }))
    drawer.request('read')
    frames.next()
    drawer.request('read')
    drawer.request()
    frames.next()
    expect(drawn).toHaveLength(2)
    for (let frame = 0; frame < 10; frame++) frames.next()
    expect(drawn).toHaveLength(2)
  })
})

describe('pictures', () => {
  function setUp(took: number, again = 0) {
    const frames = createFakeFrames(16)
    const scheduler = createScheduler(frames)
    const drawn: string[] = []
    const picture = (name: string) => scheduler.addPicture(costly(frames, drawn, { name, took, again }))
    const pictures = ['a', 'b', 'c'].map(picture)
    const label = scheduler.add(costly(frames, drawn, { name: '-' }))
    const inFrame = () => {
      drawn.length = 0
      frames.next()
      return drawn.join('')
    }
    const askAll = () => {
      for (const picture of pictures) picture.request()
    }
    return { pictures, label, inFrame, askAll, press: frames.press, pass: frames.pass }
  }

  it('are left to the next frames when one has no time left, one in each at least', () => {
    const { askAll, inFrame } = setUp(20)
    askAll()
    expect([inFrame(), inFrame(), inFrame(), inFrame()]).toEqual(['a', 'b', 'c', ''])
  })

  it('are drawn together where there is time', () => {
    const { askAll, inFrame } = setUp(3)
    askAll()
    expect([inFrame(), inFrame()]).toEqual(['abc', ''])
    const slower = setUp(5)
    slower.askAll()
    expect([slower.inFrame(), slower.inFrame()]).toEqual(['ab', 'c'])
  })

  it('come after the words that answer a press', () => {
    const { askAll, label, inFrame } = setUp(20)
    askAll()
    label.request()
    expect(inFrame()).toBe('-a')
    label.request()
    expect(inFrame()).toBe('-b')
  })

  it('leave the frame after a press to its answer', () => {
    const { pictures, askAll, label, inFrame, press } = setUp(3)
    askAll()
    press()
    label.request()
    expect([inFrame(), inFrame()]).toEqual(['-', 'abc'])
    pictures[0]?.request('in-turn')
    press()
    label.request()
    expect([inFrame(), inFrame()]).toEqual(['-', 'a'])
  })

  it('wait for both presses of a click, whose answer comes with the second one', () => {
    const { askAll, label, inFrame, press } = setUp(3)
    askAll()
    press()
    const down = inFrame()
    press()
    label.request()
    expect([down, inFrame(), inFrame()]).toEqual(['', '-', 'abc'])
  })

  it('wait for a press that comes long after one that asked for nothing, as no frame came between', () => {
    const { askAll, label, inFrame, pass, press } = setUp(3)
    press()
    pass(5000)
    press()
    label.request()
    askAll()
    expect([inFrame(), inFrame()]).toEqual(['-', 'abc'])
    // Also where something asks just before the second press.
    press()
    pass(5000)
    askAll()
    press()
    label.request()
    expect([inFrame(), inFrame()]).toEqual(['-', 'abc'])
    // Held for a moment, as buttons are.
    press()
    pass(150)
    press()
    label.request()
    askAll()
    expect([inFrame(), inFrame()]).toEqual(['-', 'abc'])
  })

  it('are drawn ten times a second however often a person presses', () => {
    const { askAll, inFrame, press } = setUp(3)
    const frames = Array.from({ length: 18 }, () => {
      askAll()
      press()
      return inFrame() === '' ? '.' : 'p'
    })
    expect(frames.join('')).toMatch(/^\.{6,7}p\.{6,7}p\.+$/)
  })

  it('come in turn when all are asked for in each frame', () => {
    const { askAll, inFrame } = setUp(20)
    const frames = Array.from({ length: 6 }, () => {
      askAll()
      return inFrame()
    })
    expect(frames.join('')).toBe('abcabc')
  })

  it('come in turn while they move', () => {
    const { askAll, inFrame } = setUp(20, 1)
    askAll()
    expect(Array.from({ length: 7 }, inFrame).join('')).toBe('abcabc')
  })

  it('are not drawn in turn where the frame had no time left', () => {
    const { pictures, inFrame } = setUp(20)
    const [a, b] = pictures
    a?.request()
    b?.request('in-turn')
    expect([inFrame(), inFrame()]).toEqual(['a', 'b'])
  })

  it('are not drawn once they were removed', () => {
    const { pictures, askAll, inFrame } = setUp(20)
    askAll()
    expect(inFrame()).toBe('a')
    pictures[1]?.remove()
    expect([inFrame(), inFrame()]).toEqual(['c', ''])
  })
})
