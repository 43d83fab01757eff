import { EventEmitter } from 'node:events'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { beforeAll, describe, expect, it, vi } from 'vitest'

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  /** Events that main has sent before it answers. */
  after: 0,
  listening: { on: () => {}, off: () => {}, emit: () => {} } as unknown as EventEmitter,
  heard: 0,
  /** An event as main sends it. */
  emit(channel: string, ...given: unknown[]) {
    this.heard += 1
    this.listening.emit(channel, ...given)
  },
}))

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => electron.exposed.set(name, api),
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      electron.invoked.push(args)
      return { answer: 'answer', after: electron.after }
    },
    on: (channel: string, listener: () => void) => electron.listening.on(channel, listener),
    off: (channel: string, listener: () => void) => electron.listening.off(channel, listener),
  },
  webUtils: { getPathForFile: (file: File) => `/dropped/${file.name}` },
}))

let api: UnrollApi

beforeAll(async () => {
  electron.listening = new EventEmitter()
  process.argv.push('--unroll-language=zh')
  await import('../../preload/index')
  process.argv.pop()
  api = electron.exposed.get('unroll') as UnrollApi
})

describe('what the preload puts on window', () => {
  it('is one object of named functions', () => {
    expect([...electron.exposed.keys()]).toEqual(['unroll'])
    expect(Object.keys(api)).toEqual(['request', 'on', 'platform', 'language'])
    for (const group of [api.request, api.on])
      for (const one of Object.values(group)) expect(one).toBeTypeOf('function')
    expect(api.platform).toBe(process.platform)
    expect(api.language).toBe('zh')
  })

  it('asks main by the channel of the name', async () => {
    await expect(api.request.setPace(20)).resolves.toBe('answer')
    expect(electron.invoked.at(-1)).toEqual(['unroll:request:setPace', 20])
  })

  it("hands a dropped file's path to main and never to the page", async () => {
    await expect(api.request.loadDroppedWeights(new File([], 'a.safetensors'))).resolves.toBe('answer')
    expect(electron.invoked.at(-1)).toEqual(['unroll:request:loadDroppedWeights', '/dropped/a.safetensors'])
    await api.request.openDroppedTable(new File([], 'a.csv'))
    expect(electron.invoked.at(-1)).toEqual(['unroll:request:openDroppedTable', '/dropped/a.csv'])
    await api.request.contentOfDropped(new File([], 'a'))
    expect(electron.invoked.at(-1)).toEqual(['unroll:request:contentOfDropped', '/dropped/a'])
  })

  it('hands on payloads without the event, until the subscription is ended', () => {
    const heard: unknown[][] = []
    const end = api.on.trainerChanged((...args) => heard.push(args))
    electron.emit('unroll:event:trainerChanged', { sender: 'main' }, { kind: 'starting' })
    expect(heard).toEqual([[{ kind: 'starting' }]])
    expect(end()).toBeUndefined()
    electron.emit('unroll:event:trainerChanged', {}, { kind: 'starting' })
    expect(heard).toHaveLength(1)
  })
  it('lets no answer overtake an event that was sent before it, whatever the event', async () => {
    const heard: string[] = []
    const end = api.on.runChanged(() => heard.push('event'))
    const before = electron.heard
    electron.after = before + 2
    const answer = api.request.setPace(20).then(() => heard.push('answer'))
    await vi.waitFor(() => expect(electron.invoked.at(-1)).toEqual(['unroll:request:setPace', 20]))
    electron.emit('unroll:event:trainerChanged', {}, { kind: 'starting' })
    await Promise.resolve()
    expect(heard).toEqual([])
    electron.emit('unroll:event:runChanged', {}, {})
    await answer
    expect(heard).toEqual(['event', 'answer'])
    end()
  })
})
