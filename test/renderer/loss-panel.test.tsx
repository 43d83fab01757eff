// @vitest-environment happy-dom
import { Chart } from 'chart.js'
import { afterEach, describe, expect, it } from 'vitest'
import { createHistoryProbe } from '../../renderer/store/curves/history-probe'
import { fakeBatch } from './helpers/fake-batch'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

function chart(testId: string): Chart {
  const made = Chart.getChart(page.get(testId) as HTMLCanvasElement)
  if (!made) throw new Error(`there is no chart on ${testId}`)
  return made
}

const lengthOf = (line: number) => chart('loss-chart').data.datasets[line]?.data.length
const [MEAN, LOSS, NORM] = [0, 1, 2]

/** Three updates with losses and norms that can be reckoned in the head. */
async function threeUpdates() {
  await page.settle(() =>
    page.fake.emit('updates', {
      ...fakeBatch(1, 3, { runId: page.world.store.getState().run?.id ?? '' }),
      losses: Float32Array.of(0.5, 0.25, 0.75),
      gradientNorms: Float32Array.of(2, 7, 4),
    }),
  )
}

async function pointAtEnd() {
  await page.settle(() =>
    page.get('loss-chart').dispatchEvent(new MouseEvent('pointermove', { bubbles: true })),
  )
}

describe('the gradient norm', () => {
  it('is drawn on demand, over an axis of its own', async () => {
    page = await openPage()
    await threeUpdates()
    expect([lengthOf(LOSS), lengthOf(NORM)]).toEqual([3, 0])
    expect(chart('loss-chart').options.scales?.right?.display).toBe(false)
    await page.click('toggle-gradient-norm')
    await page.settle()
    expect(lengthOf(NORM)).toBe(3)
    expect(chart('loss-chart').options.scales?.right).toMatchObject({ display: true, min: 0, max: 7.5 })
    expect(chart('loss-chart').options.scales?.y).toMatchObject({ min: 0, max: 1 })
  })

  it('is logarithmic when the loss is', async () => {
    page = await openPage()
    await threeUpdates()
    await page.click('toggle-gradient-norm')
    await page.click('toggle-log-loss')
    await page.settle()
    const { y, right } = chart('loss-chart').options.scales ?? {}
    expect([y?.type, right?.type]).toEqual(['logarithmic', 'logarithmic'])
    expect(right).toMatchObject({ min: 0.1, max: 10 })
  })

  it('is read under the pointer when it is shown', async () => {
    page = await openPage()
    await threeUpdates()
    await pointAtEnd()
    expect(page.text('loss-reading')).toBe('update 1   loss 0.500')
    await page.click('toggle-gradient-norm')
    await pointAtEnd()
    expect(page.text('loss-reading')).toBe('update 1   loss 0.500   gradient norm 2.00')
  })

  it('is kept for the console', async () => {
    page = await openPage()
    await threeUpdates()
    const probe = createHistoryProbe(page.world.history)
    expect([...probe.gradientNorms()]).toEqual([2, 7, 4])
    probe.gradientNorms().fill(0)
    expect([...probe.gradientNorms()]).toEqual([2, 7, 4])
  })
})

describe('the running mean', () => {
  it('is shown for the preset whose program prints it', async () => {
    page = await openPage()
    await page.applyPreset('tensorflow-running-mean')
    await threeUpdates()
    await page.settle()
    expect(page.text('running-mean')).toBe('0.500')
    expect(chart('loss-chart').data.datasets[MEAN]?.data).toEqual([
      { x: 1, y: 0.5 },
      { x: 2, y: 0.375 },
      { x: 3, y: 0.5 },
    ])
    await pointAtEnd()
    expect(page.text('loss-reading')).toBe('update 1   loss 0.500   mean so far 0.500')
  })

  it('is not shown for others', async () => {
    page = await openPage()
    await threeUpdates()
    expect([page.find('running-mean'), lengthOf(MEAN)]).toEqual([null, 0])
  })
})

describe('what a program shows', () => {
  it('fixes the axis of the carried preset from −1.2 to 1.2, whatever the prediction', async () => {
    page = await openPage()
    const wild = () => {
      const batch = fakeBatch(1, 3, { runId: page.world.store.getState().run?.id ?? '' })
      page.fake.emit('updates', { ...batch, predictions: batch.predictions.map((value) => value * 9) })
    }
    await page.settle(wild)
    expect(chart('prediction-chart').options.scales?.y?.max).toBeGreaterThan(5)
    await page.applyPreset('tensorflow-carried')
    await page.settle(wild)
    for (const name of ['prediction-chart', 'period-chart'])
      expect(chart(name).options.scales?.y).toMatchObject({ min: -1.2, max: 1.2 })
  })

  it('tells the newest window’s length when lengths differ', async () => {
    page = await openPage()
    await page.settle(() => page.fake.train(1))
    expect(page.find('window-length')).toBeNull()
    await page.applyPreset('pytorch-dynamic')
    await page.settle(() => page.fake.train(1))
    expect(page.text('window-length')).toBe('window of 20 time steps')
    await page.settle(() => page.fake.train(1))
    expect(page.text('window-length')).toBe('window of 30 time steps')
  })
})
