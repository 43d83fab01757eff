import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { showAtFirstFrame, type Unshown } from '../../../main/window/first-show'

/** A window whose page comes when the test says so, and how often it was shown. */
function openHidden() {
  const events = new EventEmitter()
  const page = new EventEmitter()
  let shows = 0
  let destroyed = false
  const window = Object.assign(events, { isDestroyed: () => destroyed, webContents: page })
  const show = showAtFirstFrame(window as unknown as Unshown, () => shows++)
  return {
    show,
    drawn: () => events.emit('ready-to-show'),
    loaded: () => page.emit('did-finish-load'),
    destroy: () => {
      destroyed = true
    },
    shows: () => shows,
  }
}

describe('a window', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is shown with its first frame, and once', () => {
    const window = openHidden()
    expect(window.shows()).toBe(0)
    window.drawn()
    expect(window.shows()).toBe(1)
    window.loaded()
    vi.runAllTimers()
    window.show()
    expect(window.shows()).toBe(1)
  })

  it('is shown where no frame is drawn before it is seen, when its page is there', () => {
    const window = openHidden()
    vi.runAllTimers()
    expect(window.shows()).toBe(0)
    window.loaded()
    expect(window.shows()).toBe(0)
    vi.runAllTimers()
    expect(window.shows()).toBe(1)
    window.drawn()
    expect(window.shows()).toBe(1)
  })

  it('is shown empty when its page does not come', () => {
    const window = openHidden()
    window.show()
    expect(window.shows()).toBe(1)
  })

  it('that was closed meanwhile is not', () => {
    const window = openHidden()
    window.loaded()
    window.destroy()
    vi.runAllTimers()
    expect(window.shows()).toBe(0)
  })
})
