// @vitest-environment happy-dom
import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { fail, ok } from '@contract/result'
import { withSettings } from '@contract/settings/settings'
import { Chart } from 'chart.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakePicture, NO_LEAK } from './helpers/fake-picture'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage
beforeEach(() => {
  askedBefore = 0
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

const CONFIG = withSettings(suggestedRun('co2'), { window: 24, batch: 4, stride: 5, carryState: false })
/** Questions before the Data tab was opened, by the picture before the first update. */
let askedBefore = 0
const asked = () => page.fake.asked.filter(({ name }) => name === 'describeSeries').slice(askedBefore)
const attribute = (testId: string, name: string) => page.get(testId).getAttribute(name)
const rest = () => page.settle(async () => void (await vi.advanceTimersByTimeAsync(200)))

async function opened(picture = fakePicture(), config = CONFIG) {
  page = await openPage()
  await page.settle(async () => void (await page.fake.api.request.createRun(config)))
  await page.settle()
  askedBefore = asked().length
  page.fake.answer('describeSeries', ok(picture))
  await page.click('tab-data')
  await page.settle()
}

async function press(testId: string, key: string) {
  await page.settle(() =>
    page.get(testId).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
  )
  await page.settle()
}

describe('before the first update', () => {
  it('the series is there as a picture with its parts, asked for once, and only what is drawn is explained', async () => {
    page = await openPage()
    page.fake.answer('describeSeries', ok({ ...fakePicture(), windows: { consecutive: 77, random: 405 } }))
    await page.settle(async () => void (await page.fake.api.request.createRun(CONFIG)))
    await page.settle()
    expect(asked().map(({ args }) => args)).toEqual([[CONFIG.data]])
    const chart = Chart.getChart(page.get('first-look') as HTMLCanvasElement)
    expect([chart?.options.scales?.x?.min, chart?.options.scales?.x?.max]).toEqual([-0.5, 199.5])
    expect(page.written()).toEqual(expect.arrayContaining(['c0', 'c1']))
    expect(attribute('first-look', 'aria-label')).toBe('The series over its whole time')
    expect(page.text('parts-legend')).toContain('140 time steps')
    const card = page.text('series-card')
    expect(card).toContain('missing')
    expect(card).not.toContain(inEnglish(text('dataPicture.seen')))
    expect(card).toContain('77 windows')
  })

  it('a picture that cannot be made is told in its place', async () => {
    page = await openPage()
    const why = { name: 'co2', columns: ['a'] }
    page.fake.answer('describeSeries', fail('invalid-setting', text('source.noColumn', why)))
    await page.settle(async () => void (await page.fake.api.request.createRun(CONFIG)))
    await page.settle()
    expect(page.text('series-card')).toContain('The series has no column "co2"')
    expect(page.find('first-look')).toBeNull()
  })
})

describe('the picture of a series', () => {
  it('is asked for once with the settings of the run, and tells its parts and its columns', async () => {
    await opened()
    expect(asked().map(({ args }) => args)).toEqual([[CONFIG.data]])
    expect(page.text('parts-legend')).toBe(
      'training part 70%, 140 time stepsvalidation part 15%, 30 time stepstest part 15%, 30 time steps',
    )
    expect(page.text('parts')).toBe('70%15%15%')
    const chart = Chart.getChart(page.get('series-chart') as HTMLCanvasElement)
    expect([chart?.options.scales?.x?.min, chart?.options.scales?.x?.max]).toEqual([-0.5, 199.5])
    expect([chart?.options.scales?.y?.min, chart?.options.scales?.y?.max]).toEqual([0, 2])
    expect(page.written()).toEqual(expect.arrayContaining(['c0', 'c1']))
    expect(attribute('series-chart', 'aria-valuetext')).toBe('2 columns, 200 time steps')
  })

  it('is read by keys, row by row, with time, part and what is missing, in both languages', async () => {
    await opened()
    await press('series-chart', 'Home')
    expect(page.text('series-reading')).toBe('row 1   Mar 1958   training part   "c0" 0   "c1" 100')
    for (let right = 0; right < 4; right++) await press('series-chart', 'ArrowRight')
    expect(page.text('series-reading')).toBe('row 5   Jul 1958   training part   "c0" 4   "c1" missing')
    await press('series-chart', 'End')
    const last = 'row 200   Oct 1974   test part   "c0" 199   "c1" 299'
    expect(page.text('series-reading')).toBe(last)
    expect([attribute('series-chart', 'aria-valuetext'), attribute('series-chart', 'aria-valuenow')]).toEqual(
      [last, '200'],
    )
    await page.settle(() => page.world.store.getState().languageChanged('zh'))
    await page.settle()
    expect(page.text('series-reading')).toBe('第 200 行，1974 年 10 月，测试部分，“c0” 199，“c1” 299')
    await press('series-chart', 'Escape')
    expect(page.text('series-reading')).toContain('指向图')
  })

  it('has the window of the newest update on it, which moves without the picture being drawn again', async () => {
    await opened()
    const legend = () => page.get('series-picture').querySelector('.legend')?.textContent
    expect([page.get('present-window').hidden, legend()]).toEqual([true, expect.not.stringContaining('seen')])
    await page.settle(() => page.fake.train(2))
    expect(legend()).toContain('seen by the newest update')
    await page.settle()
    const place = () =>
      ['--start', '--share'].map((name) => page.get('present-window').style.getPropertyValue(name))
    expect([page.get('present-window').hidden, place()]).toEqual([false, ['0.12', '0.12']])
    expect(page.text('present-rows')).toBe(
      'update 2 saw rows 25 to 48 (Mar 1960 to Feb 1962) and 3 other windows',
    )
    const [clears, renders] = [page.clears(), page.renders()]
    await page.settle(() => page.fake.train(1))
    await page.settle()
    expect(place()).toEqual(['0.24', '0.12'])
    expect(page.text('present-rows')).toBe(
      'update 3 saw rows 49 to 72 (Mar 1962 to Feb 1964) and 3 other windows',
    )
    expect([page.clears(), page.renders()]).toEqual([clears, renders])
  })

  it('shows the first four of many columns, or one that is chosen', async () => {
    await opened(fakePicture({ columns: 6 }))
    const most = () => Chart.getChart(page.get('series-chart') as HTMLCanvasElement)?.options.scales?.y?.max
    expect([page.get('shown-column').children.length, most()]).toEqual([7, 4])
    await page.choose('shown-column', 'c5')
    await page.settle()
    expect(most()).toBe(1)
    await press('series-chart', 'End')
    expect(page.text('series-reading')).toBe('row 200   Oct 1974   test part   "c5" 699')
  })

  it('says why where there is none, and shows it when there is', async () => {
    page = await openPage()
    await page.settle(async () => void (await page.fake.api.request.createRun(CONFIG)))
    const why = { name: 'co2' }
    page.fake.answer('describeSeries', fail('invalid-setting', text('source.noColumn', why)))
    await page.click('tab-data')
    expect(page.text('picture-problem')).toContain('The series has no column "co2"')
    expect(page.find('series-picture')).toBeNull()
    page.fake.answer('describeSeries', ok(fakePicture()))
    await page.settle(() => page.world.commands.editSetting('window', '12'))
    await rest()
    expect(page.find('picture-problem')).toBeNull()
    expect(page.find('series-picture')).not.toBeNull()
    expect(asked().at(-1)?.args).toEqual([{ ...CONFIG.data, window: 12 }])
  })
})

describe('the handles between the parts', () => {
  it('cut them elsewhere by keys; the run keeps its own until Reset, and that is said', async () => {
    await opened()
    await page.settle(() => page.fake.train(1))
    await page.click('one-update')
    expect(attribute('cut-train', 'aria-valuetext')).toBe('70% of the series, after row 140, Oct 1969')
    await press('cut-train', 'ArrowRight')
    await press('cut-train', 'PageDown')
    // The validation part still ends where it did.
    expect(page.text('parts')).toBe('66%19%15%')
    expect(['cut-train', 'cut-validation'].map((cut) => attribute(cut, 'aria-valuenow'))).toEqual([
      '66',
      '85',
    ])
    expect(page.text('cut-waits')).toContain('Reset makes a new run with these')
    expect(asked()).toHaveLength(1)
    page.fake.answer('describeSeries', ok(fakePicture()))
    await rest()
    expect(asked().map(({ args }) => args[0])).toEqual([
      CONFIG.data,
      { ...CONFIG.data, trainPercent: 66, validationPercent: 19 },
    ])
    await page.click('reset')
    expect(page.world.store.getState().run?.config.data).toMatchObject({
      trainPercent: 66,
      validationPercent: 19,
    })
    expect(page.find('cut-waits')).toBeNull()
  })

  it('push each other along, and leave something to train on', async () => {
    await opened()
    await press('cut-validation', 'Home')
    expect(page.text('parts')).toBe('1%0%99%')
    await press('cut-train', 'End')
    expect(page.text('parts')).toBe('100%0%0%')
    await press('cut-train', 'Home')
    expect(page.text('parts')).toBe('1%99%0%')
  })

  it('are dragged by the pointer to whole per cent', async () => {
    await opened()
    const handle = page.get('cut-validation')
    const strip = page.get('parts')
    strip.getBoundingClientRect = () => ({ left: 100, width: 400 }) as DOMRect
    let held = false
    Object.assign(handle, {
      setPointerCapture: () => (held = true),
      hasPointerCapture: () => held,
    })
    const at = (kind: string, clientX: number) =>
      page.settle(() =>
        handle.dispatchEvent(new PointerEvent(kind, { clientX, bubbles: true, pointerId: 1 })),
      )
    await at('pointermove', 200)
    expect(page.text('parts')).toBe('70%15%15%')
    await at('pointerdown', 440)
    await at('pointermove', 461)
    expect(page.text('parts')).toBe('70%20%10%')
  })
})

describe('the series in words', () => {
  it('says how many windows there are, once they are counted and only of the settings that it tells', async () => {
    const windows = { consecutive: 812, random: 4055 }
    await opened({ ...fakePicture(), windows })
    expect(page.text('series-card')).toMatch(/: 812 windows\./)
    // Until the windows of other settings are counted, the sentence has no number.
    await page.settle(async () => {
      await page.fake.api.request.createRun(withSettings(CONFIG, { window: 30, stride: 30 }))
    })
    expect(page.text('series-card')).toContain('30 values')
    expect(page.text('series-card')).not.toContain('812')
    page.fake.answer('describeSeries', ok({ ...fakePicture(), windows: { consecutive: 77, random: 4055 } }))
    await rest()
    expect(page.text('series-card')).toMatch(/: 77 windows\./)
  })
})

describe('what follows from the settings', () => {
  it('is the autocorrelation of each target, with the window and the horizon on it', async () => {
    await opened()
    expect(page.text('likeness')).toBe(
      'The series is like itself again after 12 time steps; a window of 24 sees two of them.',
    )
    expect(page.written()).toEqual(expect.arrayContaining(['window 24', 'horizon 1', 'season 12']))
    await page.choose('autocorrelation-target', '1')
    await page.settle()
    expect(page.text('likeness')).toContain('It has no season')
    expect(attribute('autocorrelation-chart', 'aria-label')).toMatch(/^Autocorrelation of "c1"\. It has no/)
    expect(page.written()).not.toContain('season 12')
  })

  it('is what scaling does, and how much of what comes later was never seen', async () => {
    await opened()
    const cells = [...page.get('scalers').querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    )
    // Rows 0 to 139 are trained on: (0 − 10) / 20 to (139 − 10) / 20.
    expect(cells).toEqual([
      ['c0', 'target', '10', '20', '0 to 199', '−0.5 to 6.45', '6.5 to 9.4560 of 60 values outside of it'],
      [
        ...['c1', 'input and target', '10', '20', '100 to 299', '4.5 to 11.4'],
        '11.5 to 14.460 of 60 values outside of it',
      ],
    ])
  })

  it('is how many windows there are, what one update sees, and what is lost and why', async () => {
    await opened()
    const lines = [...page.get('windows-card').querySelectorAll('p, li')].map(
      ({ textContent }) => textContent,
    )
    expect(lines).toEqual([
      'One update sees [4 × 24 × 1]: 4 windows, 24 time steps, 1 input. It says [4 × 24 × 2]: 2 outputs at every time step.',
      'The training part has 12 windows, one every 5 time steps.',
      'Of 199 pairs of inputs and target, 3 cannot be used:',
      '1: An input is missing.',
      '2: Time jumps between the inputs and the target.',
      'Time jumps at 2 places; no window goes over a jump.',
      '"c1" lacks 1 of 200 values.',
      inEnglish(NO_LEAK),
    ])
  })

  it('is another sentence where windows meet or are drawn at random, and where nothing is lost', async () => {
    const whole = { ...fakePicture(), lost: [], gaps: { count: 0, rows: new Float64Array() } }
    await opened(whole, withSettings(CONFIG, { carryState: true }))
    expect(page.text('windows-card')).toContain('each window begins where the one before it ends')
    expect(page.text('windows-card')).not.toContain('12 windows')
    expect(page.text('windows-card')).toContain('All 199 pairs of inputs and target can be used.')
    await page.close()
    await opened(whole, withSettings(CONFIG, { order: 'random', carryState: false }))
    expect(page.text('windows-card')).toContain('a window can begin at 120 rows')
  })
})
