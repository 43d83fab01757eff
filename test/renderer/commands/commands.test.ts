import { text } from '@contract/language/texts'
import { fail } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import type { MenuCommand } from '@contract/wire/page-wire'
import { describe, expect, it, vi } from 'vitest'
import { madeUp, saying } from '../../helpers/saying'
import { createFakeApi, type FakeApi } from '../helpers/fake-api'
import { connect, LIVE } from '../helpers/page'

const refusal = fail('trainer-gone', madeUp('The trainer is gone; go on from its last checkpoint.'))

function names({ asked }: FakeApi): string[] {
  return asked.map(({ name }) => name).filter((name) => name !== 'attach' && name !== 'acknowledgeUpdates')
}

describe('commands', () => {
  it.each([
    ['startRun', 'startOrPause'],
    ['stepRun', 'oneUpdate'],
    ['resetRun', 'reset'],
    ['createRun', 'newSeed'],
    ['saveWeights', 'saveWeights'],
    ['loadWeights', 'loadWeights'],
    ['reviveTrainer', 'revive'],
  ] as const)('show what %s could not do, and change nothing of the run', async (request, command) => {
    const fake = createFakeApi()
    const { store, commands } = await connect(fake)
    const { run, description, pace } = store.getState()
    fake.answer(request, refusal)
    await commands[command]()
    expect(store.getState().notice).toMatchObject({ kind: 'error', text: refusal.error.text })
    expect(store.getState()).toMatchObject({ run, description, pace })
  })

  it('say that something is wrong inside when a request breaks', async () => {
    const fake = createFakeApi()
    const { store, commands } = await connect(fake)
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    fake.answer('pauseRun', refusal)
    const broken = { ...fake.api.request, stepRun: () => Promise.reject(new Error('wire')) }
    Object.assign(fake.api.request, broken)
    await commands.oneUpdate()
    expect(store.getState().notice?.text).toEqual(text('notices.wentWrong'))
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })

  it('keep the pace that could not be changed', async () => {
    const fake = createFakeApi()
    const { store, commands } = await connect(fake)
    fake.answer('setPace', refusal)
    await commands.setPace('max')
    expect(store.getState().pace).toBe(20)
    await commands.setPace('max')
    expect(store.getState().pace).toBe('max')
  })

  it('keep the engine that could not be changed', async () => {
    const fake = createFakeApi()
    const { store, commands } = await connect(fake)
    fake.answer('setEngine', refusal)
    await commands.setEngine('eager')
    expect(store.getState().engine).toBe('compiled')
    await commands.setEngine('eager')
    expect(store.getState().engine).toBe('eager')
  })

  it('tell of a saved and of a loaded file, and nothing when the person has changed their mind', async () => {
    const fake = createFakeApi()
    const { store, commands } = await connect(fake)
    await commands.saveWeights()
    expect(store.getState().notice).toMatchObject({
      kind: 'success',
      text: saying('Saved weights.safetensors, 5 kB'),
    })
    await commands.loadWeights()
    expect(store.getState().notice?.text).toEqual(
      saying('Loaded weights.safetensors: 1,153 parameters, 0 updates'),
    )
    store.getState().dismissNotice()
    fake.answer('saveWeights', { ok: true, value: null })
    await commands.saveWeights()
    expect(store.getState().notice).toBeNull()
  })

  it('load one dropped file, and say so when there are more', async () => {
    const fake = createFakeApi()
    const { store, commands } = await connect(fake)
    const [a, b] = [new File([], 'a.safetensors'), new File([], 'b.safetensors')]
    await commands.loadDropped([a, b])
    expect(names(fake)).toEqual([])
    expect(store.getState().notice?.text).toEqual(text('notices.dropOne', { count: 2 }))
    await commands.loadDropped([a])
    expect(fake.asked.at(-1)).toEqual({ name: 'loadDroppedWeights', args: [a] })
  })

  it.each(['newSeed', 'reset'] as const)(
    'end what went wrong before, once a run is open, by %s',
    async (command) => {
      const fake = createFakeApi()
      const { store, commands } = await connect(fake)
      store.getState().notify('error', madeUp('c.unroll is gone.'))
      await commands.startOrPause()
      expect(store.getState().notice?.kind).toBe('error')
      await commands[command]()
      expect(store.getState().notice).toBeNull()
    },
  )

  it('keep what is said of the app as a whole, whatever is opened', async () => {
    const { store, commands } = await connect(createFakeApi())
    store.getState().notify('error', madeUp('The settings were set aside.'), 'app')
    await commands.newSeed()
    expect(store.getState().notice?.kind).toBe('error')
  })

  it('end what was said of the last drop when a table is opened, and nothing else', async () => {
    const { store, commands } = await connect(createFakeApi())
    const table = [new File([], 'a.csv')]
    await commands.loadDropped([...table, ...table])
    expect(store.getState().notice?.kind).toBe('error')
    await commands.loadDropped(table)
    expect([store.getState().dataStage.kind, store.getState().notice]).toEqual(['table', null])
    await commands.closeData()
    store.getState().notify('error', madeUp('c.unroll is gone.'))
    await commands.loadDropped(table)
    expect(store.getState().notice?.kind).toBe('error')
  })

  it('pause when it trains', async () => {
    const fake = createFakeApi()
    const { commands } = await connect(fake)
    await commands.startOrPause()
    await commands.startOrPause()
    await commands.startOrPause()
    expect(names(fake)).toEqual(['startRun', 'pauseRun', 'startRun'])
  })

  it('ask for nothing by Start while there is no trainer', async () => {
    const fake = createFakeApi()
    const { commands } = await connect(fake)
    fake.die()
    await commands.startOrPause()
    expect(names(fake)).toEqual([])
  })

  it.each([
    [{ name: 'start-or-pause' }, 'startRun'],
    [{ name: 'step' }, 'stepRun'],
    [{ name: 'reset' }, 'resetRun'],
    [{ name: 'new-seed' }, 'createRun'],
    [{ name: 'save-weights' }, 'saveWeights'],
    [{ name: 'load-weights' }, 'loadWeights'],
    [{ name: 'load-recent-weights', file: 'x' }, 'loadRecentWeights'],
    [{ name: 'open-recent-table', file: 'x' }, 'openRecentTable'],
  ] satisfies [MenuCommand, string][])('of the menu do what the buttons do: %j', async (command, request) => {
    const fake = createFakeApi()
    await connect(fake)
    fake.emit('menuChosen', command)
    await vi.waitFor(() => expect(names(fake)).toEqual([request]))
    if ('file' in command) expect(fake.asked.at(-1)?.args).toEqual(['x'])
  })

  it('of the menu change the view', async () => {
    const fake = createFakeApi()
    const { store } = await connect(fake)
    for (const name of ['toggle-input', 'toggle-log-loss', 'show-all'] as const)
      fake.emit('menuChosen', { name })
    expect(store.getState()).toMatchObject({ showInput: true, logLoss: true, viewMode: { kind: 'all' } })
    fake.emit('menuChosen', { name: 'follow-newest' })
    expect(store.getState().viewMode.kind).toBe('follow')
  })
})

describe('settings', () => {
  async function editing(
    ...edits: [Parameters<Awaited<ReturnType<typeof connect>>['commands']['editSetting']>[0], string][]
  ) {
    const fake = createFakeApi()
    const page = await connect(fake)
    for (const [name, text] of edits) page.commands.editSetting(name, text)
    return { fake, ...page }
  }

  it('in force at once go to the running run, once the hand rests', async () => {
    vi.useFakeTimers()
    const { fake, store } = await editing(['learningRate', '0.0'], ['learningRate', '0.05'], ['points', '12'])
    expect(names(fake)).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    vi.useRealTimers()
    expect(names(fake)).toEqual(['changeSettings'])
    expect(fake.asked.at(-1)?.args).toEqual(['run-1', { ...LIVE, learningRate: 0.05, points: 12 }])
    expect(store.getState().run?.config).toEqual(withSettings(LESSON, { learningRate: 0.05, points: 12 }))
    expect(store.getState().draft.texts).toEqual({})
  })

  it('that are not valid are not sent, the others are', async () => {
    const { fake, store, commands } = await editing(['learningRate', '20'], ['points', '12'])
    await commands.sendPending()
    expect(fake.asked.at(-1)?.args).toEqual(['run-1', { ...LIVE, points: 12 }])
    expect(store.getState().draft.texts).toEqual({ learningRate: '20' })
  })

  it('of the network make another one at once while nothing is learned', async () => {
    const { fake, commands } = await editing(['hiddenUnits', '64'])
    await commands.sendPending()
    expect(fake.asked.at(-1)).toEqual({
      name: 'createRun',
      args: [withSettings(LESSON, { hiddenUnits: 64 })],
    })
  })

  it('of the network wait for Reset when something is learned', async () => {
    const { fake, store, commands } = await editing()
    fake.train(3)
    await commands.oneUpdate()
    commands.editSetting('hiddenUnits', '64')
    await commands.sendPending()
    expect(names(fake)).toEqual(['stepRun'])
    await commands.reset()
    expect(fake.asked.at(-1)).toEqual({
      name: 'createRun',
      args: [withSettings(LESSON, { hiddenUnits: 64 })],
    })
    expect(store.getState().draft.texts).toEqual({})
    await commands.reset()
    expect(names(fake).at(-1)).toBe('resetRun')
  })

  it('are sent before the run is started: nothing typed is left behind', async () => {
    const { fake, commands } = await editing(['updates', '90'])
    await commands.startOrPause()
    expect(names(fake)).toEqual(['changeSettings', 'startRun'])
  })

  it('go back to what is in force when the switch is refused', async () => {
    const { fake, store, commands } = await editing()
    fake.answer('changeSettings', refusal)
    await commands.pickSetting('carryState', false)
    expect(store.getState().draft.picks).toEqual({})
    expect(store.getState().notice?.kind).toBe('error')
  })

  it('return to the preset’s', async () => {
    const { store, commands } = await editing(['learningRate', '1'], ['points', '5'])
    await commands.sendPending()
    await commands.pickSetting('carryState', false)
    await commands.backToPreset()
    expect(store.getState().run?.config).toEqual(LESSON)
    expect(store.getState().draft).toEqual({ texts: {}, picks: {} })
  })

  it('draw another seed and keep the rest', async () => {
    const { fake, commands } = await editing(['points', '12'], ['seed', '77'])
    await commands.newSeed()
    const config = fake.asked.at(-1)?.args[0] as typeof LESSON
    expect(withSettings(config, { seed: 1 })).toEqual(withSettings(LESSON, { points: 12 }))
    expect(config.network.seed).toBeGreaterThanOrEqual(0)
    expect(config.network.seed).toBeLessThan(1_000_000)
    expect(names(fake)).toEqual(['createRun'])
  })

  it('typed while TensorFlow was loading are sent when it is loaded', async () => {
    const fake = createFakeApi({ loaded: false })
    const { commands } = await connect(fake)
    commands.editSetting('hiddenUnits', '8')
    await commands.sendPending()
    expect(names(fake)).toEqual([])
    fake.ready()
    await vi.waitFor(() => expect(names(fake)).toEqual(['createRun']))
    expect(fake.asked.at(-1)?.args).toEqual([withSettings(LESSON, { hiddenUnits: 8 })])
  })
})
