// @vitest-environment happy-dom
import { suggestedRun } from '@contract/data/made-series'
import { ok } from '@contract/result'
import type { ListedRun } from '@contract/run/kept-run'
import type { ViewSettings } from '@contract/settings/view-settings'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeBatch } from '../helpers/fake-batch'
import { openPage, type TestPage } from '../helpers/page'
import { listedRun } from './some-runs'

let page: TestPage
afterEach(() => page?.close())

const tell = (runs: readonly ListedRun[]) =>
  page.settle(() => page.fake.emit('runsChanged', { runs, budget: 2e9 }))
const all = (testId: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)]
const names = () => all('run-row').map((row) => row.dataset.run)
const heads = () => [...page.get('runs-table').querySelectorAll('thead th')].map((head) => head.textContent)
const asked = (name: string) => page.fake.asked.filter((one) => one.name === name).map(({ args }) => args)
const key = (name: string) =>
  page.settle(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    ),
  )

const SOME = [
  listedRun('fast', { learningRate: 0.02 }, { loss: 0.4 }),
  listedRun('slow', { learningRate: 0.01 }, { loss: 0.1 }),
  listedRun('other seed', { learningRate: 0.02, seed: 9 }, { loss: 0.2 }),
]

async function opened(runs: readonly ListedRun[] = SOME) {
  page = await openPage()
  await tell(runs)
  await page.click('tab-runs')
}

describe('the Runs tab', () => {
  it('is there as soon as a run is kept or has an update', async () => {
    page = await openPage()
    expect(page.find('tab-runs')).toBeNull()
    await page.settle(() => page.fake.train(1))
    await page.click('tab-runs')
    expect(page.text('runs-table-card')).toContain('No run is kept yet')
    await tell(SOME)
    expect(names()).toEqual(['fast', 'slow', 'other seed'])
    await page.click('runs-view-experiments')
    expect(page.find('runs-table')).toBeNull()
  })
})

describe('the table of runs', () => {
  it('is sorted by a press on a column, the other way around by the next, and as it was by a third', async () => {
    await opened()
    const sorted = () => page.get('sort-loss').closest('th')?.getAttribute('aria-sort')
    await page.click('sort-loss')
    expect([names(), sorted()]).toEqual([['slow', 'other seed', 'fast'], 'ascending'])
    await page.click('sort-loss')
    expect([names(), sorted()]).toEqual([['fast', 'other seed', 'slow'], 'descending'])
    await page.click('sort-loss')
    expect([names(), sorted()]).toEqual([['fast', 'slow', 'other seed'], null])
  })

  it('is filtered by words and by the value of a setting', async () => {
    await opened()
    await page.type('filter-runs', 'seed')
    expect([names(), page.text('runs-count')]).toEqual([['other seed'], '1 of 3 runs'])
    await page.type('filter-runs', 'nothing like it')
    expect(page.text('no-run-found')).toBe('No run is as the filter wants it.')
    await page.type('filter-runs', '')
    await page.choose('filter-column', 'setting-learningRate')
    expect(names()).toEqual(['fast', 'other seed'])
    await page.choose('filter-value', '0.01')
    expect(names()).toEqual(['slow'])
  })

  it('groups runs that differ in their seeds, and lists those of a group that is opened', async () => {
    await opened()
    await page.click('group-runs')
    expect(names()).toEqual(['slow'])
    expect(page.text('run-group')).toContain('fast · 2 runs')
    expect(page.text('run-group')).toContain('0.300 (0.200 to 0.400)')
    await page.click('open-group')
    expect(names()).toEqual(['fast', 'other seed', 'slow'])
    expect(page.get('open-group').getAttribute('aria-expanded')).toBe('true')
  })

  it('hides columns, and main is told so for the next start', async () => {
    await opened()
    expect(heads()).toContain('On the disk')
    await page.click('column-bytes')
    expect(heads()).not.toContain('On the disk')
    const [kept] = asked('keepView').at(-1) as [ViewSettings]
    expect(kept.hiddenRunColumns).toEqual(['bytes'])
  })

  it('compares all with the run that is pinned', async () => {
    await opened()
    await page.settle(() => all('pin-run')[0]?.click())
    expect(heads()).toContain('Loss, compared')
    const at = heads().indexOf('Loss, compared')
    const cells = all('run-row').map((row) => row.children[at]?.textContent)
    expect(cells).toEqual(['–', '−0.300', '−0.200'])
    await page.settle(() => all('pin-run')[0]?.click())
    expect(heads()).not.toContain('Loss, compared')
  })

  it('opens a run by its name', async () => {
    await opened()
    await page.settle(() => all('open-run-row')[1]?.click())
    expect(asked('openRun')).toEqual([['slow']])
  })

  it('is copied as CSV with numbers in full, as Markdown and as LaTeX', async () => {
    await opened([listedRun('a, "b"', {}, { loss: 0.123456789 })])
    const copied = async (format: string) => {
      await page.click('copy-runs')
      await page.click(`copy-runs-${format}`)
      const [{ kind, text }] = asked('copyText').at(-1) as [{ kind: string; text: string }]
      expect(kind).toBe('table')
      return text
    }
    const csv = await copied('csv')
    expect(csv).toContain('"a, ""b""",RNN(1 → 32) → Linear(32 → 1),60,0.123456789,,,,')
    expect(csv).toContain('2026-01-02T03:04:00.000Z')
    expect(page.text('notice')).toBe('The table is copied, with 1 row: paste it anywhere.')
    expect(await copied('markdown')).toContain('| a, "b" | RNN(1 → 32) → Linear(32 → 1) | 60 | 0.123 |')
    expect(await copied('latex')).toContain("a, ''b'' & RNN(1 $\\rightarrow$ 32) $\\rightarrow$ Linear(32")
  })

  it('renders of a thousand rows those that are seen, and says where they stand', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => listedRun(`run ${i}`, { seed: i }))
    await opened(many)
    expect(page.get('runs-table').getAttribute('aria-rowcount')).toBe('1001')
    // 480 px of rows of 30 px, and 8 beyond.
    expect(names()).toEqual(many.slice(0, 24).map(({ id }) => id))
    await page.settle(() => {
      page.get('runs-table-place').scrollTop = 15_000
      page.get('runs-table-place').dispatchEvent(new Event('scroll'))
    })
    expect(names()).toEqual(many.slice(492, 524).map(({ id }) => id))
    expect(all('run-row')[0]?.getAttribute('aria-rowindex')).toBe('494')
    const heights = [...document.querySelectorAll<HTMLElement>('.runs-table-space')].map((space) =>
      Number.parseFloat(space.style.height),
    )
    expect(heights).toEqual([492 * 30, 476 * 30])
  })

  it('is gone through row by row with the arrow keys', async () => {
    await opened()
    all('open-run-row')[0]?.focus()
    await key('ArrowDown')
    expect(document.activeElement).toBe(all('open-run-row')[1])
    await key('ArrowUp')
    expect(document.activeElement).toBe(all('open-run-row')[0])
    all('pin-run')[1]?.focus()
    await key('ArrowDown')
    expect(document.activeElement).toBe(all('pin-run')[2])
  })
})

describe('runs that are ticked', () => {
  const entries = () => all('overlay-entry').map((entry) => entry.textContent)
  const tick = (at: number) => page.settle(() => all('overlay-run')[at]?.click())
  /** The record of a run: its first three updates. */
  const record = (losses: number[]) =>
    page.fake.answer(
      'recordedUpdates',
      ok({ ...fakeBatch(1, 3, { runId: 'any' }), losses: Float32Array.from(losses) }),
    )

  it('lie over the present one in the loss chart, each with what it has at the update that is looked at', async () => {
    page = await openPage()
    await page.settle(() => page.fake.train(5))
    await page.settle(() => page.fake.emit('runsChanged', { runs: SOME, budget: 2e9 }))
    await page.click('tab-runs')
    record([0.5, 0.25, 0.125])
    await tick(0)
    record([0.75, 0.5, 0.0625])
    await tick(1)
    const whole = asked('recordedUpdates').filter(([, , last]) => last === Number.MAX_SAFE_INTEGER)
    expect(whole.map(([run]) => run)).toEqual(['fast', 'slow'])
    await page.settle(() => all('pin-run')[0]?.click())
    await page.click('tab-learning')
    await page.settle(() => page.world.store.getState().goTo(2))
    expect(entries()).toEqual(['fast, update 2: 0.250', 'slow, update 2: 0.500 (Δ +0.250)'])
    await page.settle(() => page.world.store.getState().goTo(4))
    expect(entries()).toEqual(['fast, update 4: ended at update 3', 'slow, update 4: ended at update 3'])
    await page.click('tab-runs')
    await tick(0)
    await page.click('tab-learning')
    expect(entries()).toEqual(['slow, update 4: ended at update 3'])
  })

  it('lie over the present one in the prediction chart, with the window of the update that is looked at', async () => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(5))
    await page.click('start-pause')
    const brief = listedRun('brief', {}, { updatesDone: 3 })
    await tell([listedRun('other'), brief])
    await page.click('tab-runs')
    await tick(0)
    await tick(1)
    // At rest after five updates; the second run had ended before that.
    const windows = () => asked('recordedUpdates').filter(([, first, last]) => first === last)
    expect(windows()).toEqual([
      ['other', 5, 5],
      ['brief', 3, 3],
    ])
    await page.click('tab-learning')
    page.fake.answer('recordedUpdates', ok(fakeBatch(2, 1, { runId: 'other' })))
    await page.settle(() => page.world.store.getState().goTo(2))
    expect(windows().slice(2)).toEqual([
      ['other', 2, 2],
      ['brief', 2, 2],
    ])
    const entries = () => all('overlaid-window').map((entry) => entry.textContent)
    expect(entries()).toEqual(['other, update 2'])
    // A record that has another update has not this one.
    page.fake.answer('recordedUpdates', ok(fakeBatch(4, 1, { runId: 'other' })))
    await page.settle(() => page.world.store.getState().goTo(3))
    expect(entries()).toEqual([])
  })

  it('lie over no prediction of other data', async () => {
    page = await openPage()
    await page.settle(() => page.fake.train(5))
    await tell([listedRun('other', {}, { config: suggestedRun('sunspots') })])
    await page.click('tab-runs')
    await tick(0)
    expect(asked('recordedUpdates').filter(([, first, last]) => first === last)).toEqual([])
  })

  it('are eight at most', async () => {
    await opened(Array.from({ length: 10 }, (_, i) => listedRun(`run ${i}`, { seed: i })))
    for (let i = 0; i < 9; i += 1) await tick(i)
    expect(page.world.store.getState().overlaid).toHaveLength(8)
    expect((all('overlay-run')[8] as HTMLInputElement).disabled).toBe(true)
  })
})
