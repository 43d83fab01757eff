// @vitest-environment happy-dom
import { Chart } from 'chart.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

// An update that is looked at is asked for when the hand rests, which is another test's matter.
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const state = () => page.world.store.getState()
const press = async (chart: string, key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  await page.settle(() => page.get(chart).dispatchEvent(event))
  await page.settle()
  return event.defaultPrevented
}
const value = (chart: string) => ({
  now: Number(page.get(chart).getAttribute('aria-valuenow')),
  text: page.get(chart).getAttribute('aria-valuetext') ?? '',
})

async function trained(updates: number) {
  page = await openPage()
  await page.settle(() => page.fake.train(updates))
  await page.settle()
}

describe('the crosshair of the prediction chart', () => {
  it('appears at the newest time step, and goes step by step, window by window and to both ends', async () => {
    await trained(30)
    const steps: number[] = []
    for (const key of [
      'ArrowLeft',
      'ArrowLeft',
      'PageUp',
      'PageUp',
      'PageDown',
      'Home',
      'ArrowRight',
      'End',
    ]) {
      expect(await press('prediction-chart', key)).toBe(true)
      steps.push(value('prediction-chart').now)
    }
    expect(steps).toEqual([30, 30, 29, 28, 29, 1, 1, 30])
    expect(value('prediction-chart').text).toBe(page.text('prediction-reading'))
    expect(value('prediction-chart').text).toMatch(/^update 30 +t = .*target .*prediction/)
  })

  it('takes the picture along when it leaves it, and lets it follow again at the end', async () => {
    await trained(30)
    await press('prediction-chart', 'Home')
    expect(state().viewMode).toMatchObject({ kind: 'free', min: 0 })
    await press('prediction-chart', 'End')
    expect(state().viewMode.kind).toBe('follow')
  })

  it('marks its update by Enter, and Escape takes first the crosshair and then the mark', async () => {
    await trained(30)
    await press('prediction-chart', 'ArrowLeft')
    await press('prediction-chart', 'Enter')
    expect(state().marked).toBe(30)
    expect(page.text('status-looking')).toMatch(/^Looking at update 30: loss /)
    await press('prediction-chart', 'Escape')
    expect([state().marked, page.world.looking.pointed.get()]).toEqual([30, null])
    await press('prediction-chart', 'Escape')
    expect([state().marked, page.find('status-looking')]).toEqual([null, null])
    expect(await press('prediction-chart', 'Escape')).toBe(false)
  })

  it('leaves keys with Control to the menu', async () => {
    await trained(3)
    expect(await press('prediction-chart', '0', { ctrlKey: true })).toBe(false)
  })
})

describe('the crosshair of the loss chart', () => {
  it('goes update by update, by tens and to both ends, and Enter shows that update’s window', async () => {
    await trained(40)
    const seen: number[] = []
    for (const key of ['ArrowLeft', 'ArrowLeft', 'PageUp', 'Home', 'ArrowRight', 'PageDown', 'End']) {
      await press('loss-chart', key)
      seen.push(value('loss-chart').now)
    }
    expect(seen).toEqual([40, 39, 29, 1, 2, 12, 40])
    await press('loss-chart', 'Home')
    await press('loss-chart', 'Enter')
    expect(state().marked).toBe(1)
    const mode = state().viewMode
    expect(mode.kind === 'free' && mode.min).toBe(0)
  })

  it('is not taken away by batches that come while it stands', async () => {
    await trained(10)
    await press('loss-chart', 'Home')
    await page.settle(() => page.fake.train(5))
    await page.settle()
    expect(page.world.looking.pointed.get()).toBe(1)
    expect(page.text('loss-reading')).toMatch(/^update 1 /)
  })
})

describe('what was pressed', () => {
  it('is shown so near that its window can be told from its neighbours, also out of all windows', async () => {
    await trained(60)
    await page.click('show-all')
    await page.settle()
    await press('loss-chart', 'Home')
    for (let update = 1; update < 20; update++) await press('loss-chart', 'ArrowRight')
    await press('loss-chart', 'Enter')
    const mode = state().viewMode
    if (mode.kind !== 'free') throw new Error(`the view is ${mode.kind}`)
    expect(mode.max - mode.min).toBeCloseTo(10)
    const { from, to } = page.world.history.range(20)
    const { at } = page.world.history.times
    expect(mode.min).toBeLessThan(at(from))
    expect(mode.max).toBeGreaterThan(at(to - 1))
  })

  it('is gone with its run', async () => {
    await trained(10)
    await page.settle(() => state().mark(5))
    await page.click('reset')
    expect(state().marked).toBeNull()
  })
})

describe('one period', () => {
  it('is that of the update looked at: under a crosshair, marked, or else the newest', async () => {
    await trained(40)
    expect(page.text('period-updates')).toBe('updates 17 to 40, oldest faintest')
    await page.settle(() => state().mark(30))
    await page.settle()
    expect(page.text('period-updates')).toBe('updates 7 to 30, oldest faintest (looked at)')
    await press('loss-chart', 'Home')
    expect(page.text('period-updates')).toBe('update 1 (looked at)')
    await page.settle(() => page.get('loss-chart').dispatchEvent(new FocusEvent('blur')))
    await page.settle()
    await page.click('back-to-now')
    await page.settle()
    expect(page.text('period-updates')).toBe('updates 17 to 40, oldest faintest')
  })
})

describe('training on', () => {
  it('says how many updates are out of sight while the picture stands still', async () => {
    await trained(20)
    await press('prediction-chart', 'Home')
    const before = page.text('follow-newest')
    expect(before).toMatch(/^Follow newest \(\d+ out of sight\)$/)
    await page.settle(() => page.fake.train(15))
    await page.settle()
    expect(page.text('follow-newest')).toMatch(/^Follow newest \((2[3-6]) out of sight\)$/)
    await page.click('follow-newest')
    expect(page.find('follow-newest')).toBeNull()
  })

  it('is followed when it was asked for by "Train more"', async () => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(60))
    await page.settle()
    await press('prediction-chart', 'Home')
    expect(state().viewMode.kind).toBe('free')
    await page.click('start-pause')
    expect(state().viewMode.kind).toBe('follow')
  })
})

describe('the explanations', () => {
  it('come back at any time, and the curves after them', async () => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(5))
    await page.click('explain')
    expect(document.activeElement).toBe(page.get('back-to-curves'))
    expect(page.text('data-picture')).toContain('that memory is the hidden state')
    expect(page.text('parameter-count')).toBe('1,153 parameters')
    await page.settle(() => page.fake.train(5))
    await page.click('back-to-curves')
    expect(document.activeElement).toBe(page.get('explain'))
    expect(page.find('data-picture')).toBeNull()
    expect(page.world.history.updates).toBe(10)
  })
})

describe('an axis', () => {
  it('is as wide as its longest mark, and has a title', async () => {
    await trained(5)
    const chart = (name: string) => {
      const made = Chart.getChart(page.get(name) as HTMLCanvasElement)
      if (!made) throw new Error(`there is no chart on ${name}`)
      return made
    }
    for (const name of ['prediction-chart', 'loss-chart', 'period-chart']) {
      const { x, y } = chart(name).options.scales ?? {}
      const titles = [x, y].map((axis) => (axis as { title?: { text?: string } }).title?.text)
      expect(titles.every((title) => title !== undefined && title !== '')).toBe(true)
    }
    const { y } = chart('prediction-chart').scales
    if (!y?.options.afterFit) throw new Error('the axis has no width of its own')
    // What chart.js has measured of long marks is kept.
    const wide = Object.assign(Object.create(y), { width: 91.2 })
    y.options.afterFit(wide)
    expect(wide.width).toBe(92)
  })
})
