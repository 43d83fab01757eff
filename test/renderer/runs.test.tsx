// @vitest-environment happy-dom

import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import { ok } from '@contract/result'
import type { ListedRun } from '@contract/run/kept-run'
import { summaryOf } from '@contract/run/recorded/update-summary'
import type { UpdateBatch } from '@contract/run/run'
import { couldGo } from '@contract/run/run-budget'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { agoText, backText, originText, standText } from '../../renderer/store/words/run-texts'
import { madeUp, saying } from '../helpers/saying'
import { fakeDescription } from './helpers/fake-api'
import { fakeBatch } from './helpers/fake-batch'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page?.close())

const kept = (id: string, changes: Partial<ListedRun> = {}): ListedRun => ({
  bytes: 25_000,
  id,
  name: null,
  branch: null,
  network: 'RNN(1 → 32) → Linear(32 → 1)',
  config: LESSON,
  updatesDone: 37,
  goal: 60,
  phase: 'paused',
  loss: 0.0123,
  keptAt: Date.now(),
  ...changes,
})
/** Main tells the list, with its budget. */
const tell = (runs: readonly ListedRun[], budget = 2e9) => page.fake.emit('runsChanged', { runs, budget })
const asked = (name: string) => page.fake.asked.filter((one) => one.name === name).map(({ args }) => args)
const all = (testId: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)]
const state = () => page.world.store.getState()

/** Opens a run that has been trained elsewhere, as Undo and a new start do. */
function arrive(id: string, updatesDone: number) {
  page.fake.emit('runOpened', fakeDescription(id))
  page.fake.emit('runChanged', {
    id,
    phase: 'paused',
    updatesDone,
    goal: 60,
    config: LESSON,
    broke: null,
    endedBy: null,
    best: null,
    pausedBy: null,
    preparing: false,
    events: [],
    planned: [],
  })
}

describe('a run that was set aside', () => {
  it('is named by the series or the table that it learns', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('runSetAside', kept('a', { config: suggestedRun('co2') })))
    const tail = 'RNN(1 → 32) → Linear(32 → 1), 37 updates).'
    expect(page.text('set-aside')).toContain(`Run set aside (CO₂ at Mauna Loa: ${tail}`)
    const table = { kind: 'table', name: 'tides.csv', sha256: '0'.repeat(64) } as const
    const source = { kind: 'series', origin: table, inputs: ['h'], targets: ['h'] } as const
    const config = withSettings(LESSON, { source })
    await page.settle(() => page.fake.emit('runSetAside', kept('b', { config })))
    expect(page.text('set-aside')).toContain(`Run set aside (tides.csv: ${tail}`)
  })

  it('is told with Undo, which opens it again', async () => {
    page = await openPage()
    expect(page.find('set-aside')).toBeNull()
    await page.settle(() => tell([kept('a')]))
    await page.settle(() => page.fake.emit('runSetAside', kept('a')))
    expect(page.text('set-aside')).toContain('Run set aside (RNN(1 → 32) → Linear(32 → 1), 37 updates).')
    await page.type('seed', '9')
    await page.click('undo-set-aside')
    expect(asked('openRun')).toEqual([['a']])
    expect(page.text('notice')).toBe('The run is back, paused at update 37. Press Resume to train on.')
    expect(page.find('set-aside')).toBeNull()
    expect(state().draft.texts).toEqual({})
    // Main's answer may be heard before its news that the run is open.
    const { description } = state()
    if (!description) throw new Error('the fake has a run')
    await page.settle(() => page.fake.emit('runOpened', { ...description, id: 'a' }))
    expect(page.text('notice')).toMatch(/^The run is back/)
    await page.settle(() => page.fake.emit('runOpened', { ...description, id: 'another' }))
    expect(page.find('notice')).toBeNull()
  })

  it('has a place where it covers nothing', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('runSetAside', kept('a')))
    // What lies in there stands over the stage.
    expect(page.get('set-aside').closest('.news')).toBeNull()
    expect(page.get('set-aside').closest('.notices')).not.toBeNull()
  })

  it('goes by itself after a while, but never from under the pointer or the focus', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    page = await openPage()
    const aMinute = () => page.settle(() => vi.advanceTimersByTime(60_000))
    const over = (type: string) =>
      page.settle(() => page.get('set-aside').dispatchEvent(new PointerEvent(type, { bubbles: true })))
    await page.settle(() => page.fake.emit('runSetAside', kept('a')))
    await over('pointerover')
    await aMinute()
    await page.settle(() => page.get('undo-set-aside').focus())
    await over('pointerout')
    await aMinute()
    expect(page.find('set-aside')).not.toBeNull()
    await page.settle(() => page.get('undo-set-aside').blur())
    await page.settle(() => vi.advanceTimersByTime(19_000))
    expect(page.find('set-aside')).not.toBeNull()
    await page.settle(() => vi.advanceTimersByTime(2_000))
    expect(page.find('set-aside')).toBeNull()
    // Another one does not stay because the last went under a hand.
    await page.settle(() => page.fake.emit('runSetAside', kept('b')))
    await over('pointerover')
    await page.settle(() => page.fake.emit('runSetAside', kept('c')))
    await aMinute()
    expect(page.find('set-aside')).toBeNull()
    vi.useRealTimers()
  })

  it.each([
    ['finished', 'The run is back, finished at update 37.'],
    [
      'diverged',
      'The run is back. It broke after update 37 and cannot go on; press Reset to start it again.',
    ],
  ] as const)('that is %s is told as it is', (phase, words) => {
    expect(inEnglish(backText(kept('a', { phase })))).toBe(words)
  })

  it('says one update as one', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('runSetAside', kept('a', { updatesDone: 1 })))
    expect(page.text('set-aside')).toContain(', 1 update).')
  })

  it('is told beside another notice, and is no more to be undone when it is there again', async () => {
    page = await openPage()
    await page.settle(() => tell([kept('a')]))
    await page.settle(() => page.fake.emit('runSetAside', kept('a')))
    await page.settle(() => state().notify('success', madeUp('Loaded it')))
    expect([page.text('notice'), page.find('set-aside') !== null]).toEqual(['Loaded it', true])
    await page.settle(() => tell([]))
    expect(page.find('set-aside')).toBeNull()
  })
})

describe('what is told of a run', () => {
  it('goes with it, and so does what went wrong until then', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('told', { kind: 'info', text: madeUp('Your run is back.') }))
    expect(page.text('notice')).toBe('Your run is back.')
    await page.click('new-seed')
    expect(page.find('notice')).toBeNull()
    await page.settle(() =>
      page.fake.emit('told', { kind: 'info', text: madeUp('Press Resume to train on.') }),
    )
    await page.click('start-pause')
    expect(page.find('notice')).toBeNull()
    await page.settle(() =>
      page.fake.emit('told', { kind: 'error', text: madeUp('It could not be opened.') }),
    )
    await page.click('start-pause')
    expect(page.text('notice')).toBe('It could not be opened.')
    await page.click('new-seed')
    expect(page.find('notice')).toBeNull()
  })
})

describe('the list of runs', () => {
  it('is there only when there is something in it', async () => {
    page = await openPage()
    expect(page.find('runs')).toBeNull()
    await page.settle(() => page.fake.emit('menuChosen', { name: 'runs' }))
    expect(page.find('runs-list')).toBeNull()
    await page.settle(() => tell([kept('a'), kept('b')]))
    expect(page.text('runs')).toBe('Runs (2)')
    await page.settle(() => page.fake.emit('menuChosen', { name: 'runs' }))
    expect(all('listed-run')).toHaveLength(2)
  })

  it('marks the present run, which is neither opened nor deleted there', async () => {
    page = await openPage()
    await page.settle(() => tell([kept('run-1', { name: 'now' }), kept('a')]))
    await page.click('runs')
    const [present, other] = all('listed-run')
    expect([present?.dataset.present, other?.dataset.present]).toEqual(['true', 'false'])
    expect(present?.textContent).toContain('Present run')
    const buttons = (row?: HTMLElement) =>
      [...(row?.querySelectorAll('button') ?? [])].map((one) => one.textContent)
    expect(buttons(present)).toEqual(['Rename', 'Duplicate'])
    expect(buttons(other)).toEqual(['Open', 'Rename', 'Duplicate', 'Delete'])
  })

  it('says of the present run that it trains, and not where it stood a moment ago', async () => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => tell([kept(page.world.store.getState().description?.id ?? '')]))
    await page.settle(() => page.fake.emit('menuChosen', { name: 'runs' }))
    expect(page.text('listed-run')).toContain('training, to update 60')
    expect(page.text('listed-run')).not.toMatch(/paused|ago|just now/)
  })

  it('says what each run takes, and all together', async () => {
    page = await openPage()
    const runs = [kept('a'), kept('b', { bytes: 31_400_000 }), kept('c', { bytes: 0 })]
    await page.settle(() => tell(runs))
    await page.click('runs')
    const [a, b, c] = all('listed-run').map((row) => row.textContent)
    expect(a).toContain('just now · 25 kB')
    expect(b).toContain('just now · 31.4 MB')
    expect(c).not.toMatch(/ago ·|now ·/)
    expect(page.text('runs-list')).toContain('3 runs, 31.4 MB on the disk.')
  })

  it('names each by its name, or what it is nearest to, and a branch by where it goes on from', async () => {
    page = await openPage()
    const branch = kept('b', { branch: { runId: 'a', update: 12 } })
    const orphan = kept('c', { branch: { runId: 'gone', update: 1200 }, config: suggestedRun('co2') })
    await page.settle(() => tell([kept('a', { name: 'My best try' }), branch, orphan]))
    await page.click('runs')
    expect(all('run-title').map((title) => title.textContent)).toEqual([
      'My best try',
      'PyTorch',
      'CO₂ at Mauna Loa',
    ])
    const rows = all('listed-run').map((row) => row.textContent)
    expect(rows[1]).toContain('Branch of My best try, after update 12')
    expect(rows[2]).toContain('Branch of a run that is gone, after update 1,200')
  })

  it('opens a run, and closes', async () => {
    page = await openPage()
    await page.settle(() => tell([kept('a'), kept('b')]))
    await page.click('runs')
    await page.settle(() => all('open-run')[1]?.click())
    expect(asked('openRun')).toEqual([['b']])
    expect(page.find('runs-list')).toBeNull()
  })

  it('names a run by Enter, and leaves its name by Escape, which does not close it', async () => {
    page = await openPage()
    await page.settle(() => tell([kept('a', { name: 'old' })]))
    await page.click('runs')
    await page.click('rename-run')
    const field = () => page.get('run-name') as HTMLInputElement
    expect(field().value).toBe('old')
    await page.settle(() =>
      field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })),
    )
    expect([page.find('run-name'), page.find('runs-list') !== null, asked('renameRun')]).toEqual([
      null,
      true,
      [],
    ])
    await page.click('rename-run')
    field().value = 'new name'
    await page.click('save-name')
    expect(asked('renameRun')).toEqual([['a', 'new name']])
    expect(page.find('run-name')).toBeNull()
  })

  it('copies a run under a name that says so', async () => {
    page = await openPage()
    await page.settle(() => tell([kept('a', { name: 'x'.repeat(80) }), kept('b')]))
    await page.click('runs')
    for (const button of all('duplicate-run')) await page.settle(() => button.click())
    expect(asked('duplicateRun')).toEqual([
      ['a', `Copy of ${'x'.repeat(72)}`],
      ['b', 'Copy of PyTorch'],
    ])
  })

  it('numbers the copies of one run, in the language of the page', async () => {
    page = await openPage()
    const before = kept('a', { name: 'x'.repeat(80) })
    const copies = ['Copy of mine', 'Copy 2 of mine', 'mine 的副本'].map((name) => kept(name, { name }))
    await page.settle(() => tell([before, kept('b', { name: 'mine' }), ...copies]))
    await page.click('runs')
    await page.settle(() => all('duplicate-run')[1]?.click())
    await page.settle(() => page.fake.emit('languageChanged', 'zh'))
    for (const row of [0, 1]) await page.settle(() => all('duplicate-run')[row]?.click())
    expect(asked('duplicateRun')).toEqual([
      ['b', 'Copy 3 of mine'],
      ['a', expect.stringMatching(/^x{76} 的副本$/)],
      ['b', expect.stringMatching(/^mine 的副本 2$/)],
    ])
  })

  it('deletes when it is closed, which is undone there and after it; then it is for good', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    page = await openPage()
    await page.settle(() => tell([kept('a'), kept('b', { name: 'mine' })]))
    await page.click('runs')
    for (const row of [0, 1]) await page.settle(() => all('delete-run')[row]?.click())
    expect(all('delete-run').map((button) => button.textContent)).toEqual(['Undo', 'Undo'])
    await page.settle(() => all('delete-run')[0]?.click())
    expect(asked('deleteRuns')).toEqual([])
    await page.click('runs-done')
    expect(asked('deleteRuns')).toEqual([[['b']]])
    expect(page.text('deleted-runs')).toContain('Deleted: mine.')
    await page.click('undo-delete')
    expect([asked('restoreRuns'), page.find('deleted-runs')]).toEqual([[[['b']]], null])
    // Closed and opened again, nothing is marked.
    await page.click('runs')
    expect(all('listed-run').map(({ dataset }) => dataset.deleted)).toEqual(['false', 'false'])
    for (const row of [0, 1]) await page.settle(() => all('delete-run')[row]?.click())
    await page.click('runs-done')
    expect(page.text('deleted-runs')).toContain('2 runs deleted.')
    expect(asked('forgetDeleted')).toEqual([])
    await page.settle(() => vi.advanceTimersByTime(21_000))
    expect([asked('forgetDeleted').length, page.find('deleted-runs')]).toEqual([1, null])
    vi.useRealTimers()
  })

  it('says which branches lose their ghost with a run, but for those that go too', async () => {
    page = await openPage()
    const branch = (id: string) => kept(id, { name: id, branch: { runId: 'a', update: 12 } })
    await page.settle(() => tell([kept('a'), branch('left'), branch('right')]))
    await page.click('runs')
    await page.settle(() => all('delete-run')[0]?.click())
    expect(all('run-note')[0]?.textContent).toBe(
      'Will be deleted when this list is closed. Its curves are the ghost of left and right, which will have none.',
    )
    await page.settle(() => all('delete-run')[1]?.click())
    expect(all('run-note')[0]?.textContent).toContain('the ghost of right, which')
    expect(all('run-note')[1]?.textContent).toBe('Will be deleted when this list is closed.')
  })
})

describe('the budget of runs', () => {
  const many = [
    kept('run-1', { bytes: 400e6 }),
    kept('a', { bytes: 700e6 }),
    kept('b', { bytes: 600e6 }),
    kept('c', { bytes: 500e6 }),
  ]

  it('is asked about where it is passed, with the oldest ticked; a press alone marks them, and that is undone', async () => {
    page = await openPage()
    await page.settle(() => tell(many.slice(1)))
    expect(page.find('over-budget')).toBeNull()
    await page.settle(() => tell(many))
    expect(page.text('over-budget')).toContain('Runs take 2.2 GB of 2 GB: choose what may go.')
    await page.click('choose-runs')
    const ticks = () => all('tick-run').map((box) => (box as HTMLInputElement).checked)
    // None for the present run.
    expect(ticks()).toEqual([false, false, true])
    expect(page.text('delete-ticked')).toBe('Delete 1 ticked run (500 MB)')
    await page.settle(() => all('tick-run')[0]?.click())
    expect(page.text('delete-ticked')).toBe('Delete 2 ticked runs (1.2 GB)')
    await page.settle(() => all('tick-run')[0]?.click())
    expect(asked('deleteRuns')).toEqual([])
    await page.click('delete-ticked')
    expect(all('listed-run').map(({ dataset }) => dataset.deleted)).toEqual([
      'false',
      'false',
      'false',
      'true',
    ])
    expect(page.find('runs-question')).toBeNull()
    await page.settle(() => all('delete-run')[2]?.click())
    expect([ticks(), page.find('runs-question') !== null]).toEqual([[false, false, true], true])
    await page.click('delete-ticked')
    await page.click('runs-done')
    expect(asked('deleteRuns')).toEqual([[['c']]])
    expect(page.find('undo-delete')).not.toBeNull()
  })

  it('is told once, until it is passed anew', async () => {
    page = await openPage()
    await page.settle(() => tell(many))
    await page.click('dismiss-over-budget')
    await page.settle(() => tell([...many, kept('d')]))
    expect(page.find('over-budget')).toBeNull()
    await page.settle(() => tell(many.slice(1)))
    await page.settle(() => tell(many))
    expect(page.find('over-budget')).not.toBeNull()
  })

  it('proposes nothing where only the present run is left', async () => {
    page = await openPage()
    await page.settle(() => tell([kept('run-1', { bytes: 2.01e9 })]))
    expect(page.text('over-budget')).toContain('Runs take a little more than 2 GB: choose')
    await page.click('choose-runs')
    expect(page.text('runs-question')).toContain('there is none that may go: the present run stays.')
    expect(page.find('delete-ticked')).toBeNull()
  })

  it('is changed in the list, within its limits', async () => {
    page = await openPage()
    await page.settle(() => tell(many, 1.5e9))
    await page.click('runs')
    const field = () => page.get('run-budget') as HTMLInputElement
    expect(field().value).toBe('1.5')
    for (const wrong of ['0.05', '1001', '', 'much']) {
      await page.type('run-budget', wrong)
      await page.settle(() => field().dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
      expect(page.text('runs-list')).toContain(`was expected, but "${wrong}" was given.`)
    }
    expect(asked('setRunBudget')).toEqual([])
    await page.type('run-budget', '0.5')
    await page.settle(() => field().dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(asked('setRunBudget')).toEqual([[500_000_000]])
    expect(page.text('runs-list')).not.toContain('was expected')
  })

  it('would be kept by as few of the oldest as do', () => {
    const ids = (budget: number, present: string | null) => couldGo(many, budget, present).map(({ id }) => id)
    expect(ids(2.2e9, 'run-1')).toEqual([])
    expect(ids(2.2e9 - 1, 'run-1')).toEqual(['c'])
    expect(ids(1.2e9, 'run-1')).toEqual(['c', 'b'])
    expect(ids(1.2e9, 'c')).toEqual(['b', 'a'])
    expect(ids(1, 'run-1')).toEqual(['c', 'b', 'a'])
  })
})

describe('a run with a name', () => {
  it('is called so in the title of the window, in the status bar and when it is set aside', async () => {
    page = await openPage()
    expect(document.title).toBe('Unroll')
    await page.settle(() => tell([kept('run-1', { name: 'Tides' })]))
    expect([document.title, page.text('status-origin')]).toEqual([
      'Tides – Unroll',
      'Tides · Weights from seed 1',
    ])
    await page.settle(() => page.fake.emit('runSetAside', kept('run-1', { name: 'Tides' })))
    expect(page.text('set-aside')).toContain(
      'Run set aside (Tides: RNN(1 → 32) → Linear(32 → 1), 37 updates).',
    )
    await page.click('new-seed')
    expect(document.title).toBe('Unroll')
  })
})

describe('a listed run', () => {
  it('names what every button is for', async () => {
    page = await openPage()
    await page.settle(() => tell([kept('a')]))
    await page.click('runs')
    expect(page.get('open-run').getAttribute('aria-label')).toBe(
      'Open: RNN(1 → 32) → Linear(32 → 1), 37 updates',
    )
  })

  it('tells a run in words', () => {
    const day = 86_400_000
    expect(inEnglish(standText(kept('a')))).toBe('paused at update 37 of 60, loss 0.0123')
    expect(inEnglish(standText(kept('a', { phase: 'finished', loss: null })))).toBe('finished at update 37')
    expect(inEnglish(standText(kept('a', { phase: 'diverged', updatesDone: 5424 })))).toContain(
      'broke after update 5,424',
    )
    expect(originText(LESSON)).toEqual(saying('PyTorch'))
    expect(originText(withSettings(LESSON, { seed: 4, cell: 'lstm' }))).toEqual(
      saying('PyTorch; changed: seed 4, cell LSTM'),
    )
    expect(originText(withSettings(LESSON, { carryState: false, learningRate: 0.5 }))).toEqual(
      saying('PyTorch; changed: learning rate 0.5, carry the state off'),
    )
    const saw = suggestedRun('saw')
    expect(originText(saw)).toEqual(saying('Saw-tooth wave'))
    expect(originText(withSettings(saw, { window: 30, points: 7 }))).toEqual(
      saying('Saw-tooth wave; changed: window length 30'),
    )
    const { source } = saw.data
    if (source.kind !== 'series') throw new Error('it is one')
    const origin = { kind: 'table', name: 'my data.csv', sha256: 'a'.repeat(64) } as const
    expect(originText(withSettings(saw, { source: { ...source, origin }, window: 30 }))).toEqual(
      saying('my data.csv'),
    )
    expect(originText(null)).toBeNull()
    expect(
      [0, -5000, 61_000, 3 * 3_600_000, day, 12 * day].map((past) => inEnglish(agoText(1e12 - past, 1e12))),
    ).toEqual(['just now', 'just now', '1 minute ago', '3 hours ago', 'yesterday', '12 days ago'])
  })
})

describe('the curves of a run that comes back', () => {
  /** Answers what is asked of the record with these pieces, in turn. */
  function recordIs(...batches: UpdateBatch[]) {
    const { request } = page.fake.api
    Object.assign(request, {
      recordedUpdates: async (...args: unknown[]) => {
        page.fake.asked.push({ name: 'recordedUpdates', args })
        return ok(batches.shift() ?? null)
      },
      recordedSummary: async (...args: unknown[]) => {
        page.fake.asked.push({ name: 'recordedSummary', args })
        const batch = batches.shift()
        return ok(batch ? summaryOf(batch) : null)
      },
    })
  }

  it('are fetched in pieces; new updates wait for them, and so does the trainer', async () => {
    page = await openPage()
    const of = (first: number, count: number) => fakeBatch(first, count, { runId: 'back' })
    recordIs(of(1, 10), of(11, 20), of(31, 7))
    const before = asked('acknowledgeUpdates').length
    await page.settle(() => {
      arrive('back', 37)
      page.fake.emit('updates', of(38, 2))
      expect(page.world.history.updates).toBe(0)
    })
    await page.settle()
    // As they are at first, of the others what is known of them: time steps come when they are looked at.
    expect(asked('recordedUpdates')[0]?.[1]).toBe(0)
    expect(asked('recordedSummary').map(([, first]) => first)).toEqual([11, 31, 38])
    const { history } = page.world
    expect([history.firstUpdate, history.lastUpdate]).toEqual([1, 39])
    expect([...history.losses.values.data.subarray(0, 39)]).toEqual([...of(1, 39).losses])
    expect(asked('acknowledgeUpdates')).toHaveLength(before + 1)
    expect(state()).toMatchObject({ hasCurves: true })
  })

  it('are not asked for when the run has made no update, or goes on in this page', async () => {
    page = await openPage()
    await page.click('reset')
    await page.click('one-update')
    await page.settle(() => page.fake.die())
    await page.click('go-on')
    expect(asked('recordedUpdates')).toEqual([])
    expect(page.world.history.updates).toBe(1)
  })

  it('of a run that is left while they come are not taken for those of the next', async () => {
    page = await openPage()
    let answer: (piece: unknown) => void = () => {}
    let asked = 0
    Object.assign(page.fake.api.request, {
      recordedUpdates: (id: string) =>
        id === 'slow'
          ? new Promise((resolve) => (answer = resolve))
          : ok(asked++ === 0 ? fakeBatch(1, 5, { runId: id }) : null),
    })
    await page.settle(() => arrive('slow', 9))
    await page.settle(() => arrive('next', 5))
    await page.settle(() => answer(ok(fakeBatch(1, 9, { runId: 'slow' }))))
    expect(page.world.history.updates).toBe(5)
  })
})

describe('a run that is not safe', () => {
  it('is told in a banner until it is safe again', async () => {
    page = await openPage()
    expect(page.find('unsafe')).toBeNull()
    await page.settle(() =>
      page.fake.emit('unsafeChanged', madeUp('Unroll cannot keep this run safe: the disk is full.')),
    )
    expect(page.text('unsafe')).toContain('Unroll cannot keep this run safe: the disk is full.')
    await page.settle(() => page.fake.emit('unsafeChanged', null))
    expect(page.find('unsafe')).toBeNull()
  })
})

describe('how the curves are looked at', () => {
  it('is kept at every change, and no more often', async () => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(3))
    await page.click('toggle-log-loss')
    await page.click('show-all')
    const off = {
      showInput: false,
      showGradientNorm: false,
      showReference: false,
      showRivals: true,
      hiddenRunColumns: [],
    }
    expect(asked('keepView')).toEqual([
      [{ ...off, logLoss: true, follow: 10 * Math.PI }],
      [{ ...off, logLoss: true, follow: 'all' }],
    ])
  })

  it('stays when another run is opened, but for a place in the old one', async () => {
    page = await openPage()
    await page.settle(() => state().look({ kind: 'follow', width: 7 }))
    await page.click('reset')
    expect(state().viewMode).toEqual({ kind: 'follow', width: 7 })
    await page.settle(() => state().look({ kind: 'free', min: 1, max: 2 }))
    await page.click('reset')
    expect(state().viewMode.kind).toBe('follow')
  })
})
