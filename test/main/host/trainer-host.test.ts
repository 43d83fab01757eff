import { SAVED_AS } from '@contract/files/weight-formats'
import { inEnglish } from '@contract/language/say'
import { ok } from '@contract/result'
import type { TrainerStatus } from '@contract/run/trainer-status'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTrainerHost, EXIT_LIMIT, type Opening, SAVE_LIMIT } from '../../../main/host/trainer-host'
import { createFakeTrainer, type FakeTrainer, READY, settled } from '../../helpers/fake-trainer'
import { saying } from '../../helpers/saying'

const openNothing: Opening = async () => ok()

function setUp({ resumableAt = null as number | null, fork = undefined as (() => never) | undefined } = {}) {
  const trainers: FakeTrainer[] = []
  const statuses: TrainerStatus[] = []
  const events: string[] = []
  const host = createTrainerHost({
    fork:
      fork ??
      (() => {
        const trainer = createFakeTrainer()
        trainers.push(trainer)
        return trainer.process
      }),
    onEvent: ({ name }) => events.push(name),
    onStatus: (status) => statuses.push(status),
    resumableAt: () => resumableAt,
    log: { info: () => {}, error: () => {} },
  })
  return { host, trainers, statuses, events }
}

async function setUpReady(options: { resumableAt?: number | null } = {}) {
  const made = setUp(options)
  void made.host.start(openNothing)
  const [trainer] = made.trainers
  if (!trainer) throw new Error('nothing was forked')
  trainer.say(READY)
  await settled()
  return { ...made, trainer }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('a trainer host', () => {
  it('gives each reply to the request with its id, in whatever order they come', async () => {
    const { host, trainer } = await setUpReady()
    const started = host.ask('startRun', 'a')
    const paused = host.ask('pauseRun', 'a')
    trainer.reply('pauseRun', ok())
    expect(await paused).toEqual(ok())
    trainer.reply('startRun', { ok: false, error: { code: 'no-run', text: saying('none') } })
    expect(await started).toMatchObject({ ok: false, error: { code: 'no-run' } })
  })

  it('hands on arguments and events as they are', async () => {
    const { host, trainer, events } = await setUpReady()
    void host.ask('setPace', 50)
    expect(trainer.requests.at(-1)).toMatchObject({ name: 'setPace', args: [50] })
    trainer.say({
      kind: 'event',
      name: 'checkpointTaken',
      payload: { runId: 'a', updatesDone: 1, present: new Uint8Array(), initial: null },
    })
    expect(events).toEqual(['ready', 'checkpointTaken'])
  })

  it('refuses requests before the trainer is ready, with a sentence', async () => {
    const { host, trainers } = setUp()
    void host.start(openNothing)
    const answer = await host.ask('startRun', 'a')
    expect(answer).toMatchObject({ ok: false, error: { code: 'trainer-not-ready' } })
    expect(answer.ok ? '' : inEnglish(answer.error.text)).toMatch(/loading TensorFlow/)
    expect(trainers[0]?.requests).toEqual([])
  })

  it('says ready only when the run is open, and lets nobody else in before', async () => {
    const { host, trainers, statuses } = setUp()
    const started = host.start((ask) => ask('resetRun', 'a'))
    trainers[0]?.say(READY)
    await settled()
    expect(statuses.map(({ kind }) => kind)).toEqual(['starting'])
    expect(await host.ask('startRun', 'a')).toMatchObject({ error: { code: 'trainer-not-ready' } })
    trainers[0]?.reply('resetRun', ok())
    expect(await started).toEqual(ok())
    expect(statuses.at(-1)).toEqual({ kind: 'ready', tensorflow: '2.21.0', tfjs: '4.22.0' })
  })

  it('answers everything that is pending when the trainer dies, and everything after', async () => {
    const { host, trainer, statuses } = await setUpReady({ resumableAt: 42 })
    const pending = [
      host.ask('startRun', 'a'),
      host.ask('exportWeights', 'a', '/tmp/a.safetensors', SAVED_AS),
    ]
    trainer.exit(9)
    for (const answer of await Promise.all(pending))
      expect(answer).toMatchObject({ ok: false, error: { code: 'trainer-gone' } })
    expect(statuses.at(-1)).toEqual({ kind: 'gone', reason: 'killed', exitCode: 9, resumableAt: 42 })
    expect(await host.ask('stepRun', 'a')).toMatchObject({
      error: {
        code: 'trainer-gone',
        text: saying(expect.stringMatching(/ended from outside.*start it again/)),
      },
    })
    expect(trainer.requests).toHaveLength(2)
  })

  it('tells a crash from a kill', async () => {
    const { trainer, statuses } = await setUpReady()
    trainer.print('TypeError: a bug in the trainer')
    trainer.exit(1)
    expect(statuses.at(-1)).toMatchObject({ kind: 'gone', reason: 'crashed', exitCode: 1 })
  })

  it('tells nobody the paths that a crash names, but the log', async () => {
    const { host, trainer } = await setUpReady()
    const pending = host.ask('stepRun', 'a')
    trainer.print(
      "Error: ENOENT: no such file or directory, mkdtemp '/the/secret folder/unroll-graph-XXXXXX'",
    )
    trainer.exit(1)
    for (const answer of [await pending, await host.ask('startRun', 'a')]) {
      expect(answer).toMatchObject({ error: { text: saying(expect.stringContaining("mkdtemp '…'")) } })
      expect(JSON.stringify(answer)).not.toContain('secret')
    }
  })

  it('is replaced without a word when it cannot be heard, and whoever waits is answered', async () => {
    const { host, trainer, trainers, statuses } = await setUpReady()
    const pending = host.ask('stepRun', 'a')
    const before = statuses.length
    const replaced = host.replace(openNothing)
    expect(trainer.kills()).toBe(1)
    trainer.exit(15)
    expect(await pending).toMatchObject({ ok: false, error: { code: 'trainer-gone' } })
    await settled()
    trainers[1]?.say(READY)
    expect(await replaced).toEqual({ ok: true })
    expect(statuses.slice(before).map(({ kind }) => kind)).toEqual(['starting', 'starting', 'ready'])
    // An end of the new one is told again.
    trainers[1]?.exit(9)
    expect(statuses.at(-1)?.kind).toBe('gone')
  })

  it('is not replaced while it writes a file', async () => {
    const { host, trainer } = await setUpReady()
    void host.ask('exportWeights', 'a', '/somewhere/w.safetensors', SAVED_AS)
    expect(host.replace(openNothing)).toBeNull()
    expect(trainer.kills()).toBe(0)
  })

  it('names what the trainer printed when it could not start', async () => {
    const { host, trainers, statuses } = setUp()
    const started = host.start(openNothing)
    trainers[0]?.print('Error: libtensorflow.so.2: cannot open shared object file: No such file or directory')
    trainers[0]?.print('    at Module.load (node:internal/modules/cjs/loader:1)')
    trainers[0]?.exit(1)
    expect(await started).toMatchObject({ error: { code: 'trainer-gone' } })
    expect(statuses.at(-1)).toMatchObject({
      kind: 'gone',
      reason: 'not-started',
      exitCode: 1,
      resumableAt: null,
    })
    expect(await host.ask('startRun', 'a')).toMatchObject({
      error: { text: saying(expect.stringContaining('libtensorflow.so.2: cannot open shared object file')) },
    })
  })

  it('takes a process that cannot be made for one that did not start', async () => {
    const { host, statuses } = setUp({
      fork: () => {
        throw new Error('no more processes')
      },
    })
    expect(await host.start(openNothing)).toMatchObject({
      error: { code: 'trainer-gone', text: saying(expect.stringContaining('no more processes')) },
    })
    expect(statuses.at(-1)).toMatchObject({ kind: 'gone', reason: 'not-started' })
  })

  it('starts one trainer however often it is asked to, and another after its death', async () => {
    const { host, trainer, trainers } = await setUpReady()
    void host.start(openNothing)
    expect(trainers).toHaveLength(1)
    trainer.exit(11)
    void host.start(openNothing)
    expect(trainers).toHaveLength(2)
    trainers[1]?.say(READY)
    await settled()
    expect(host.status().kind).toBe('ready')
  })

  it('is gone, not ready, when the trainer dies while its run is opened', async () => {
    const { host, trainers, statuses } = setUp()
    const started = host.start((ask) => ask('resetRun', 'a'))
    trainers[0]?.say(READY)
    await settled()
    trainers[0]?.exit(11)
    expect(await started).toMatchObject({ error: { code: 'trainer-gone' } })
    await settled()
    expect(statuses.map(({ kind }) => kind)).toEqual(['starting', 'gone'])
  })

  it.each([
    ['exportWeights', ['a', '/tmp/a.npz', { format: 'npz', names: 'keras', script: false }]],
    ['exportTable', ['/tmp/a.csv']],
  ] as const)(
    'lets %s be finished before it ends the trainer, and tells nobody of a death',
    async (name, args) => {
      const { host, trainer, statuses } = await setUpReady()
      void host.ask(name, ...(args as never))
      const ended = host.end()
      await settled()
      expect(trainer.kills()).toBe(0)
      trainer.reply(name, ok())
      await settled()
      expect(trainer.kills()).toBe(1)
      trainer.exit(0)
      await ended
      expect(statuses.at(-1)?.kind).toBe('ready')
    },
  )

  it('waits neither for a save nor for an end without a limit', async () => {
    const { host, trainer } = await setUpReady()
    vi.useFakeTimers()
    void host.ask('exportWeights', 'a', '/tmp/a.safetensors', SAVED_AS)
    const ended = host.end()
    await vi.advanceTimersByTimeAsync(SAVE_LIMIT)
    expect(trainer.kills()).toBe(1)
    await vi.advanceTimersByTimeAsync(EXIT_LIMIT)
    await ended
  })
})
