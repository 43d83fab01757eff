// @vitest-environment happy-dom
import { ok } from '@contract/result'
import { afterEach, describe, expect, it } from 'vitest'
import { logShare } from '../../../renderer/panels/runs/experiments/sweep/SweepHeat'
import { openPage, type TestPage } from '../helpers/page'
import { divergedRun, madeRun } from './made-runs'

let page: TestPage
afterEach(() => page.close())

const EXPERIMENT = 'experiment-1'

async function opened() {
  page = await openPage()
  await page.settle(() => page.fake.train(3))
  await page.click('tab-runs')
  await page.click('runs-view-experiments')
  await page.click('experiment-kind-sweep')
}

const begin = async () => {
  await page.click('start-experiment')
  await page.settle()
}
const made = (...runs: Parameters<TestPage['fake']['experiments']['made']>[1]) =>
  page.settle(() => page.fake.experiments.made(EXPERIMENT, runs))
const press = (id: string, key: string) =>
  page.settle(() => void page.get(id).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
const asked = (name: string) => page.fake.asked.filter((one) => one.name === name).map(({ args }) => args)

/** Three learning rates with two seeds each. */
async function rates() {
  await opened()
  await page.type('sweep-count-0', '3')
  await page.type('experiment-seeds', '2')
  await begin()
}

describe('a sweep of one setting', () => {
  it('says its values before it begins, and begins with them', async () => {
    await opened()
    expect(page.text('sweep-values-0')).toBe('Values: 0.002, 0.00632, 0.02, 0.0632, 0.2.')
    expect(page.text('start-experiment')).toBe('Train 25 runs')
    await page.type('sweep-count-0', '3')
    expect(page.text('sweep-values-0')).toBe('Values: 0.002, 0.02, 0.2.')
    expect(page.text('experiment-seeds-note')).toBe(
      'Seeds 2 to 6 for every value, so that values can be compared seed by seed.',
    )
    await begin()
    expect(asked('startExperiment')[0]).toMatchObject([
      { kind: 'sweep', varied: [{ setting: 'learningRate', values: [0.002, 0.02, 0.2] }] },
    ])
  })

  it('has a point for each run, the median, and a cross for each that diverged', async () => {
    await rates()
    await made(madeRun(0, [9, 3]), madeRun(1, [9, 5]), madeRun(2, [9, 1]), madeRun(3, [9, 2]))
    await made(divergedRun(4, [9]), divergedRun(5, []))
    expect(page.text('sweep-loss-summary')).toBe('Lowest median so far: learning rate 0.02, 1.50, n = 2.')
    const plot = page.get('sweep-plot')
    expect(plot.querySelectorAll('circle')).toHaveLength(4)
    expect(plot.querySelectorAll('.plot-crosses path')).toHaveLength(2)
    expect(page.get('sweep-loss').textContent).toContain('2 of 6 runs diverged')
    await press('sweep-plot', 'Home')
    expect(page.text('sweep-reading')).toBe(
      'With learning rate 0.002: median 4.00, 90% between 3.10 and 4.90, n = 2.',
    )
    await press('sweep-plot', 'End')
    expect(page.text('sweep-reading')).toBe(
      'With learning rate 0.2: median diverged, 90% between diverged and diverged, n = 2, of which 2 diverged (100%).',
    )
  })

  it('lists the runs of a value, and opens one at its last update', async () => {
    await rates()
    await made(madeRun(2, [9, 1]), madeRun(3, [9, 2]), divergedRun(4, []))
    await press('sweep-plot', 'Home')
    expect(page.find('cell-runs')).toBeNull()
    await press('sweep-plot', 'ArrowRight')
    const rows = [...page.get('cell-runs').querySelectorAll('tbody tr')].map((row) => row.textContent)
    expect(rows).toEqual(['21.002at its goalOpen', '32.002at its goalOpen'])
    page.fake.answer('openExperimentRun', ok())
    await page.click('open-cell-run')
    await page.settle()
    expect(asked('openExperimentRun')).toEqual([[EXPERIMENT, 2, 2]])
  })

  it('claims nothing of two values with fewer than ten runs', async () => {
    await rates()
    await made(madeRun(0, [9, 3]), madeRun(1, [9, 5]), madeRun(2, [9, 1]), madeRun(3, [9, 2]))
    expect(page.text('claim')).toMatch(
      /^n < 10: no claim\. With learning rate 0\.02, n = 2; with learning rate 0\.002/,
    )
    await page.choose('compare-1', '2')
    expect(page.text('claim')).toContain('with learning rate 0.2, n = 0')
  })

  it('claims by pairs of seeds where all have the same weights to begin with', async () => {
    await opened()
    await page.type('sweep-count-0', '2')
    await page.type('experiment-seeds', '10')
    await begin()
    const run = (index: number) => madeRun(index, [9, index < 10 ? 1 + index / 100 : 2 + (index - 10) / 50])
    await made(...Array.from({ length: 20 }, (_, index) => run(index)))
    // scipy.stats.wilcoxon of ten differences of one sign: p = 2 / 2^10.
    expect(page.text('claim')).toMatch(/lower in 10 and higher in 0 of n = 10 pairs by seed .*p = 0\.00195/)
  })
})

describe('a sweep of two settings', () => {
  it('is a map of the medians, hatched as far as runs diverged, that is gone through by keys', async () => {
    await opened()
    await page.choose('sweep-setting', 'cell')
    await page.choose('sweep-other-setting', 'hiddenUnits')
    await page.type('sweep-count-1', '3')
    await page.type('experiment-seeds', '2')
    await page.click('sweep-tick-0-rnn-relu')
    await page.click('sweep-tick-0-gru')
    expect(page.text('start-experiment')).toBe('Train 12 runs')
    await begin()
    await made(
      madeRun(0, [1]),
      madeRun(1, [1]),
      madeRun(2, [4]),
      divergedRun(3, []),
      madeRun(10, [16]),
      madeRun(11, [16]),
    )
    const plot = page.get('sweep-plot')
    expect(plot.querySelectorAll('.field')).toHaveLength(6)
    // Half of two have diverged, and so there is no median; four of six have no run yet, or no median.
    expect(plot.querySelectorAll('.field.empty')).toHaveLength(4)
    expect(page.text('sweep-loss-summary')).toMatch(
      /^Lowest median so far: cell .* and hidden units 16, 1\.00, n = 2\.$/,
    )
    await press('sweep-plot', 'ArrowRight')
    await press('sweep-plot', 'ArrowRight')
    expect(page.text('sweep-reading')).toMatch(
      /hidden units 40: median diverged, .* n = 2, of which 1 diverged \(50%\)\.$/,
    )
    await press('sweep-plot', 'ArrowUp')
    expect(page.text('sweep-reading')).toMatch(/^With cell LSTM and hidden units 40: no run is made yet\.$/)
  })

  it('has colours by proportion', () => {
    expect(logShare(10, 1, 100)).toBeCloseTo(0.5, 12)
    expect(logShare(3, 3, 3)).toBe(0)
    expect(logShare(2, 0, 4)).toBe(0.5)
  })
})
