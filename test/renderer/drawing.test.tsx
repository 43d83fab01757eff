// @vitest-environment happy-dom
import { Chart, type Point } from 'chart.js'
import { afterEach, describe, expect, it } from 'vitest'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

const CHARTS = ['prediction-chart', 'loss-chart', 'period-chart'] as const

/** What a chart shows: the points of its lines, and the ends of its axes. */
function picture(testId: string): string {
  const chart = Chart.getChart(page.get(testId) as HTMLCanvasElement)
  if (!chart) throw new Error(`there is no ${testId}`)
  const ends = Object.values(chart.scales).map(({ id, min, max }) => [id, min, max])
  const lines = chart.data.datasets.map(({ data }) => (data as Point[]).map(({ x, y }) => [x, y]))
  return JSON.stringify({ ends, lines: lines.filter(({ length }) => length > 0) })
}
const pictures = () => CHARTS.map(picture)

/** Charts that another picture is shown of than before. */
function changed(before: readonly string[]): number {
  return pictures().filter((now, chart) => now !== before[chart]).length
}

/** A run of some updates, with all charts drawn. */
async function training(pace: number | 'max', updates = 2) {
  page = await openPage()
  await page.settle(() => page.world.store.getState().paceChanged(pace))
  await page.click('start-pause')
  await page.settle(() => page.fake.train(updates))
  for (let frame = 0; frame < 5; frame++) await page.settle()
}

describe('the charts of a run', () => {
  it.each([20, 50])('all show every update at a pace of %s a second', async (pace) => {
    await training(pace)
    for (let update = 0; update < 6; update++) {
      const before = pictures()
      await page.settle(() => page.fake.train(1))
      expect(changed(before)).toBe(CHARTS.length)
    }
  })

  it.each([100, 'max'] as const)(
    'change one a frame at a pace of %s, each as often as the others',
    async (pace) => {
      await training(pace)
      const times = CHARTS.map(() => 0)
      for (let frame = 0; frame < 12; frame++) {
        const before = pictures()
        await page.settle(() => page.fake.train(1))
        expect(changed(before)).toBe(1)
        for (const [chart, now] of pictures().entries())
          if (now !== before[chart]) times[chart] = (times[chart] ?? 0) + 1
      }
      expect(times).toEqual([4, 4, 4])
    },
  )

  it('show flat out, when it pauses, what they show of the same updates one by one', async () => {
    await training(20)
    for (let update = 0; update < 37; update++) await page.settle(() => page.fake.train(1))
    await page.click('start-pause')
    for (let frame = 0; frame < 20; frame++) await page.settle()
    const followed = pictures()
    await page.close()
    await training('max')
    for (let batch = 0; batch < 7; batch++) await page.settle(() => page.fake.train(5))
    await page.settle(() => page.fake.train(2))
    await page.click('start-pause')
    for (let frame = 0; frame < 20; frame++) await page.settle()
    expect(page.world.history.updates).toBe(39)
    expect(pictures()).toEqual(followed)
    expect(page.text('status-updates')).toBe('39 / 60')
    // Nothing is left to be drawn.
    expect(page.frames.asked()).toBe(0)
  })

  it('change at once where a person does something, flat out as well', async () => {
    await training('max')
    await page.settle(() => page.fake.train(20))
    const before = picture('prediction-chart')
    await page.click('show-all')
    expect(picture('prediction-chart')).not.toBe(before)
  })

  it('are not drawn while nobody can see them, and show the newest update when somebody can', async () => {
    await training('max')
    const [before, clears] = [pictures(), page.clears()]
    page.frames.hide()
    for (let batch = 0; batch < 8; batch++) await page.settle(() => page.fake.train(1))
    expect([pictures(), page.clears()]).toEqual([before, clears])
    page.frames.show()
    for (let frame = 0; frame < CHARTS.length; frame++) await page.settle()
    expect(changed(before)).toBe(CHARTS.length)
    expect(page.text('period-updates')).toContain('10')
  })
})
