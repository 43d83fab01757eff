import { describe, expect, it } from 'vitest'
import { openingBounds } from '../../../main/window/window-bounds'

const SCREEN = { x: 0, y: 25, width: 1920, height: 1055 }
const SECOND = { x: 1920, y: 0, width: 2560, height: 1440 }

describe('where the window opens', () => {
  it('is the middle of the main screen the first time', () => {
    expect(openingBounds(undefined, [SCREEN])).toEqual({ x: 320, y: 152, width: 1280, height: 800 })
  })

  it('is where it was, on whichever screen', () => {
    const saved = { x: 2000, y: 100, width: 1400, height: 900 }
    expect(openingBounds(saved, [SCREEN, SECOND])).toEqual(saved)
  })

  it('is the main screen when the other one is gone', () => {
    const saved = { x: 2000, y: 100, width: 1400, height: 900 }
    expect(openingBounds(saved, [SCREEN])).toEqual({ x: 320, y: 152, width: 1280, height: 800 })
  })

  it('is where enough of it can be seen and taken hold of', () => {
    const middle = { x: 320, y: 152, width: 1280, height: 800 }
    expect(openingBounds({ x: 1850, y: 300, width: 1280, height: 800 }, [SCREEN])).toEqual(middle)
    expect(openingBounds({ x: 100, y: -600, width: 1280, height: 800 }, [SCREEN])).toEqual(middle)
    const halfOut = { x: 1200, y: 300, width: 1280, height: 800 }
    expect(openingBounds(halfOut, [SCREEN])).toEqual(halfOut)
  })

  it('is never larger than the screen nor smaller than the page needs', () => {
    expect(openingBounds({ x: 0, y: 25, width: 5000, height: 3000 }, [SCREEN])).toEqual(SCREEN)
    expect(openingBounds({ x: 0, y: 25, width: 300, height: 200 }, [SCREEN])).toMatchObject({
      width: 640,
      height: 480,
    })
    const small = { x: 0, y: 0, width: 800, height: 600 }
    expect(openingBounds(undefined, [small])).toEqual(small)
  })
})
