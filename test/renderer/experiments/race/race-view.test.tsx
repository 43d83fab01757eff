// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openPage, type TestPage } from '../../helpers/page'
import { divergedRun, madeRun } from '../made-runs'

let page: TestPage
let clock = 0

afterEach(async () => {
  vi.restoreAllMocks()
  await page.close()
})

const EXPERIMENT = 'experiment-1'
const made = (...runs: Parameters<TestPage['fake']['experiments']['made']>[1]) =>
  page.settle(() => page.fake.experiments.made(EXPERIMENT, runs))
const press = (key: string, shiftKey = false) =>
  page.settle(
    () =>
      void page
        .get('race-rail')
        .dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true })),
  )
const asked = (name: string) => page.fake.asked.filter((one) => one.name === name).map(({ args }) => args)

/** Lets time go on, in seconds, a tenth at a time. */
async function pass(seconds: number) {
  for (let tenth = 0; tenth < seconds * 10; tenth += 1) {
    clock += 100
    await page.settle(() => page.frames.next())
  }
}

async function opened(language: 'en' | 'zh' = 'en') {
  clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  page = await openPage({ language })
  await page.settle(() => page.fake.train(3))
  await page.click('tab-runs')
  await page.click('runs-view-experiments')
  await page.click('experiment-kind-race')
}

/** A race of three cells at one click. */
async function started(language: 'en' | 'zh' = 'en') {
  await opened(language)
  await page.click('race-preset-cells')
  await page.settle()
}

/** The last is broken by its third update; the second ends by its patience after four of six. */
const RUNS = [
  madeRun(0, [8, 7, 6, 5, 4, 1], { seconds: 6 }),
  madeRun(1, [9, 5, 4, 3], { seconds: 8, end: 'patience' }),
  { ...divergedRun(2, [7, 70]), seconds: 2 },
]

const rows = () =>
  [...page.get('race-ranking').querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  )

describe('a race', () => {
  it('of presets begins with one click, and waits until all lanes are made', async () => {
    await started()
    const [[plan] = []] = asked('startExperiment') as [
      [{ kind: string; lanes: { network: { cell: string } }[] }],
    ]
    expect(plan?.lanes.map(({ network }) => network.cell)).toEqual(['rnn-tanh', 'gru', 'lstm'])
    expect(page.find('experiment-form')).toBeNull()
    expect(page.text('experiment')).toMatch(/^Race: simple RNN, tanh; GRU; LSTM/)
    await made(RUNS[0] as never, RUNS[1] as never)
    expect(page.text('race-waits')).toBe(
      '2 of 3 lanes made: the race begins when all are, as none goes on without the others.',
    )
    await pass(5)
    expect(page.text('race-moment')).toBe('update 0 of 0')
    expect((page.get('race-play') as HTMLButtonElement).disabled).toBe(true)
    await made(RUNS[2] as never)
    expect(page.find('race-waits')).toBeNull()
    expect(page.text('race-play')).toBe('Pause')
  })

  it('plays to its end in the time that is wanted, with places that change on the way', async () => {
    await started()
    await made(...RUNS)
    await page.choose('race-speed', '60')
    // Six updates in 60 s: one in ten.
    await pass(10.5)
    expect(page.text('race-moment')).toBe('update 1 of 6')
    expect(rows()).toEqual([
      ['1', 'LSTM', '7.00', '1', 'under way'],
      ['2', 'simple RNN, tanh', '8.00', '1', 'under way'],
      ['3', 'GRU', '9.00', '1', 'under way'],
    ])
    await page.choose('race-speed', '5')
    await pass(6)
    expect(page.text('race-moment')).toBe('update 6 of 6')
    expect(page.text('race-play')).toBe('Play again')
    expect(rows()).toEqual([
      ['1', 'simple RNN, tanh', '1.00', '6', 'at its goal'],
      ['2', 'GRU', '3.00', '4', 'by its patience'],
      ['3', 'LSTM', '–', '2', 'diverged at update 3'],
    ])
    await page.click('race-play')
    expect(page.text('race-moment')).toBe('update 0 of 6')
  })

  it('pauses, steps by one update, and goes anywhere by the keys of its rail', async () => {
    await started()
    await made(...RUNS)
    await page.click('race-play')
    expect(page.text('race-play')).toBe('Play')
    await pass(3)
    expect(page.text('race-moment')).toBe('update 0 of 6')
    await page.click('race-step')
    expect(page.text('race-moment')).toBe('update 1 of 6')
    await press('ArrowUp')
    expect(page.get('race-rail').getAttribute('aria-valuetext')).toBe('update 2 of 6')
    await press('End')
    expect((page.get('race-step') as HTMLButtonElement).disabled).toBe(true)
    await press('ArrowLeft')
    expect(page.text('race-moment')).toBe('update 5 of 6')
    await press('ArrowLeft', true)
    expect(page.text('race-moment')).toBe('update 0 of 6')
  })

  it('is in step by wall time too, at the moment where it was, and says whose times these are', async () => {
    await started()
    await made(...RUNS)
    await press('Home')
    await press('ArrowRight')
    await press('ArrowRight')
    // Two updates of the GRU, which takes longest for them, took 4 s; the RNN had made four, and the LSTM was broken after 3 s.
    await page.click('race-by-seconds')
    expect(page.text('race-moment')).toBe('4.00 s of 8.00 s')
    expect(page.text('race')).toContain('These are times of this machine')
    expect(rows().map(([place, lane, , update]) => [place, lane, update])).toEqual([
      ['1', 'simple RNN, tanh', '4'],
      ['1', 'GRU', '2'],
      ['3', 'LSTM', '2'],
    ])
    await page.click('race-step')
    expect(page.text('race-moment')).toBe('5.00 s of 8.00 s')
  })

  it('opens a lane at its update', async () => {
    await started()
    await made(...RUNS)
    await press('Home')
    expect((page.get('race-open-1') as HTMLButtonElement).disabled).toBe(true)
    await press('End')
    expect(page.get('race-open-1').getAttribute('aria-label')).toBe('Open GRU at update 4')
    await page.click('race-open-1')
    expect(asked('openExperimentRun')).toEqual([[EXPERIMENT, 1, 4]])
    await page.click('race-open-2')
    expect(asked('openExperimentRun').at(-1)).toEqual([EXPERIMENT, 2, 2])
  })

  it('tells who is where when it has come to rest, and the losses as a table', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await started()
      await made(...RUNS)
      await press('End')
      expect(page.text('race-said')).toBe('')
      await page.settle(() => vi.advanceTimersByTime(500))
      expect(page.text('race-said')).toBe(
        'update 6 of 6: 1. simple RNN, tanh, loss 1.00; 2. GRU, loss 3.00; 3. LSTM, diverged.',
      )
    } finally {
      vi.useRealTimers()
    }
    await page.settle(() => page.get('race').querySelector('summary')?.click())
    const table = page.get('race').querySelector('.inside-table-place table')
    const cells = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    )
    expect(cells.slice(0, 3)).toEqual([
      ['1', '8', '9', '7'],
      ['2', '7', '5', '70'],
      ['3', '6', '4', '–'],
    ])
  })

  it('is put together lane by lane, and says that equal seeds are not equal weights', async () => {
    await opened('zh')
    expect(page.text('race-seed-note')).toContain('种子相同而形状不同')
    await page.choose('lane-setting-1-0', '')
    expect(page.text('race-seed-note')).toContain('同样的初始权重')
    await page.choose('lane-setting-1-0', 'learningRate')
    await page.type('lane-value-1-0', '0.5')
    await page.click('race-add')
    await page.choose('lane-setting-2-0', 'optimizer')
    await page.choose('lane-value-2-0', 'sgd')
    expect(page.text('start-experiment')).toBe('让 3 条赛道竞赛')
    await page.click('lane-remove-0')
    await page.click('start-experiment')
    const [[plan] = []] = asked('startExperiment') as [[{ lanes: { training: unknown }[] }]]
    expect(plan?.lanes.map(({ training }) => training)).toMatchObject([
      { learningRate: 0.5, optimizer: 'adam' },
      { learningRate: 0.02, optimizer: 'sgd' },
    ])
  })
})
