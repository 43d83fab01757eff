import { text } from '@contract/language/texts'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import type { Welcome } from '@contract/wire/page-wire'
import { describe, expect, it, vi } from 'vitest'
import { createCommands } from '../../../renderer/commands/commands'
import { connectEvents } from '../../../renderer/events/events'
import { createAppStore } from '../../../renderer/store/app-store'
import { createHistory } from '../../../renderer/store/curves/history'
import { settled } from '../../helpers/fake-trainer'
import { saying } from '../../helpers/saying'
import { createFakeApi, fakeData, fakeDescription } from '../helpers/fake-api'
import { fakeBatch } from '../helpers/fake-batch'
import { connect } from '../helpers/page'

const state = (id: string, phase: 'ready' | 'training' | 'paused', updatesDone: number) => ({
  id,
  phase,
  updatesDone,
  goal: 60,
  broke: null,
  endedBy: null,
  best: null,
  pausedBy: null,
  preparing: false,
  events: [],
  planned: [],
  config: LESSON,
})

describe('events', () => {
  it('each lead to the store', async () => {
    const fake = createFakeApi()
    const { store, history } = await connect(fake)
    const data = { ...fakeData(), inputLabel: text('stage.input') }
    fake.emit('dataDescribed', data)
    fake.emit('runOpened', fakeDescription('run-9'))
    fake.emit('runChanged', state('run-9', 'training', 0))
    fake.emit('updates', fakeBatch(1, 2, { runId: 'run-9', rate: 123 }))
    fake.emit('trainerChanged', { kind: 'starting' })
    expect(store.getState()).toMatchObject({
      data,
      description: { id: 'run-9' },
      run: { phase: 'training' },
      progress: { updatesDone: 2, loss: fakeBatch(2, 1).losses[0], updatesPerSecond: 123 },
      hasCurves: true,
      trainer: { kind: 'starting' },
    })
    expect(history.updates).toBe(2)
  })

  it('of updates are acknowledged one by one, also those of a run that was left', async () => {
    const fake = createFakeApi()
    const { history } = await connect(fake)
    fake.train(2)
    fake.train(1)
    fake.emit('updates', fakeBatch(1, 1, { runId: 'run-0' }))
    const credits = fake.asked.filter(({ name }) => name === 'acknowledgeUpdates')
    expect(credits.map(({ args }) => args)).toEqual([[1], [1], [1]])
    expect(history.updates).toBe(3)
  })

  it('of updates for which there is no memory are acknowledged, told, and pause the run', async () => {
    const fake = createFakeApi()
    const { store, history } = await connect(fake)
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    await fake.api.request.startRun('run-1')
    fake.train(5)
    const batch = fakeBatch(6, 500, { runId: 'run-1' })
    const real = globalThis.Float32Array
    // What Chromium throws when an array cannot be allocated, for the second of the long columns.
    const refuses = (length: unknown) => {
      if (typeof length === 'number' && length > 4096) throw new RangeError('Array buffer allocation failed')
    }
    vi.stubGlobal(
      'Float32Array',
      new Proxy(real, {
        construct: (target, [length, ...rest]) => {
          refuses(length)
          return Reflect.construct(target, [length, ...rest])
        },
      }),
    )
    const kept = { ...history.window(5) }
    try {
      fake.emit('updates', batch)
    } finally {
      vi.unstubAllGlobals()
      logged.mockRestore()
    }
    expect(fake.asked.filter(({ name }) => name === 'acknowledgeUpdates')).toHaveLength(2)
    expect(fake.asked.at(-1)?.name === 'acknowledgeUpdates' && fake.asked.at(-2)?.name).toBe('pauseRun')
    expect(fake.phase()).toBe('paused')
    expect(store.getState().notice).toMatchObject({
      kind: 'error',
      text: saying(expect.stringContaining('no memory')),
    })
    // Whole or not at all: what was there is as it was, and what comes next still fits.
    expect([history.updates, history.points, history.window(5)]).toEqual([5, 50, kept])
    fake.emit('updates', fakeBatch(6, 1, { runId: 'run-1' }))
    expect([history.updates, history.points]).toEqual([6, 60])
  })

  it('of another run clear the curves, of the known run keep them', async () => {
    const fake = createFakeApi()
    const { store, history } = await connect(fake)
    fake.train(5)
    fake.emit('runOpened', fakeDescription('run-1'))
    expect([history.updates, store.getState().hasCurves]).toEqual([5, true])
    fake.emit('runOpened', fakeDescription('run-2'))
    expect([history.updates, store.getState().hasCurves]).toEqual([0, false])
    expect(store.getState().progress).toMatchObject({ updatesDone: 0, loss: null, updatesPerSecond: 0 })
  })

  it('of a revived run go on from its checkpoint', async () => {
    const fake = createFakeApi()
    const { store, history } = await connect(fake)
    fake.train(7)
    fake.emit('runOpened', fakeDescription('run-1'))
    fake.emit('runChanged', state('run-1', 'paused', 5))
    expect([store.getState().progress.updatesDone, history.updates]).toEqual([5, 7])
    fake.emit('runChanged', state('run-1', 'training', 5))
    fake.emit('updates', fakeBatch(6, 1))
    expect([store.getState().progress.updatesDone, history.updates]).toEqual([6, 6])
  })

  it('of a training run do not run ahead of the curves', async () => {
    const fake = createFakeApi()
    const { store } = await connect(fake)
    fake.emit('runChanged', state('run-1', 'training', 0))
    fake.train(3)
    fake.emit('runChanged', state('run-1', 'training', 40))
    expect(store.getState().progress.updatesDone).toBe(3)
  })

  it('keep settings that have not changed as the same object: nobody renders for them', async () => {
    const fake = createFakeApi()
    const { store } = await connect(fake)
    const before = store.getState().run?.config
    fake.emit('runChanged', { ...state('run-1', 'training', 4), config: withSettings(LESSON, {}) })
    expect(store.getState().run?.config).toBe(before)
  })

  it('end with the subscription', async () => {
    const fake = createFakeApi()
    const { store, end } = await connect(fake)
    end()
    fake.emit('trainerChanged', { kind: 'starting' })
    expect(store.getState().trainer.kind).toBe('ready')
  })
})

describe('the welcome', () => {
  it('tells a page that was opened late everything but the curves that are gone', async () => {
    const fake = createFakeApi()
    fake.train(30)
    const { store, history } = await connect(fake)
    expect(store.getState()).toMatchObject({
      trainer: { kind: 'ready', tensorflow: '2.21.0' },
      description: { id: 'run-1' },
      run: { goal: 60 },
      hasCurves: false,
    })
    fake.train(1)
    expect([history.firstUpdate, history.updates]).toEqual([31, 1])
  })

  it('is taken in before what happened after it', async () => {
    const fake = createFakeApi()
    const history = createHistory()
    const store = createAppStore(history)
    let answer: (welcome: Welcome) => void = () => {}
    const attach = () => new Promise<Welcome>((resolve) => (answer = resolve))
    const api = { ...fake.api, request: { ...fake.api.request, attach } }
    const connected = connectEvents(api, store, createCommands(api, store, history), {
      history,
      ghost: createHistory(),
    })
    fake.emit('updates', fakeBatch(4, 1))
    expect(history.updates).toBe(0)
    answer({
      trainer: { kind: 'starting' },
      data: null,
      run: {
        description: fakeDescription('run-1'),
        state: state('run-1', 'training', 3),
        rivals: null,
        scores: null,
      },
      project: null,
      pace: 5,
      engine: 'compiled',
      pauseRules: [],
      view: null,
      runs: { runs: [], budget: 2e9 },
      experiments: [],
      loading: 'large.npz',
      unsafe: null,
      language: 'zh',
      lastPageGone: 'oom',
      startNotice: null,
      tourDue: true,
    })
    await connected
    // What was recorded is asked for first; here it is nothing.
    await settled()
    expect(fake.asked.filter(({ name }) => name === 'recordedUpdates')).toHaveLength(1)
    expect([history.firstUpdate, history.updates]).toEqual([4, 1])
    expect(store.getState()).toMatchObject({ pace: 5, tourStep: 0, loading: 'large.npz' })
    expect(store.getState().notice?.text).toEqual(
      saying('The page stopped unexpectedly (oom) and was loaded again; nothing is lost.'),
    )
  })

  it('asks for a network when a trainer is ready and has none', async () => {
    const fake = createFakeApi({ loaded: false })
    const { store } = await connect(fake)
    fake.emit('trainerChanged', { kind: 'ready', tensorflow: '2.21.0', tfjs: '4.22.0' })
    expect(fake.asked.at(-1)).toEqual({ name: 'createRun', args: [LESSON] })
    expect(store.getState().trainer.kind).toBe('ready')
  })
})
