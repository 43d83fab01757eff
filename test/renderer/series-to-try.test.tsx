// @vitest-environment happy-dom
import { MADE_SERIES, suggestedRun } from '@contract/data/made-series'
import { inEnglish, sayIn } from '@contract/language/say'
import { fail } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { afterEach, describe, expect, it } from 'vitest'
import { madeUp } from '../helpers/saying'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage
afterEach(() => page.close())

const value = (testId: string) => (page.get(testId) as HTMLInputElement).value
const config = () => page.world.store.getState().run?.config
const created = () => page.fake.asked.filter(({ name }) => name === 'createRun').map(({ args }) => args[0])
const groups = () =>
  [...page.get('preset').querySelectorAll('optgroup')].map(({ label, children }) => [label, children.length])
const openRun = (wanted: RunConfig) =>
  page.settle(async () => void (await page.fake.api.request.createRun(wanted)))

const TABLE = withSettings(suggestedRun('lorenz'), {
  source: {
    kind: 'series',
    origin: { kind: 'table', name: 'load of 2019.csv', sha256: 'a'.repeat(64) },
    inputs: ['wind', 'temperature'],
    targets: ['load', 'price'],
  },
  horizon: 1,
})

describe('a series to try', () => {
  it.each(MADE_SERIES)('$name comes into force by Apply, and its run says what it is', async (series) => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(3))
    await page.choose('preset', series.name)
    // So far it is only looked at.
    expect([config(), created()]).toEqual([LESSON, []])
    const lines = [page.text('preset-source'), page.text('preset-watch')]
    expect(lines).toEqual([inEnglish(series.what), inEnglish(series.watch)])
    await page.click('preset-apply')
    const wanted = suggestedRun(series.name)
    expect([created(), config()]).toEqual([[wanted], wanted])
    expect([value('preset'), page.find('preset-modified'), page.find('preset-apply')]).toEqual([
      series.name,
      null,
      null,
    ])
    const { inputs, targets } = series
    expect(page.text('model-summary')).toMatch(
      new RegExp(`\\(${inputs.length} → \\d+\\) → Linear\\(\\d+ → ${targets.length}\\)$`),
    )
    expect(page.text('series-card')).toContain(inEnglish(series.label))
    await page.click('one-update')
    expect(page.text('status-updates')).toContain(' / ')
    expect(page.find('prediction-chart')).not.toBeNull()
  })

  it('stands with the others in two groups, and beside them what a person has brought along', async () => {
    page = await openPage()
    expect(groups()).toEqual([
      ['The lesson', 6],
      ['Series to try', 18],
    ])
    await openRun(TABLE)
    expect(groups()[2]).toEqual(['Your data', 1])
    expect([value('preset'), page.get('preset').textContent]).toEqual([
      'table',
      expect.stringContaining('load of 2019.csv'),
    ])
    expect(page.text('preset-source')).toBe(
      'From 25 values of "wind" and "temperature", say "load" and "price" one time step later.',
    )
    expect(page.find('preset-watch')).toBeNull()
    // Its settings are its own: there is nothing that they could have been changed from.
    expect(page.find('preset-modified')).toBeNull()
    await page.choose('preset', 'pytorch')
    await page.choose('preset', 'table')
    expect(page.find('preset-apply')).toBeNull()
    await page.applyPreset('pytorch')
    expect([groups().length, config()]).toEqual([2, LESSON])
  })

  it('is what the list shows by the run itself, however that was opened', async () => {
    page = await openPage()
    await page.applyPreset('pytorch-later')
    await openRun(withSettings(suggestedRun('nile'), { hiddenUnits: 9 }))
    expect([value('preset'), page.text('preset-modified')]).toEqual(['nile', 'modified: hidden units'])
    expect(page.text('preset-watch')).toContain('With a hundred values')
    await openRun(LESSON)
    expect([value('preset'), page.find('preset-modified')]).toEqual(['pytorch', null])
  })

  it('counts as modified what does something, and nothing else', async () => {
    page = await openPage()
    // Windows are drawn: there is no stride, and of Adam there is no momentum.
    await openRun(withSettings(suggestedRun('nile'), { stride: 9, momentum: 0.5, points: 7 }))
    expect(page.find('preset-modified')).toBeNull()
    await openRun(withSettings(suggestedRun('nile'), { stride: 9, order: 'consecutive' }))
    expect(page.text('preset-modified')).toBe('modified: stride, order of windows')
  })

  it('counts other columns as modified, and puts them back', async () => {
    page = await openPage()
    const lorenz = suggestedRun('lorenz')
    const { source } = lorenz.data
    if (source.kind !== 'series') throw new Error('it is one')
    await openRun(withSettings(lorenz, { source: { ...source, inputs: ['x', 'y'] } }))
    expect([value('preset'), page.text('preset-modified')]).toEqual(['lorenz', 'modified: columns'])
    await page.click('back-to-lesson')
    expect([config(), page.find('preset-modified')]).toEqual([lorenz, null])
  })

  it('is put back as a preset is: what makes another run waits for Reset', async () => {
    page = await openPage()
    await page.applyPreset('mackey-glass')
    await page.click('one-update')
    await page.click('group-data')
    await page.type('window', '12')
    await page.click('reset')
    expect([config()?.data.window, page.text('preset-modified')]).toEqual([12, 'modified: window length'])
    await page.click('one-update')
    await page.click('back-to-lesson')
    expect([value('window'), page.text('window-waits')]).toEqual(['40', 'Takes effect at Reset'])
    await page.click('reset')
    expect(config()).toEqual(suggestedRun('mackey-glass'))
  })

  it('applied while TensorFlow loads is made when it is loaded', async () => {
    page = await openPage({ loaded: false })
    await page.applyPreset('lorenz')
    expect([created(), value('preset')]).toEqual([[], 'lorenz'])
    await page.settle(page.fake.ready)
    await page.settle()
    expect([config(), value('preset')]).toEqual([suggestedRun('lorenz'), 'lorenz'])
    expect(page.world.store.getState().draft).toEqual({ texts: {}, picks: {} })
  })

  it('that is refused leaves everything as it was', async () => {
    page = await openPage()
    await page.type('hidden-units', '9')
    page.fake.answer('createRun', fail('no-run', madeUp('It trains.')))
    await page.applyPreset('saw')
    expect([value('preset'), page.text('notice'), page.world.store.getState().draft.source]).toEqual([
      'saw',
      expect.stringContaining('It trains.'),
      undefined,
    ])
    await page.click('preset-cancel')
    expect([value('preset'), config()?.data.source]).toEqual(['pytorch', { kind: 'lesson' }])
  })

  it('waits in words where no run could be made of it', async () => {
    page = await openPage()
    await page.click('one-update')
    await page.settle(() =>
      page.world.store.getState().putDraft({ texts: {}, picks: {}, source: suggestedRun('saw').data.source }),
    )
    expect(page.get('reset').className).toContain('waiting')
    await page.click('start-pause')
    expect(page.text('notice')).toBe('The change of series takes effect at Reset; this run trains as it was.')
  })

  it('says in the closed group how it is cut', async () => {
    page = await openPage()
    await page.applyPreset('mackey-glass')
    expect(page.text('group-data')).toBe('Data40 time steps × 16, horizon 6')
    await page.settle(() => page.world.store.getState().languageChanged('zh'))
    expect(page.text('group-data')).toBe('数据40 个时间步 × 16，预测步长 6')
  })
})

describe('the tabs of a series', () => {
  const tab = (name: string) => page.get(`tab-${name}`)
  const press = (name: string, key: string) =>
    page.settle(() => tab(name).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
  const selected = () =>
    [...document.querySelectorAll('[role="tab"]')].map((each) => each.getAttribute('aria-selected'))

  it('are not there for the lesson', async () => {
    page = await openPage()
    expect(page.find('tab-data')).toBeNull()
    await page.applyPreset('lorenz')
    expect(page.find('tab-data')).not.toBeNull()
    await page.applyPreset('pytorch')
    expect(page.find('tab-data')).toBeNull()
  })

  it('are one stop for the Tab key, and arrows go through them and around', async () => {
    page = await openPage()
    await page.applyPreset('lorenz')
    await page.click('one-update')
    const stops = () => ['learning', 'data', 'inside', 'runs'].map((name) => tab(name).tabIndex)
    expect([selected(), stops()]).toEqual([
      ['true', 'false', 'false', 'false'],
      [0, -1, -1, -1],
    ])
    tab('learning').focus()
    await press('learning', 'ArrowRight')
    expect([selected(), stops(), document.activeElement]).toEqual([
      ['false', 'true', 'false', 'false'],
      [-1, 0, -1, -1],
      tab('data'),
    ])
    expect(page.find('prediction-chart')).toBeNull()
    const panel = document.querySelector('[role="tabpanel"]')
    expect([panel?.getAttribute('aria-labelledby'), tab('data').getAttribute('aria-controls')]).toEqual([
      'tab-data',
      panel?.id,
    ])
    await press('data', 'ArrowRight')
    await press('inside', 'ArrowRight')
    await press('runs', 'ArrowRight')
    expect([selected(), document.activeElement]).toEqual([
      ['true', 'false', 'false', 'false'],
      tab('learning'),
    ])
    await press('learning', 'ArrowLeft')
    expect(selected()).toEqual(['false', 'false', 'false', 'true'])
    await press('runs', 'Home')
    expect(selected()).toEqual(['true', 'false', 'false', 'false'])
    await press('learning', 'End')
    expect(selected()).toEqual(['false', 'false', 'false', 'true'])
    await press('runs', 'ArrowLeft')
    expect(selected()).toEqual(['false', 'false', 'true', 'false'])
    await page.click('tab-learning')
    expect(page.find('prediction-chart')).not.toBeNull()
  })

  it('have a sentence beside them, and the Data tab all that is known, in both languages', async () => {
    page = await openPage()
    await page.applyPreset('mackey-glass')
    expect(document.querySelector('.source-sentence')?.textContent).toBe(
      'From 40 values of "x", say what comes 6 time steps later.',
    )
    await page.click('tab-data')
    const facts = () => [...page.get('series-card').querySelectorAll('dd')].map((dd) => dd.textContent)
    expect(facts()).toEqual([
      '"x"',
      '"x", 6 time steps later',
      '40 time steps each, in order of time, a new one every 40 time steps, 16 windows side by side',
      'training part 70%, then validation part 15%, then test part 15%',
      'Mean 0, deviation 1',
    ])
    await page.settle(() => page.world.store.getState().languageChanged('zh'))
    expect(facts()[3]).toBe('训练部分 70%，其后验证部分 15%，最后测试部分 15%')
    expect(page.text('series-card')).toContain(sayIn('zh')({ id: 'madeSeries.mackeyGlassWatch', values: {} }))
  })

  it('keep the explanations in Learning, with the way back', async () => {
    page = await openPage()
    await page.applyPreset('lorenz')
    await page.click('one-update')
    await page.click('explain')
    expect(page.find('data-picture')).toBeNull()
    expect(page.text('series-card')).toContain('Translate "x" into "z", 25 time steps at a time.')
    expect(document.querySelector('.one-update-words')?.textContent).toContain(
      'The network predicts 25 time steps: one window, 16 side by side.',
    )
    expect(document.querySelector('.one-update-words')?.textContent).toContain(
      'The last hidden state passes on',
    )
    await page.click('back-to-curves')
    expect(page.find('prediction-chart')).not.toBeNull()
  })
})
