// @vitest-environment happy-dom
import { fail, ok } from '@contract/result'
import { Chart } from 'chart.js'
import { afterEach, describe, expect, it } from 'vitest'
import { madeUp } from '../helpers/saying'
import { fakeDescription } from './helpers/fake-api'
import { fakeForecast, fakeRivals } from './helpers/fake-scores'
import { openPage, type TestPage } from './helpers/page'
import { SERIES, seriesBatch } from './helpers/series-batch'

let page: TestPage
afterEach(() => page.close())

const state = () => page.world.store.getState()
const asked = () => page.fake.asked.filter(({ name }) => name === 'forecastFrom').map(({ args }) => args[1])

async function opened() {
  page = await openPage()
  await page.settle(() => {
    page.fake.emit('runOpened', { ...fakeDescription('series'), facts: SERIES })
    page.fake.emit('updates', { ...seriesBatch({ lengths: [4, 4], starts: [10, 30] }), runId: 'series' })
  })
  await page.settle(() =>
    page.fake.emit('rivalsFound', fakeRivals('series', { mean: 1 }, { outputs: SERIES.targets })),
  )
}

function chart(testId: string): Chart {
  const made = Chart.getChart(page.get(testId) as HTMLCanvasElement)
  if (!made) throw new Error(`there is no chart on ${testId}`)
  return made
}

const ys = (testId: string, line: number) =>
  chart(testId).data.datasets[line]?.data.map((point) => (point as { y: number }).y)

describe('a forecast', () => {
  it('begins where the training part ends, or after the window that is marked', async () => {
    await opened()
    await page.click('forecast')
    expect(asked()).toEqual([{ origin: 69, steps: 50 }])
    await page.settle(() => state().mark(1))
    await page.click('forecast')
    // Rows 10 to 13.
    expect(asked().at(-1)).toEqual({ origin: 13, steps: 50 })
  })

  it('is drawn over what was, beside the rivals, with the errors by distance', async () => {
    await opened()
    page.fake.answer('forecastFrom', ok(fakeForecast('series', SERIES.targets)))
    await page.click('forecast')
    await page.settle()
    expect(page.text('forecast-said')).toBe('After row 70 (May 1950), with the weights after update 20.')
    expect([0, 1, 2, 3].map((line) => ys('forecast-chart', line))).toEqual([
      [1, 2, 4],
      [1, 2.5, Number.NaN],
      [-5, -5, -5],
      [1.25, 2.25, Number.NaN],
    ])
    expect(page.get('forecast-legend').textContent).toBe('targetclosed loopteacher-forcedPersistence')
    expect([0, 1].map((line) => ys('horizon-chart', line))).toEqual([
      [0.1, 0.2, 0.4],
      [0.3, 0.3, 0.9],
    ])
    // The rival at −5 is out of sight, and the 90th percentile of the errors is not.
    expect(chart('forecast-chart').options.scales?.y?.min).toBeGreaterThan(-5)
    expect(chart('horizon-chart').options.scales?.y).toMatchObject({ min: 0, max: 1 })
    expect(page.text('forecast-origins')).toContain('Over 10 forecasts')
    expect(page.get('horizon-chart').getAttribute('aria-label')).toBe(
      'The error of the forecasts goes from 0.100 for 1 time step to 0.400 for 3 time steps ahead',
    )
    await page.choose('output', '1')
    await page.settle()
    expect(ys('forecast-chart', 0)).toEqual([11, 12, 14])
  })

  it('stands in a table, too', async () => {
    await opened()
    page.fake.answer('forecastFrom', ok(fakeForecast('series', SERIES.targets)))
    await page.click('forecast')
    expect(page.find('forecast-table')).toBeNull()
    await page.settle(() => {
      const details = page.get('forecast-as-table').closest('details')
      if (details) details.open = true
      details?.dispatchEvent(new Event('toggle'))
    })
    const rows = [...page.get('forecast-table').querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    )
    expect(rows).toEqual([
      ['Jun 1950', '1.25', '1', '1', '−5'],
      ['Jul 1950', '2.25', '2', '2.5', '−5'],
      ['Aug 1950', '–', '4', '–', '−5'],
    ])
  })

  it('says how far it could go, and why no further', async () => {
    await opened()
    const made = fakeForecast('series', SERIES.targets)
    page.fake.answer('forecastFrom', ok({ ...made, lacking: ['wind'] }))
    await page.click('forecast')
    expect(page.text('forecast-limited')).toMatch(
      /^The forecast ends after 3 time steps, .*"wind" is no target/,
    )
    page.fake.answer('forecastFrom', ok(made))
    await page.click('forecast')
    expect(page.find('forecast-limited')).toBeNull()
  })

  it('says which inputs are missing where there can be none', async () => {
    await opened()
    page.fake.answer('forecastFrom', fail('invalid-setting', madeUp('The input "wind" is no target.')))
    await page.click('forecast')
    expect(page.text('forecast-problem')).toContain('The input "wind" is no target.')
    expect([page.find('forecast-chart'), state().notice]).toEqual([null, null])
    await page.click('forecast-close')
    expect(page.find('forecast-panel')).toBeNull()
  })

  it('is asked for anew with other numbers, and refuses what are none', async () => {
    await opened()
    page.fake.answer('forecastFrom', ok(fakeForecast('series', SERIES.targets)))
    await page.click('forecast')
    await page.type('forecast-origin', '12')
    await page.type('forecast-steps', '0')
    const submit = () =>
      page.settle(() =>
        page
          .get('forecast-panel')
          .querySelector('form')
          ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
      )
    await submit()
    expect(page.text('forecast-form-problem')).toBe(
      'Time steps ahead must be a whole number from 1 to 1,000, but "0" was given.',
    )
    expect(asked().length).toBe(1)
    await page.type('forecast-steps', '7')
    await submit()
    expect(asked().at(-1)).toEqual({ origin: 11, steps: 7 })
  })

  it('is gone with the run that it is of', async () => {
    await opened()
    page.fake.answer('forecastFrom', ok(fakeForecast('series', SERIES.targets)))
    await page.click('forecast')
    await page.settle(() => page.fake.emit('runOpened', { ...fakeDescription('next'), facts: SERIES }))
    expect([page.find('forecast-panel'), state().forecast]).toEqual([null, { kind: 'closed' }])
  })
})
