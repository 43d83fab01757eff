// @vitest-environment happy-dom
import type { SourceFacts } from '@contract/data/source-facts'
import { Chart } from 'chart.js'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeDescription } from './helpers/fake-api'
import { openPage, type TestPage } from './helpers/page'
import { SERIES, seriesBatch } from './helpers/series-batch'

let page: TestPage
afterEach(() => page.close())

const state = () => page.world.store.getState()

async function opened(
  facts: SourceFacts = SERIES,
  missing?: (row: number, output: number) => boolean,
  windows = 20,
) {
  page = await openPage()
  await page.settle(() => {
    page.fake.emit('runOpened', { ...fakeDescription('series'), facts })
    page.fake.emit('updates', {
      ...seriesBatch({
        lengths: new Array<number>(windows).fill(24),
        starts: Array.from({ length: windows }, (_, i) => i * 24),
        outputs: facts.targets.length,
        ...(missing && { missing }),
      }),
      runId: 'series',
    })
  })
  await page.settle()
}

async function press(testId: string, key: string) {
  await page.settle(() =>
    page.get(testId).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
  )
  await page.settle()
}

function chart() {
  const made = Chart.getChart(page.get('prediction-chart') as HTMLCanvasElement)
  if (!made) throw new Error('there is no chart')
  return made
}

describe('a run of a series', () => {
  it('is read in rows and in its own time, and in its own numbers', async () => {
    await opened()
    await press('prediction-chart', 'Home')
    expect(page.text('prediction-reading')).toBe(
      'update 1   row 1   Aug 1944   target 1,000   prediction 1,000.02',
    )
    await press('prediction-chart', 'End')
    // 479 months after August 1944.
    expect(page.text('prediction-reading')).toBe(
      'update 20   row 480   Jul 1984   target 1,479   prediction 1,479.31',
    )
    await page.settle(() => state().languageChanged('zh'))
    await page.settle()
    expect(page.text('prediction-reading')).toBe(
      '第 20 次更新，第 480 行，1984 年 7 月，目标 1,479，预测 1,479.31',
    )
  })

  it('shows one output at a time, the one that is chosen, and its range', async () => {
    await opened()
    expect(page.get('output').textContent).toBe('loadprice')
    expect(chart().options.scales?.y?.max).toBeLessThan(2000)
    await page.choose('output', '1')
    await page.settle()
    await press('prediction-chart', 'Home')
    expect(page.text('prediction-reading')).toContain('target 2,000   prediction 2,000.02')
    expect(chart().options.scales?.y?.min).toBeGreaterThan(1500)
    expect(page.get('prediction-chart').closest('section')?.textContent).toContain('target "price"')
    // Another run begins with its first output again.
    await page.settle(() => page.fake.emit('runOpened', { ...fakeDescription('next'), facts: SERIES }))
    expect(state().output).toBe(0)
  })

  it('has no choice of one output, and no period', async () => {
    await opened({ ...SERIES, targets: ['load'] })
    expect(page.find('output')).toBeNull()
    expect(page.find('period-chart')).toBeNull()
    await page.settle(() => page.fake.emit('runOpened', fakeDescription('lesson')))
    await page.settle(() =>
      page.fake.emit('updates', {
        ...seriesBatch({ lengths: [3], starts: [0], outputs: 1 }),
        runId: 'lesson',
      }),
    )
    expect(page.find('period-chart')).not.toBeNull()
  })

  it('names its axis by the times of rows, or by what is counted where there are none', async () => {
    const title = () => (chart().options.scales?.x as { title?: { text?: string } } | undefined)?.title?.text
    await opened()
    expect(title()).toBe('time steps seen, with "month"')
    await page.close()
    await opened({ ...SERIES, times: { kind: 'rows' } })
    expect(title()).toBe('time steps seen')
  })

  it('breaks the line of a target where it is missing, and says so', async () => {
    await opened(SERIES, (row, output) => output === 0 && row % 10 === 9, 4)
    const target = chart().data.datasets[4]?.data as { x: number; y: number }[]
    expect(target.length).toBe(96)
    for (const { x, y } of target) expect(Number.isNaN(y), `at ${x}`).toBe(x % 10 === 9)
    await press('prediction-chart', 'End')
    expect(page.text('prediction-reading')).toContain(
      'row 96   Jul 1952   target 1,095   prediction 1,095.06',
    )
    for (let left = 0; left < 6; left++) await press('prediction-chart', 'ArrowLeft')
    expect(page.text('prediction-reading')).toContain(
      'row 90   Jan 1952   target missing   prediction 1,089.06',
    )
  })

  it('draws its input when it is asked to, or when it is the target itself', async () => {
    await opened()
    const input = () => page.get('toggle-input') as HTMLInputElement
    expect([input().checked, state().showInput]).toEqual([false, false])
    await page.click('toggle-input')
    // The lesson's choice is another one, and is kept.
    expect([input().checked, state().showInput]).toEqual([true, false])
    await page.close()
    await opened({ ...SERIES, inputs: ['load', 'wind'] })
    expect(input().checked).toBe(true)
    await page.choose('output', '1')
    expect(input().checked).toBe(false)
    await page.choose('output', '0')
    await page.click('toggle-input')
    expect([input().checked, state().showInput]).toEqual([false, false])
  })
})
