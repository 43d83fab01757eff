import { fail, type Result } from '@contract/result'
import { settingsOf } from '@contract/settings/settings'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { describe, expect, it, vi } from 'vitest'
import { madeUp } from '../../helpers/saying'
import { createFakeApi, type FakeApi } from '../helpers/fake-api'
import { connect } from '../helpers/page'

type Opening = 'createRun' | 'resetRun'

/** Lets a request wait, from the moment in which it is made until it is let go. */
function hold({ api }: FakeApi, name: Opening) {
  const request = api.request as UnrollApi['request'] & Record<Opening, unknown>
  const whole = request[name] as (...given: unknown[]) => Promise<Result<unknown>>
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  Object.assign(request, { [name]: (...given: unknown[]) => gate.then(() => whole(...given)) })
  return { letGo: () => letGo() }
}

/** The wire as a page has it: nothing of it can be changed. */
function frozen(fake: FakeApi): FakeApi {
  return { ...fake, api: { ...fake.api, request: Object.freeze({ ...fake.api.request }) } }
}

function starts({ asked }: FakeApi, request: 'startRun' | 'stepRun' = 'startRun') {
  return asked.filter(({ name }) => name === request).map(({ args }) => args[0])
}

describe('a run that was asked for and is not shown yet', () => {
  it.each([
    ['createRun', 'newSeed'],
    ['resetRun', 'reset'],
  ] as const)('is the one that is started by a press meanwhile: %s', async (request, command) => {
    const fake = createFakeApi()
    const held = hold(fake, request)
    const { store, commands } = await connect(frozen(fake))
    const before = store.getState().description?.id
    const opening = commands[command]()
    const starting = commands.startOrPause()
    const stepping = commands.oneUpdate()
    await vi.waitFor(() => expect(store.getState().description?.id).toBe(before))
    expect(starts(fake)).toEqual([])
    held.letGo()
    await Promise.all([opening, starting, stepping])
    const { id } = store.getState().description ?? {}
    expect(id).not.toBe(before)
    expect([...starts(fake), ...starts(fake, 'stepRun')]).toEqual([id, id])
  })

  it('is the one that settings are for which are set meanwhile', async () => {
    const fake = createFakeApi()
    const held = hold(fake, 'createRun')
    const { store, commands } = await connect(frozen(fake))
    // On a run that has begun another seed would wait for Reset.
    await commands.oneUpdate()
    expect(store.getState().run?.phase).toBe('paused')
    const opening = commands.newSeed()
    commands.editSetting('seed', '2')
    const sending = commands.sendPending()
    held.letGo()
    await Promise.all([opening, sending])
    const { run, draft } = store.getState()
    expect(run && settingsOf(run.config).seed).toBe(2)
    expect(draft.texts).toEqual({})
  })

  it('leaves the present one at rest where it cannot be had, and what is pressed later counts', async () => {
    const fake = createFakeApi()
    const { store, commands } = await connect(fake)
    fake.answer('createRun', fail('invalid-setting', madeUp('There is no room for it.')))
    await Promise.all([commands.newSeed(), commands.startOrPause()])
    expect(store.getState().notice?.kind).toBe('error')
    expect(starts(fake)).toEqual([])
    await commands.startOrPause()
    expect(starts(fake)).toEqual([store.getState().description?.id])
  })
})
