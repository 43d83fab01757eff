// @vitest-environment happy-dom
import { suggestedRun } from '@contract/data/made-series'
import type { PartName } from '@contract/data/parts'
import { fail, ok } from '@contract/result'
import type { PartPredictions } from '@contract/run/parts/part-predictions'
import { withSettings } from '@contract/settings/settings'
import { Chart } from 'chart.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { madeUp } from '../helpers/saying'
import { fakeDescription } from './helpers/fake-api'
import { fakeRivals } from './helpers/fake-scores'
import { openPage, type TestPage } from './helpers/page'
import { SERIES } from './helpers/series-batch'

let page: TestPage
beforeEach(() => {
  // Only what waits: frames and promises are as ever.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  // Charts without a size are not drawn.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const CONFIG = withSettings(suggestedRun('lorenz'), { updates: 500 })
const state = () => page.world.store.getState()
const runId = () => state().description?.id ?? ''
const asked = () =>
  page.fake.asked.filter(({ name }) => name === 'partPredictions').map(({ args }) => args[0])
const wait = (milliseconds: number) =>
  page.settle(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)))
const canvas = () => page.get('part-chart') as HTMLCanvasElement
const line = (index: number) =>
  Chart.getChart(canvas())?.data.datasets[index]?.data.map((point) => {
    const { x, y } = point as { x: number; y: number }
    return [x, y]
  })

async function press(key: string) {
  await page.settle(() => {
    canvas().focus()
    canvas().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
  await page.settle()
}

/** Rows of a part: the target is the row, and of the second output the row and a half. The prediction is a tenth more. */
function told(part: PartName, from: number, to: number, change: Partial<PartPredictions> = {}) {
  const values = (more: number) => Float64Array.from({ length: to - from }, (_, i) => from + i + more)
  const output = (name: string, more: number) => ({
    name,
    targets: values(more),
    predictions: values(more + 0.1),
  })
  return {
    ...{ runId: runId(), part, rows: { from, to }, update: 3, jumps: [] },
    outputs: [output('load', 0), output('price', 0.5)],
    ...change,
  } satisfies PartPredictions
}

/** A run of a series of months, after three updates, at rest. */
async function opened(rows: Partial<ReturnType<typeof fakeRivals>['rows']> = {}) {
  page = await openPage()
  await page.settle(async () => void (await page.fake.api.request.createRun(CONFIG)))
  await page.settle(() => page.fake.emit('runOpened', { ...fakeDescription(runId()), facts: SERIES }))
  await page.settle(() => page.fake.train(3))
  const rivals = fakeRivals(runId(), { mean: 1 }, { outputs: SERIES.targets })
  await page.settle(() => page.fake.emit('rivalsFound', { ...rivals, rows: { ...rivals.rows, ...rows } }))
}

async function shown(part: PartName, answer: PartPredictions) {
  page.fake.answer('partPredictions', ok(answer))
  await page.choose('shown-part', part)
  await page.settle()
}

describe('the parts of a series in the prediction chart', () => {
  it('can be chosen where there are any', async () => {
    page = await openPage()
    await page.settle(() => page.fake.train(2))
    expect(page.find('shown-part')).toBeNull()
    await page.close()
    await opened({ test: { from: 85, to: 85 } })
    const options = [...page.get('shown-part').querySelectorAll('option')].map((each) => each.textContent)
    expect(options).toEqual(['Training windows', 'Validation part'])
    expect([page.find('prediction-chart') !== null, page.find('part-chart')]).toEqual([true, null])
  })

  it('are asked for whole, and drawn with breaks where there is nothing and where time jumps', async () => {
    await opened()
    const answer = told('validation', 70, 85, { jumps: [75] })
    answer.outputs[0]?.targets.set([Number.NaN], 2)
    await shown('validation', answer)
    expect(asked()).toEqual([{ runId: runId(), part: 'validation', from: 70, count: 15, update: null }])
    expect(page.text('part-weights')).toBe('with the weights after update 3')
    const rows = [70, 71, 72, 73, 74, 75, null, 76, 77, 78, 79, 80, 81, 82, 83, 84]
    const broken = rows.map((row) => (row === null ? [75.5, Number.NaN] : [row, row]))
    expect(line(1)).toEqual(broken.map(([x, y]) => [x, x === 72 ? Number.NaN : y]))
    expect(line(0)?.map(([x]) => x)).toEqual(broken.map(([x]) => x))
    expect(line(0)?.[1]?.[1]).toBeCloseTo(71.1, 9)
    expect(Chart.getChart(canvas())?.options.scales?.x).toMatchObject({ min: 69.5, max: 84.5 })
    await page.choose('output', '1')
    await page.settle()
    expect(line(1)?.[2]).toEqual([72, 72.5])
    // The same rows and weights have both outputs.
    expect(asked().length).toBe(1)
  })

  it('are read by the keys, in words and at their own time', async () => {
    await opened()
    const answer = told('validation', 70, 85)
    answer.outputs[0]?.targets.set([Number.NaN, -4], 0)
    await shown('validation', answer)
    expect(canvas().getAttribute('aria-valuetext')).toBe(
      'Validation part, rows 71 to 85 (Jun 1950 to Aug 1951), with the weights after update 3',
    )
    await press('Home')
    const first = 'row 71   Jun 1950   target missing   prediction 70.1'
    expect([page.text('part-reading'), canvas().getAttribute('aria-valuetext')]).toEqual([first, first])
    await press('ArrowRight')
    expect(page.text('part-reading')).toBe('row 72   Jul 1950   target −4   prediction 71.1')
    await press('End')
    expect(page.text('part-reading')).toContain('row 85   Aug 1951   target 84')
    expect(
      ['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((name) => canvas().getAttribute(name)),
    ).toEqual(['71', '85', '85'])
    await press('Escape')
    expect(page.text('part-reading')).toMatch(/^Wheel to zoom/)
  })

  it('are asked for anew at every rest, and seldom while the run trains', async () => {
    await opened()
    await shown('test', told('test', 85, 100))
    await page.settle(() => page.fake.train(1))
    await wait(0)
    expect(asked().length).toBe(2)
    await page.settle(async () => void (await page.fake.api.request.startRun(runId())))
    for (let hundredth = 0; hundredth < 100; hundredth += 1) {
      await page.settle(() => page.fake.train(1))
      await wait(10)
    }
    // A second: after each answer four tenths of one.
    expect(asked().length).toBeGreaterThanOrEqual(4)
    expect(asked().length).toBeLessThanOrEqual(5)
    const before = asked().length
    await page.settle(() => page.fake.train(1))
    await page.settle(async () => void (await page.fake.api.request.pauseRun(runId())))
    await wait(0)
    expect(asked().length).toBe(before + 1)
    await wait(5000)
    expect(asked().length).toBe(before + 1)
  })

  it('are not asked for while nobody looks', async () => {
    await opened()
    await shown('test', told('test', 85, 100))
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const turned = () => page.settle(() => document.dispatchEvent(new Event('visibilitychange')))
    await turned()
    await page.settle(() => page.fake.train(1))
    await wait(1000)
    expect(asked().length).toBe(1)
    hidden.mockReturnValue('visible')
    await turned()
    await wait(0)
    expect(asked().length).toBe(2)
    await page.choose('shown-part', 'train')
    await page.settle(() => page.fake.train(1))
    await wait(1000)
    expect(asked().length).toBe(2)
  })

  it('are of the moment that is looked at, once it has been made again', async () => {
    await opened()
    await shown('test', told('test', 85, 100))
    await page.settle(() => state().goTo(2))
    await wait(100)
    expect(asked().length).toBe(1)
    page.fake.answer('partPredictions', ok(told('test', 85, 100, { update: 2 })))
    await wait(120)
    await wait(100)
    expect(asked().at(-1)).toMatchObject({ part: 'test', update: 2 })
    expect(page.text('part-weights')).toBe('with the weights after update 2')
    page.fake.answer('partPredictions', ok(told('test', 85, 100)))
    await press('Escape')
    await wait(100)
    expect([state().marked, asked().at(-1)]).toMatchObject([null, { update: null }])
    expect(page.text('part-weights')).toBe('with the weights after update 3')
  })

  it('say in a sentence why there are none, until there are', async () => {
    await opened()
    page.fake.answer('partPredictions', fail('no-run', madeUp('Something is amiss.')))
    await page.choose('shown-part', 'test')
    await page.settle()
    expect(page.text('part-problem')).toContain('Something is amiss.')
    expect(page.text('part-weights')).toBe('The network is being asked …')
    page.fake.answer('partPredictions', ok(told('test', 85, 100)))
    await page.settle(() => page.fake.train(1))
    await wait(0)
    expect(page.find('part-problem')).toBeNull()
    expect(line(1)?.length).toBe(15)
  })

  it('are looked at stretch after stretch where they are long', async () => {
    const rows = { from: 1_000_000, to: 9_000_000 }
    await opened({ train: { from: 0, to: rows.from }, validation: { from: 8_980_000, to: rows.to } })
    await shown('validation', told('validation', rows.from, rows.from + 4096))
    expect(asked()).toEqual([expect.objectContaining({ from: 1_000_000, count: 4048 })])
    expect(page.get('show-all')).toHaveProperty('disabled', true)
    // The last row is in the middle of what is asked for next.
    await press('End')
    await wait(100)
    expect(asked().at(-1)).toMatchObject({ from: 8_995_952, count: 4048 })
    expect(page.text('part-reading')).toMatch(/^row 9,000,000 .*target missing/)
    for (let times = 0; times < 5; times += 1) await press('+')
    await wait(100)
    // From nearer the same rows serve.
    expect(asked().length).toBe(2)
    await press('Home')
    await wait(100)
    const { from, count } = asked().at(-1) as { from: number; count: number }
    expect([from, count < 2000]).toEqual([1_000_000, true])
    await press('0')
    await wait(100)
    expect(asked().at(-1)).toMatchObject({ from: 1_000_000, count: 4048 })
    expect(page.get('show-all')).toHaveProperty('disabled', true)
  })
})
