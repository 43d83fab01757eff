// @vitest-environment happy-dom
import { ok } from '@contract/result'
import { afterEach, describe, expect, it } from 'vitest'
import { openPage, type TestPage } from '../helpers/page'
import { divergedRun, madeRun } from './made-runs'

let page: TestPage
afterEach(() => page.close())

const EXPERIMENT = 'experiment-1'

async function opened(language: 'en' | 'zh' = 'en') {
  page = await openPage({ language })
  await page.settle(() => page.fake.train(3))
  await page.click('tab-runs')
  await page.click('runs-view-experiments')
}

/** An experiment of five seeds, from 11 on, of three updates each. */
async function started() {
  await opened()
  await page.type('experiment-seeds', '5')
  await page.type('experiment-first', '11')
  await page.click('start-experiment')
  await page.settle()
}

const made = (...runs: Parameters<TestPage['fake']['experiments']['made']>[1]) =>
  page.settle(() => page.fake.experiments.made(EXPERIMENT, runs))

const press = (id: string, key: string) =>
  page.settle(() => void page.get(id).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

const asked = (name: string) => page.fake.asked.filter((one) => one.name === name).map(({ args }) => args)

describe('an experiment of seeds', () => {
  it('is proposed from the settings of the present run, and begins with one click', async () => {
    await opened()
    expect(page.text('experiment-base')).toMatch(/^Each run has the settings of the present run: /)
    expect(page.text('experiment-seeds-note')).toBe(
      'Seeds 2 to 21. The present run has seed 1, which is none of them, so that it can be compared with runs that are all others.',
    )
    expect(page.text('experiment-estimate')).toBe('20 runs.')
    expect(page.text('start-experiment')).toBe('Train 20 seeds')
    await page.click('start-experiment')
    await page.settle()
    const [[plan] = []] = asked('startExperiment') as [[{ kind: string; seeds: unknown }]]
    expect(plan).toMatchObject({ kind: 'seeds', seeds: { first: 2, count: 20 } })
    expect(page.find('experiment-form')).toBeNull()
    expect(page.text('experiment-progress')).toBe('0 of 20 runs made')
    expect(page.text('seeds-loss-summary')).toBe('No run is made yet.')
  })

  it('shows the band, every run and where the present one stands as runs are made', async () => {
    await started()
    await made(madeRun(0, [9, 5, 1]))
    await made(madeRun(2, [9, 5, 3]), madeRun(1, [9, 5, 2]), madeRun(3, [9, 5, 4]))
    expect(page.text('experiment-progress')).toMatch(/^4 of 5 runs made/)
    await made(madeRun(4, [9, 5, 5]))
    expect(page.text('experiment-progress')).toBe('Finished: 5 runs, 5 kB')
    // numpy.quantile([1, 2, 3, 4, 5], [0.05, 0.5, 0.95]) = 1.2, 3, 4.8.
    expect(page.text('seeds-loss-summary')).toBe(
      'n = 5. At update 3 the median loss is 3.00; 90% of the runs lie between 1.20 and 4.80.',
    )
    expect(page.text('seeds-present')).toMatch(
      /^The present run \(seed 1\) has a loss of 0\.\d+ at update 3: lower than 100% of 5 seeds\.$/,
    )
    const plot = page.get('seeds-plot')
    const hairs = plot.querySelector('.plot-hairs')?.getAttribute('d') ?? ''
    expect(hairs.match(/M/g)).toHaveLength(5)
    expect(plot.querySelectorAll('.plot-band path')).toHaveLength(2)
    expect(plot.querySelectorAll('.plot-crosses path')).toHaveLength(0)
  })

  it('counts a run that diverged as worse than any loss, and marks where it broke', async () => {
    await started()
    await made(madeRun(0, [9, 5, 1]), madeRun(1, [9, 5, 2]), divergedRun(2, [9]), divergedRun(3, []))
    await made(madeRun(4, [9, 5, 3]))
    expect(page.text('seeds-loss-summary')).toBe(
      'n = 5. At update 3 the median loss is 3.00; 90% of the runs lie between 1.20 and diverged.',
    )
    expect(page.get('seeds-loss').textContent).toContain(
      '2 of 5 runs diverged, which counts as worse than any loss.',
    )
    expect(page.get('seeds-plot').querySelectorAll('.plot-crosses path')).toHaveLength(2)
    await page.type('converged-below', '2.5')
    // scipy.stats.binomtest(2, 5).proportion_ci(0.95, 'wilson') = 0.1176, 0.7693.
    expect(page.text('converged')).toBe('2 of 5 runs came below 2.50: 40%, 95% interval 12% to 77% (Wilson).')
    expect(page.text('interquartile-mean')).toBe(
      'No interquartile mean: 2 of n = 5 diverged, and with more than 1 the middle half includes one.',
    )
    await page.type('converged-below', 'soon')
    expect(page.text('converged')).toBe('A number above 0 was expected, but "soon" was given.')
  })

  it('goes along a run and to the next one by keys, and opens it at that update', async () => {
    await started()
    await made(madeRun(0, [9, 5, 1]), madeRun(1, [8, 6, 2]), madeRun(2, [7, 4, 3]))
    await press('seeds-plot', 'ArrowLeft')
    expect(page.text('seeds-reading')).toBe('Seed 11: loss 1.00 at update 3.')
    await press('seeds-plot', 'ArrowUp')
    expect(page.text('seeds-reading')).toBe('Seed 12: loss 2.00 at update 3.')
    await press('seeds-plot', 'ArrowLeft')
    expect(page.text('seeds-reading')).toBe('Seed 12: loss 6.00 at update 2.')
    await press('seeds-plot', 'ArrowDown')
    expect(page.text('seeds-reading')).toBe('Seed 11: loss 5.00 at update 2.')
    expect(page.text('open-hair')).toBe('Open seed 11 at update 2')
    page.fake.answer('openExperimentRun', ok())
    await press('seeds-plot', 'Enter')
    await page.settle()
    expect(asked('openExperimentRun')).toEqual([[EXPERIMENT, 0, 2]])
    expect(page.find('seeds-plot')).toBeNull()
    expect(page.text('notice')).toContain('Seed 11 of the experiment, as it stood after update 2.')
  })

  it('lets go of a run by Escape', async () => {
    await started()
    await made(madeRun(0, [9, 5, 1]))
    await press('seeds-plot', 'End')
    await press('seeds-plot', 'Escape')
    expect(page.text('seeds-reading')).toMatch(/^Point at a line/)
    expect(page.find('open-hair')).toBeNull()
  })

  it('is stopped, resumed, deleted and had back', async () => {
    await started()
    await made(madeRun(0, [9, 5, 1]))
    await page.click('stop-experiment')
    await page.settle()
    expect(page.text('experiment-progress')).toBe('Stopped: 1 of 5 runs made')
    await page.click('resume-experiment')
    await page.settle()
    expect(page.text('experiment-progress')).toBe('1 of 5 runs made')
    await page.click('delete-experiment')
    await page.settle()
    expect(page.find('experiment')).toBeNull()
    expect(page.text('deleted-experiments')).toContain('Deleted: 5 seeds, 11 to 15.')
    await page.click('undo-delete-experiment')
    await page.settle()
    expect(page.text('experiment')).toContain('5 seeds, 11 to 15')
    expect(page.text('seeds-loss-summary')).toMatch(/^n = 1\./)
  })

  it('fetches what was made while nobody looked, and takes a run that is made again for itself', async () => {
    await started()
    await page.click('tab-learning')
    await made(...Array.from({ length: 4 }, (_, index) => madeRun(index, [9, index + 1])))
    await page.click('tab-runs')
    await page.settle()
    expect(page.text('seeds-loss-summary')).toMatch(/^n = 4\./)
    await made(madeRun(4, [], { end: 'failed' }))
    expect(page.get('seeds-loss').textContent).toContain('1 run could not be made: nothing is known of it.')
    await page.click('resume-experiment')
    await page.settle()
    await made(madeRun(4, [9, 5]))
    expect(page.text('seeds-loss-summary')).toBe(
      'n = 5. At update 2 the median loss is 3.00; 90% of the runs lie between 1.20 and 4.80.',
    )
  })

  it('says what is wrong with a field, and does not begin', async () => {
    await opened()
    await page.type('experiment-first', '4294967290')
    expect((page.get('start-experiment') as HTMLButtonElement).disabled).toBe(true)
    expect(page.world.store.getState().experimentForm.first).toBe('4294967290')
  })

  it('speaks Chinese', async () => {
    await opened('zh')
    expect(page.text('start-experiment')).toBe('训练 20 个种子')
    await page.click('start-experiment')
    await made(madeRun(0, [9, 5, 1]))
    expect(page.text('seeds-loss-summary')).toMatch(/^n = 1。第 3 次更新时，损失的中位数为 1\.00/)
  })
})
