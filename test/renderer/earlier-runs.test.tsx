// @vitest-environment happy-dom

import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { ok } from '@contract/result'
import type { EarlierRun } from '@contract/run/kept-run'
import type { UpdateBatch } from '@contract/run/run'
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

const kept = (id: string, changes: Partial<EarlierRun> = {}): EarlierRun => ({
  bytes: 25_000,
  id,
  network: 'RNN(1 → 32) → Linear(32 → 1)',
  config: LESSON,
  updatesDone: 37,
  goal: 60,
  phase: 'paused',
  loss: 0.0123,
  keptAt: Date.now(),
  ...changes,
})
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
    await page.settle(() => page.fake.emit('earlierRunsChanged', [kept('a')]))
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
    await page.settle(() => page.fake.emit('earlierRunsChanged', [kept('a')]))
    await page.settle(() => page.fake.emit('runSetAside', kept('a')))
    await page.settle(() => state().notify('success', madeUp('Loaded it')))
    expect([page.text('notice'), page.find('set-aside') !== null]).toEqual(['Loaded it', true])
    await page.settle(() => page.fake.emit('earlierRunsChanged', []))
    expect(page.find('set-aside')).toBeNull()
  })
})

describe('what is told of a run', () => {
  it('goes with it; what went wrong stays', async () => {
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
    await page.click('new-seed')
    expect(page.text('notice')).toBe('It could not be opened.')
  })
})

describe('the list of earlier runs', () => {
  it('is there only when there is something in it', async () => {
    page = await openPage()
    expect(page.find('earlier-runs')).toBeNull()
    await page.settle(() => page.fake.emit('menuChosen', { name: 'earlier-runs' }))
    expect(page.find('earlier-runs-list')).toBeNull()
    await page.settle(() => page.fake.emit('earlierRunsChanged', [kept('a'), kept('b')]))
    expect(page.text('earlier-runs')).toBe('Earlier runs (2)')
    await page.settle(() => page.fake.emit('menuChosen', { name: 'earlier-runs' }))
    expect(all('earlier-run')).toHaveLength(2)
  })

  it('says what each run takes, and all together of how much', async () => {
    page = await openPage()
    const runs = [kept('a'), kept('b', { bytes: 31_400_000 }), kept('c', { bytes: 0 })]
    await page.settle(() => page.fake.emit('earlierRunsChanged', runs))
    await page.click('earlier-runs')
    const [a, b, c] = all('earlier-run').map((row) => row.textContent)
    expect(a).toContain('just now · 25 kB')
    expect(b).toContain('just now · 31.4 MB')
    expect(c).not.toMatch(/ago ·|now ·/)
    expect(page.text('earlier-runs-list')).toContain('They take 31.4 MB of at most 2 GB on the disk.')
  })

  it('tells which runs have gone to make room, until it is dismissed', async () => {
    page = await openPage()
    const run = text('runSpace.run', { learned: null, network: 'GRU', updates: 1, bytes: 10 })
    const removed = text('runSpace.removed', { runs: [run], most: 10, budget: 2e9 })
    await page.settle(() => page.fake.emit('runsRemoved', removed))
    await page.click('new-seed')
    await page.settle(() => page.fake.emit('told', { kind: 'info', text: madeUp('Something else.') }))
    expect(page.text('removed-runs')).toContain('as the oldest: GRU (1 update, 1 kB).')
    await page.click('dismiss-removed-runs')
    expect(page.find('removed-runs')).toBeNull()
  })

  it('opens a run, and closes', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('earlierRunsChanged', [kept('a'), kept('b')]))
    await page.click('earlier-runs')
    await page.settle(() => all('open-run')[1]?.click())
    expect(asked('openRun')).toEqual([['b']])
    expect(page.find('earlier-runs-list')).toBeNull()
  })

  it('deletes when it is closed, and not before: until then it is undone by the same button', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('earlierRunsChanged', [kept('a'), kept('b')]))
    await page.click('earlier-runs')
    for (const row of [0, 1]) await page.settle(() => all('delete-run')[row]?.click())
    expect(all('delete-run').map((button) => button.textContent)).toEqual(['Undo', 'Undo'])
    await page.settle(() => all('delete-run')[0]?.click())
    expect(asked('deleteRun')).toEqual([])
    await page.click('earlier-runs-done')
    expect(asked('deleteRun')).toEqual([['b']])
    // Closed and opened again, nothing is marked.
    await page.click('earlier-runs')
    expect(all('earlier-run').map(({ dataset }) => dataset.deleted)).toEqual(['false', 'false'])
  })

  it('names what every button is for', async () => {
    page = await openPage()
    await page.settle(() => page.fake.emit('earlierRunsChanged', [kept('a')]))
    await page.click('earlier-runs')
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
    expect(asked('recordedUpdates').map(([, first]) => first)).toEqual([0, 11, 31, 38])
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
    const off = { showInput: false, showGradientNorm: false, showReference: false, showRivals: true }
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
