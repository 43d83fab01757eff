// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLineChart, lineDataset } from '../../../../renderer/charts/canvas/line-chart'
import { createScheduler } from '../../../../renderer/charts/canvas/scheduler'
import { watchTheme } from '../../../../renderer/charts/canvas/theme'
import { type CanvasCounts, fakeCanvases } from '../../helpers/fake-canvas'
import { createFakeFrames, type FakeFrames } from '../../helpers/fake-frames'

/** Places whose size a test changes; each hears of it as elements of a page do, after it. */
let watched: { readonly place: Element; readonly see: ResizeObserverCallback }[]
let frames: FakeFrames
let counts: CanvasCounts

beforeEach(() => {
  watched = []
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(readonly see: ResizeObserverCallback) {}
      observe(place: Element) {
        watched.push({ place, see: this.see })
      }
      disconnect() {
        watched = watched.filter(({ see }) => see !== this.see)
      }
    },
  )
  vi.stubGlobal('devicePixelRatio', 1)
  frames = createFakeFrames(16)
  counts = fakeCanvases()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Charts in places of 300 by 150 pixels. */
function setUp(count: number) {
  const scheduler = createScheduler(frames)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 300, 150))
  const charts = Array.from({ length: count }, () => {
    const canvas = document.body
      .appendChild(document.createElement('div'))
      .appendChild(document.createElement('canvas'))
    return createLineChart(canvas, {
      datasets: [lineDataset([{ x: 0, y: 0 }], 1)],
      theme: watchTheme(),
      scheduler,
      xTicks: () => [0, 1],
      xLabel: String,
      titles: { x: () => '', y: () => '' },
      yLabel: String,
      // A picture takes most of a frame.
      over: () => frames.pass(7),
    })
  })
  const resize = (width: number, height: number) => {
    for (const { place, see } of watched)
      see(
        [{ target: place, contentRect: new DOMRect(0, 0, width, height) } as unknown as ResizeObserverEntry],
        {} as ResizeObserver,
      )
  }
  const sizes = () => charts.map(({ canvas }) => [canvas.width, canvas.height])
  const drawn = () => {
    counts.clears = 0
    frames.next()
    return counts.clears
  }
  return { charts, resize, sizes, drawn }
}

describe('a chart in its place', () => {
  it('is as large as that from the beginning', () => {
    const { sizes, resize, drawn } = setUp(1)
    expect(sizes()).toEqual([[300, 150]])
    resize(300.4, 150.2)
    expect([drawn(), sizes()]).toEqual([0, [[300, 150]]])
  })

  it('is laid out anew with another size, as pictures are: not more in a frame than it has time for', () => {
    const { sizes, resize, drawn } = setUp(3)
    // By nobody else than us: chart.js would watch it as well, to draw at once.
    expect(watched).toHaveLength(3)
    resize(500, 200)
    // Nothing is drawn before its frame.
    expect(sizes()).toEqual([
      [300, 150],
      [300, 150],
      [300, 150],
    ])
    expect([drawn(), drawn(), drawn()]).toEqual([2, 1, 0])
    expect(sizes()).toEqual([
      [500, 200],
      [500, 200],
      [500, 200],
    ])
  })

  it('waits behind the answer to a press', () => {
    const { resize, drawn } = setUp(1)
    resize(500, 200)
    frames.press()
    expect([drawn(), drawn()]).toEqual([0, 1])
  })

  it('has as many pixels as another screen, at the same size and after it was seen before', () => {
    const { sizes, resize, drawn } = setUp(1)
    resize(300, 150)
    drawn()
    vi.stubGlobal('devicePixelRatio', 2)
    resize(300, 150)
    expect(drawn()).toBe(1)
    expect(sizes()).toEqual([[600, 300]])
  })

  it('keeps its size out of sight, and is left alone when it is gone', () => {
    const { charts, sizes, resize, drawn } = setUp(1)
    resize(0, 0)
    expect([drawn(), sizes()]).toEqual([0, [[300, 150]]])
    resize(500, 200)
    charts[0]?.destroy()
    expect(watched).toEqual([])
    expect(drawn()).toBe(0)
  })
})
