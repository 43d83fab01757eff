// @vitest-environment happy-dom
import { suggestedRun } from '@contract/data/made-series'
import { MAX_BUCKETS, type NearPicture } from '@contract/data/series-picture'
import { ok } from '@contract/result'
import { withSettings } from '@contract/settings/settings'
import { Chart } from 'chart.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakePicture } from './helpers/fake-picture'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage
beforeEach(() => {
  // Only what waits for a hand to rest: frames and promises are as ever.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  // Charts without a size are not drawn.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const CONFIG = withSettings(suggestedRun('co2'), { window: 24, batch: 4, order: 'consecutive', stride: 5 })
const canvas = () => page.get('series-chart') as HTMLCanvasElement
const asked = () => page.fake.asked.filter(({ name }) => name === 'describeRows')
const rest = () => page.settle(async () => void (await vi.advanceTimersByTimeAsync(100)))

/** The rows at the edges of the picture. */
function edges() {
  const { min, max } = Chart.getChart(canvas())?.options.scales?.x ?? {}
  return [min, max]
}

async function opened(picture = fakePicture()) {
  page = await openPage()
  await page.settle(async () => void (await page.fake.api.request.createRun(CONFIG)))
  page.fake.answer('describeSeries', ok(picture))
  await page.click('tab-data')
  await page.settle()
}

/** A series of 10,000 months, told in 2,000 buckets of five rows. */
function longPicture() {
  const picture = fakePicture({ columns: 1, rows: 10_000 })
  const [column] = picture.columns
  if (!column) throw new Error('there is one')
  const bucketed = (row: number) =>
    Float64Array.from({ length: MAX_BUCKETS }, (_, bucket) => 5 * bucket + row)
  return { ...picture, columns: [{ ...column, least: bucketed(0), greatest: bucketed(4) }] }
}

/** Rows that are a tenth of their number. */
function nearPicture(from: number, to: number, jumps: readonly number[] = []): NearPicture {
  const values = Float64Array.from({ length: to - from }, (_, row) => (from + row) / 10)
  return {
    from,
    to,
    columns: [{ name: 'c0', least: values, greatest: values }],
    gaps: Float64Array.from(jumps),
  }
}

async function press(testId: string, key: string, shiftKey = false) {
  await page.settle(() =>
    page.get(testId).dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true })),
  )
  await page.settle()
}

/** Turns the wheel over the picture; answers whether the picture took it. */
async function turn(deltaY: number, offsetX: number) {
  const event = new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'offsetX', { value: offsetX })
  await page.settle(() => canvas().dispatchEvent(event))
  await page.settle()
  return event.defaultPrevented
}

describe('the picture of a series', () => {
  it('is zoomed and scrolled by keys, and shown whole again by the button', async () => {
    await opened()
    const all = page.get('series-show-all') as HTMLButtonElement
    expect([edges(), all.disabled]).toEqual([[-0.5, 199.5], true])
    for (let times = 0; times < 2; times += 1) await press('series-chart', '+')
    // 200 rows / 1.5², about the middle.
    const [min = 0, max = 0] = edges() as number[]
    expect([(min + max) / 2, max - min]).toEqual([expect.closeTo(99.5, 9), expect.closeTo(200 / 2.25, 9)])
    await press('series-chart', 'ArrowRight', true)
    expect(edges()[0]).toBeCloseTo(min + 200 / 22.5, 9)
    expect(all.disabled).toBe(false)
    await page.click('series-show-all')
    await page.settle()
    expect([edges(), all.disabled]).toEqual([[-0.5, 199.5], true])
    await press('series-chart', '+')
    await press('series-chart', '0')
    expect(edges()).toEqual([-0.5, 199.5])
  })

  it('is zoomed by the wheel at the pointer, which scrolls the tab where there is nothing to zoom', async () => {
    await opened()
    expect(await turn(100, 300)).toBe(false)
    const place = Chart.getChart(canvas())?.scales.x?.getValueForPixel(300) ?? 0
    expect(await turn(-400, 300)).toBe(true)
    const [min = 0, max = 0] = edges() as number[]
    expect(max - min).toBeCloseTo(200 * Math.exp(-0.6), 9)
    expect(Chart.getChart(canvas())?.scales.x?.getValueForPixel(300)).toBeCloseTo(place, 9)
    expect(await turn(4000, 300)).toBe(true)
    expect(edges()).toEqual([-0.5, 199.5])
  })

  it('goes to the window of the newest update by F, which stands where it is at any zoom', async () => {
    await opened(fakePicture({ rows: 2000 }))
    await press('series-chart', 'f')
    // Before the first update there is none.
    expect(edges()).toEqual([-0.5, 1999.5])
    await page.settle(() => page.fake.train(21))
    await press('series-chart', 'f')
    const [min = 0, max = 0] = edges() as number[]
    // Window 21 of 24 rows begins with row 480.
    expect([(min + max) / 2, max - min]).toEqual([expect.closeTo(491.5, 9), 640])
    const { style } = page.get('present-window')
    expect(Number(style.getPropertyValue('--start'))).toBeCloseTo((480 - 0.5 - min) / 640, 9)
    expect(Number(style.getPropertyValue('--share'))).toBeCloseTo(24 / 640, 9)
  })

  it('follows the crosshair where it leaves what is in sight', async () => {
    await opened()
    for (let times = 0; times < 6; times += 1) await press('series-chart', '+')
    await press('series-chart', 'End')
    expect(edges()[1]).toBe(199.5)
    expect(page.text('series-reading')).toBe('row 200   Oct 1974   test part   "c0" 199   "c1" 299')
  })
})

describe('a long series', () => {
  it('is fetched row by row where it is looked at from near, once, with what lies beside', async () => {
    await opened(longPicture())
    await rest()
    expect(asked()).toEqual([])
    await press('series-chart', 'Home')
    expect(page.text('series-reading')).toContain('"c0" 0 to 4')
    await press('series-chart', 'Escape')
    // Down to 10,000 / 1.5⁶ = 877.9 rows, those from 4,561 to 5,438, and half as many on either side.
    for (let times = 0; times < 6; times += 1) await press('series-chart', '+')
    page.fake.answer('describeRows', ok(nearPicture(4122, 5878)))
    await rest()
    expect(asked().map(({ args }) => args)).toEqual([[CONFIG.data, { from: 4122, to: 5878 }, ['c0']]])
    await press('series-chart', 'Home')
    // Until the answer is there it is known from afar.
    expect(page.text('series-reading')).toContain('"c0" 0 to 4')
    page.fake.answer('describeRows', ok(nearPicture(0, 1317)))
    await rest()
    await page.settle()
    expect(asked().at(-1)?.args[1]).toEqual({ from: 0, to: 1317 })
    expect(page.text('series-reading')).toMatch(/^row 1 .*"c0" 0$/)
  })

  it('reads one row after the other there', async () => {
    await opened(longPicture())
    for (let times = 0; times < 8; times += 1) await press('series-chart', '+')
    const sight = edges().map((edge) => Math.round(Number(edge)))
    const [from = 0, to = 0] = sight
    page.fake.answer('describeRows', ok(nearPicture(from - 500, to + 500)))
    await rest()
    await page.settle()
    const canvasPlace = Chart.getChart(canvas())?.scales.x?.getPixelForValue(5000) ?? 0
    const event = new PointerEvent('pointermove', { bubbles: true })
    Object.defineProperty(event, 'offsetX', { value: canvasPlace })
    await page.settle(() => canvas().dispatchEvent(event))
    await page.settle()
    expect(page.text('series-reading')).toMatch(/^row 5,001 .*"c0" 500$/)
    await press('series-chart', 'ArrowRight')
    expect(page.text('series-reading')).toMatch(/^row 5,002 .*"c0" 500.1$/)
    // A little nearer there is nothing new to fetch.
    await press('series-chart', '+')
    await rest()
    expect(asked()).toHaveLength(1)
  })
})

describe('the handles between the parts of a picture that is zoomed', () => {
  it('stand at their rows, or at the edge where these are beyond it', async () => {
    await opened()
    for (let times = 0; times < 2; times += 1) await press('series-chart', '+')
    const [min = 0, max = 0] = edges() as number[]
    const left = (testId: string) => Number.parseFloat(page.get(testId).style.left)
    expect(left('cut-train')).toBeCloseTo((100 * (139.5 - min)) / (max - min), 6)
    expect([left('cut-validation'), page.get('cut-validation').className]).toEqual([
      100,
      'part-handle validation beyond',
    ])
  })

  it('are moved the more finely the nearer they are looked at', async () => {
    await opened(longPicture())
    for (let times = 0; times < 6; times += 1) await press('series-chart', '+')
    await press('cut-train', 'ArrowRight')
    expect(page.get('cut-train').getAttribute('aria-valuenow')).toBe('70.1')
    for (let times = 0; times < 6; times += 1) await press('series-chart', '+')
    await press('cut-train', 'ArrowLeft')
    expect(page.get('cut-train').getAttribute('aria-valuenow')).toBe('70.09')
    const handle = page.get('cut-train')
    page.get('parts').getBoundingClientRect = () => ({ left: 100, width: 400 }) as DOMRect
    Object.assign(handle, { setPointerCapture: () => {}, hasPointerCapture: () => true })
    const [min = 0, max = 0] = edges() as number[]
    await page.settle(() =>
      handle.dispatchEvent(new PointerEvent('pointermove', { clientX: 300, bubbles: true, pointerId: 1 })),
    )
    // The middle of what is in sight, to a hundredth of a per cent.
    const percent = Number(page.get('cut-train').getAttribute('aria-valuenow'))
    expect(percent).toBeCloseTo(((min + max) / 2 + 0.5) / 100, 2)
  })
})
