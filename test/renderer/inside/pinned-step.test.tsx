// @vitest-environment happy-dom
import { suggestedRun } from '@contract/data/made-series'
import { ok } from '@contract/result'
import { withSettings } from '@contract/settings/settings'
import { Chart } from 'chart.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SHOW_ALL } from '../../../renderer/store/state/viewport'
import { fakePicture } from '../helpers/fake-picture'
import { openPage, type TestPage } from '../helpers/page'
import { toldOf } from './states-told'

let page: TestPage
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  // Charts without a size are not drawn.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const state = () => page.world.store.getState()
const held = () => [state().insideStep, state().isStepPinned]
async function press(testId: string, key: string) {
  await page.settle(() =>
    page.get(testId).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
  )
  await page.settle()
}
async function show(tab: 'learning' | 'data' | 'inside') {
  await page.click(`tab-${tab}`)
  await page.settle()
}

async function trained(updates: number) {
  page = await openPage()
  await page.settle(() => page.fake.train(updates))
  page.fake.tellInside(({ runId, asks }) => ok({ runId, update: updates, told: toldOf(asks) }))
}

describe('a time step that is pinned inside', () => {
  it('stays where it is whatever the pointer passes over, moves by keys, and Enter lets it go on', async () => {
    await trained(3)
    await show('inside')
    await press('inside-curve-plot', 'Home')
    expect(page.text('pinned-step')).toBe('')
    await press('inside-curve-plot', 'Enter')
    expect(held()).toEqual([0, true])
    expect(page.text('pinned-step')).toBe('Time step 1 is pinned in all tabs.')
    await page.settle(() => state().passOverStep(1))
    expect(held()).toEqual([0, true])
    await press('inside-heat', 'ArrowRight')
    expect(held()).toEqual([1, true])
    expect(page.text('inside-reading')).toMatch(/^time step 2 /)
    await press('inside-heat', 'Enter')
    expect(held()).toEqual([1, false])
    await page.settle(() => state().passOverStep(0))
    expect(held()).toEqual([0, false])
  })

  it('is read and marked in the prediction chart, at the window of the update that is looked at', async () => {
    await trained(3)
    await show('inside')
    await press('inside-curve-plot', 'Home')
    await show('learning')
    // What is only pointed at stays inside.
    expect(page.text('prediction-reading')).toMatch(/^Wheel to zoom/)
    await show('inside')
    await press('inside-curve-plot', 'End')
    await press('inside-curve-plot', 'Enter')
    await show('learning')
    const { history } = page.world
    expect(page.text('prediction-reading')).toContain(
      `update 3   t = ${history.placeAt(history.range(3).from + 1).toFixed(2)}π`,
    )
    expect(page.get('prediction-chart').getAttribute('aria-valuetext')).toBe(page.text('prediction-reading'))
    await page.settle(() => state().mark(2))
    await page.settle()
    expect(page.text('prediction-reading')).toContain(
      `update 2   t = ${history.placeAt(history.range(2).from + 1).toFixed(2)}π`,
    )
    await press('prediction-chart', 'Escape')
    expect([...held(), state().marked]).toEqual([null, false, null])
    expect(page.text('prediction-reading')).toMatch(/^Wheel to zoom/)
    expect(page.text('pinned-step')).toBe('')
  })

  it('is let go of by its button, and with its run', async () => {
    await trained(3)
    await page.settle(() => state().pinStep(1))
    await page.click('unpin-step')
    expect(held()).toEqual([null, false])
    await page.settle(() => state().pinStep(1))
    const { description } = state()
    if (!description) throw new Error('there is no run')
    await page.settle(() =>
      page.fake.emit('runOpened', { ...description, id: '00000000-0000-4000-8000-00000000000f' }),
    )
    expect(held()).toEqual([null, false])
  })
})

describe('a time step of the prediction chart', () => {
  it('is pinned with its update by Enter, and read inside', async () => {
    await trained(3)
    await press('prediction-chart', 'Home')
    await press('prediction-chart', 'ArrowRight')
    await press('prediction-chart', 'Enter')
    expect([...held(), state().marked]).toEqual([1, true, 1])
    await show('inside')
    await page.settle(async () => void (await vi.advanceTimersByTimeAsync(200)))
    expect(page.text('inside-reading')).toMatch(/^time step 2 /)
  })

  it('is pinned by a press, and a second one lets go of it', async () => {
    await trained(3)
    const { history, looking } = page.world
    const canvas = page.get('prediction-chart')
    const pointer = (type: string, offsetX: number) =>
      page.settle(() => {
        const event = new MouseEvent(type, { bubbles: true, button: 0 })
        Object.defineProperties(event, { offsetX: { value: offsetX }, pointerId: { value: 1 } })
        canvas.setPointerCapture = () => {}
        canvas.dispatchEvent(event)
      })
    const pressAt = async (offsetX: number) => {
      await pointer('pointerdown', offsetX)
      await pointer('pointerup', offsetX)
    }
    await pointer('pointermove', 300)
    const update = looking.pointed.get() ?? 0
    expect(update).toBeGreaterThan(0)
    await pressAt(300)
    const [step] = held()
    expect(state()).toMatchObject({
      isStepPinned: true,
      marked: update === history.lastUpdate ? null : update,
    })
    await pointer('pointerdown', 300)
    await pointer('pointermove', 340)
    await pointer('pointerup', 340)
    // A drag is no press.
    expect(held()).toEqual([step, true])
    await page.settle(() => state().look(SHOW_ALL))
    await page.settle()
    const { x } = Chart.getChart(page.get('prediction-chart') as HTMLCanvasElement)?.scales ?? {}
    const { from } = history.range(update)
    await pressAt(x?.getPixelForValue(history.times.at(from + Number(step))) ?? 0)
    expect(held()).toEqual([null, false])
  })
})

it('is marked on the picture of the data, and Escape lets go of it there', async () => {
  page = await openPage()
  const config = withSettings(suggestedRun('co2'), { window: 24, order: 'consecutive', stride: 5 })
  await page.settle(async () => void (await page.fake.api.request.createRun(config)))
  page.fake.answer('describeSeries', ok(fakePicture()))
  await page.settle(() => page.fake.train(2))
  await page.settle(() => state().pinStep(1))
  await show('data')
  const { history } = page.world
  const row = history.placeAt(history.range(2).from + 1)
  expect(page.text('pinned-row-words')).toContain(`row ${row + 1}`)
  expect(page.get('pinned-row').hidden).toBe(false)
  await page.settle(() => state().mark(1))
  await page.settle()
  expect(page.text('pinned-row-words')).toContain(`row ${history.placeAt(history.range(1).from + 1) + 1}`)
  await press('series-chart', 'Escape')
  expect(held()).toEqual([null, false])
  expect(page.get('pinned-row').hidden).toBe(true)
})
