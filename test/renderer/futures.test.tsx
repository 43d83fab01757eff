// @vitest-environment happy-dom
import { fail, ok } from '@contract/result'
import type { Future, Futures, FuturesFrom } from '@contract/timeline/futures'
import { Chart } from 'chart.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { endOfFutures } from '../../renderer/charts/lines/futures'
import { createHistory } from '../../renderer/store/curves/history'
import { lossFutures, predictionFutures } from '../../renderer/store/selectors/future-lines'
import { madeUp } from '../helpers/saying'
import { openPage, type TestPage } from './helpers/page'
import { SERIES, seriesBatch } from './helpers/series-batch'

let page: TestPage
beforeEach(async () => {
  // Only what waits: frames and promises are as ever.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  // Charts without a size are not drawn.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300))
  page = await openPage({ loaded: true })
  await page.settle(() => page.fake.train(30))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const state = () => page.world.store.getState()
const asked = () =>
  page.fake.asked.filter(({ name }) => name === 'futuresOf').map(({ args }) => args[0] as FuturesFrom)
const wait = (milliseconds: number) =>
  page.settle(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)))
const focus = (testId: string) => page.settle(() => page.get(testId).focus())
const leave = (testId: string) => page.settle(() => page.get(testId).blur())
const rates = (from: FuturesFrom | undefined) => from?.choices.map(({ settings }) => settings.learningRate)
const xMax = () => Chart.getChart(page.get('loss-chart') as HTMLCanvasElement)?.options.scales?.x?.max

/** A future of so many updates after update 30: its losses fall from 0.5 to the last. */
function future(updates: number, last: number, isBroken = false): Future {
  const each = <T,>(of: (i: number) => T) => Array.from({ length: updates }, (_, i) => of(i))
  return {
    losses: Float32Array.from(each((i) => 0.5 + ((last - 0.5) * (i + 1)) / updates)),
    lengths: Uint32Array.from(each(() => 2)),
    starts: Float64Array.from(each((i) => 30 + i)),
    steps: Float64Array.from(each(() => 0.5)),
    predictions: Float32Array.from({ length: 2 * updates }, (_, i) => i / 10),
    isBroken,
  }
}

function told(futures: readonly Future[], updates = 60): Futures {
  return { runId: state().description?.id ?? '', update: 30, updates, futures }
}

const THREE = [future(60, 0.25), future(60, 0.125), future(60, 0.0625)]

async function shown(answer = told(THREE)) {
  page.fake.answer('futuresOf', ok(answer))
  await focus('learning-rate-slider')
  await wait(300)
}

describe('what a setting would lead to', () => {
  it('is asked for when a person rests on it, and not before', async () => {
    await focus('learning-rate-slider')
    await wait(240)
    expect(asked()).toEqual([])
    await wait(20)
    expect(asked()).toHaveLength(1)
    expect(asked()[0]).toMatchObject({ runId: state().description?.id, update: null, updates: 60 })
    expect(rates(asked()[0])).toEqual([0.01, 0.02, 0.04])
    // It has not been asked for by a press: one that does not come is no news.
    expect(state().notice).toBeNull()
    await wait(10_000)
    expect(asked()).toHaveLength(1)
  })

  it('is not asked for by who only passes, in training, before the first update, or of what is no value', async () => {
    await page.settle(() => state().toggleGroup('optimiser'))
    const field = page.get('clip-norm').closest('.field') as HTMLElement
    const point = (type: string) =>
      page.settle(() =>
        field.dispatchEvent(new PointerEvent(type, { bubbles: true, relatedTarget: document.body })),
      )
    await point('pointerover')
    await wait(200)
    await point('pointerout')
    await wait(1000)
    expect(asked()).toEqual([])
    await point('pointerover')
    await wait(300)
    expect(asked()[0]?.choices).toEqual([
      { settings: { clipNorm: 0 }, wiped: false },
      { settings: { clipNorm: 1 }, wiped: false },
    ])
    await point('pointerout')
    await focus('learning-rate')
    await page.settle(() => state().editSetting('learningRate', 'x'))
    await wait(1000)
    expect(asked()).toHaveLength(1)
    await page.settle(() => state().revertSettings(['learningRate']))
    await page.settle(() => void page.fake.api.request.startRun(state().run?.id ?? ''))
    await wait(1000)
    expect(asked()).toHaveLength(1)
    await page.settle(() => void page.fake.api.request.resetRun(state().run?.id ?? ''))
    await wait(1000)
    expect(asked()).toHaveLength(1)
  })

  it('is asked of the carried state: kept, wiped once, and not carried', async () => {
    await focus('carrying-keep')
    await wait(300)
    expect(asked()[0]?.choices).toEqual([
      { settings: { carryState: true }, wiped: false },
      { settings: { carryState: true }, wiped: true },
      { settings: { carryState: false }, wiped: false },
    ])
  })

  it('is told in one sentence and drawn in both charts, each line with its name', async () => {
    expect(xMax()).toBe(60)
    page.written()
    await shown()
    expect(page.text('futures')).toBe('Loss after 60 more updates: × ½ → 0.250; × 1 → 0.125; × 2 → 0.0625')
    expect(page.get('futures').getAttribute('aria-live')).toBe('polite')
    expect(xMax()).toBeGreaterThan(90)
    const names = page.written().filter((words) => words.startsWith('× '))
    // In both charts.
    for (const name of ['× ½', '× 1', '× 2'])
      expect(names.filter((words) => words === name).length % 2).toBe(0)
    expect(new Set(names)).toEqual(new Set(['× ½', '× 1', '× 2']))
  })

  it('says how many updates there was time for, and where one breaks', async () => {
    await shown(told([future(7, 0.25), future(3, 2, true), future(7, 0.5)], 7))
    expect(page.text('futures')).toBe(
      'Loss after 7 more updates (as many as there was time for): × ½ → 0.250; × 1 → broke at update 34; × 2 → 0.500',
    )
  })

  it.each([
    ['leaving it', () => leave('learning-rate-slider')],
    [
      'Escape',
      () => page.settle(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))),
    ],
    ['the start of the run', () => page.click('start-pause')],
    ['an update', () => page.settle(() => void page.fake.api.request.stepRun(state().run?.id ?? ''))],
  ])('is taken away by %s', async (_, act) => {
    await shown()
    expect(page.text('futures')).not.toBe('')
    await act()
    expect(page.text('futures')).toBe('')
    expect(xMax()).toBe(60)
  })

  it('is taken away by a slider that moves, and asked for anew where it rests', async () => {
    await shown()
    page.fake.answer('futuresOf', ok(told(THREE.toReversed())))
    await page.settle(() => page.world.commands.editSetting('learningRate', '0.1'))
    expect(page.text('futures')).toBe('')
    await wait(200)
    await page.settle(() => page.world.commands.editSetting('learningRate', '0.2'))
    await wait(240)
    expect(asked()).toHaveLength(1)
    await wait(300)
    expect(asked()).toHaveLength(2)
    expect(rates(asked()[1])).toEqual([0.1, 0.2, 0.4])
    expect(page.text('futures')).toContain('× ½ → 0.0625')
  })

  it('does not count when it comes too late', async () => {
    let answer: (futures: ReturnType<typeof ok<Futures>>) => void = () => {}
    vi.spyOn(page.fake.api.request, 'futuresOf').mockReturnValue(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    await focus('learning-rate-slider')
    await wait(300)
    await leave('learning-rate-slider')
    await page.settle(() => answer(ok(told(THREE))))
    expect(page.text('futures')).toBe('')
    expect(state().futures).toEqual({ kind: 'none' })
  })

  it('leaves nothing behind where it fails', async () => {
    page.fake.answer('futuresOf', fail('no-run', madeUp('It was called off.')))
    await focus('learning-rate-slider')
    await wait(300)
    expect(state().futures).toEqual({ kind: 'none' })
    expect(state().notice).toBeNull()
  })
})

describe('the lines of futures', () => {
  it('begin at the last loss that all have, and lie at their updates and windows', async () => {
    await shown(told([future(2, 0.25), future(2, 0.125), future(2, 0.0625)], 2))
    const { history } = page.world
    const say = () => ''
    const [first] = lossFutures(state(), history, say as never)
    const common = history.losses.values.data[29]
    expect(first?.points).toEqual([
      { x: 30, y: common },
      { x: 31, y: 0.375 },
      { x: 32, y: 0.25 },
    ])
    const [line] = predictionFutures(state(), history, 0, say as never)
    expect(line?.points.map(({ x }) => x)).toEqual([30, 30.5, 30.5, 31, 31.5, 31.5])
    expect(line?.points.map(({ y }) => Number(y.toFixed(6)))).toEqual([
      0,
      0.1,
      Number.NaN,
      0.2,
      0.3,
      Number.NaN,
    ])
    expect(endOfFutures(line ? [line] : [])).toBe(31.5)
  })

  it('count the time steps of a series after those that were seen, and have each output', async () => {
    await shown(told([future(2, 0.25), future(2, 0.125), future(2, 0.0625)], 1))
    const history = createHistory(SERIES)
    const starts = Array.from({ length: 30 }, (_, i) => i)
    history.append(seriesBatch({ lengths: starts.map(() => 3), starts }))
    expect(history.points).toBe(90)
    const seen = history.range(30).to
    const [line] = predictionFutures(state(), history, 1, (() => '') as never)
    expect(line?.points.slice(0, 2)).toEqual([
      { x: seen, y: Math.fround(0.1) },
      { x: seen + 1, y: Math.fround(0.3) },
    ])
  })
})
