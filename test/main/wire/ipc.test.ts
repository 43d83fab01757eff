import { EventEmitter } from 'node:events'
import type { OpenedTable } from '@contract/data/opened-table'
import { text } from '@contract/language/texts'
import { fail, ok } from '@contract/result'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pageOrigin } from '../../../main/page/page-origin'
import { answerRequests, openPageWire, type Routes } from '../../../main/wire/ipc'

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>
const handlers = vi.hoisted(() => new Map<string, Handler>())

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
}))

const log = { info: () => {}, error: () => {} }
const FRAME = { parent: null, origin: 'app://unroll', url: 'app://unroll/index.html' }

function setUp() {
  const sent: unknown[][] = []
  let destroyed = false
  const contents = Object.assign(new EventEmitter(), {
    send: (...message: unknown[]) => sent.push(message),
    isDestroyed: () => destroyed,
  })
  const window = { webContents: contents, isDestroyed: () => destroyed } as unknown as BrowserWindow
  const destroy = () => {
    destroyed = true
  }
  return { window, contents, sent, destroy }
}

beforeEach(() => handlers.clear())

describe('a request', () => {
  function setUpRoute() {
    const made = setUp()
    const calls: unknown[][] = []
    const setPace = (...args: unknown[]) => {
      calls.push(args)
      return ok()
    }
    const wire = openPageWire(made.window)
    answerRequests({ setPace } as unknown as Routes, wire, made.window, pageOrigin(true, undefined), log)
    const handler = handlers.get('unroll:request:setPace')
    if (!handler) throw new Error('nothing handles setPace')
    return { ...made, wire, calls, handler }
  }

  it('is answered when our page asks', async () => {
    const { contents, calls, handler } = setUpRoute()
    expect(await handler({ sender: contents, senderFrame: FRAME }, 20)).toEqual({ answer: ok(), after: 0 })
    expect(calls).toEqual([[20]])
  })

  it.each<[string, () => unknown]>([
    [
      'a failure',
      () =>
        fail(
          'file-unreadable',
          text('status.weightsLoaded', {
            file: "ENOENT: no such file or directory, open '/the/secret/folder/w'",
          }),
        ),
    ],
    ['a bug', () => Promise.reject(new Error("EACCES: permission denied, open '/the/secret/folder/w'"))],
  ])('tells the page no path by %s', async (_, route) => {
    const { contents, window } = setUp()
    const wire = openPageWire(window)
    answerRequests({ startRun: route } as unknown as Routes, wire, window, pageOrigin(true, undefined), log)
    const answered = handlers.get('unroll:request:startRun')?.({ sender: contents, senderFrame: FRAME })
    const words = await Promise.resolve(answered).then(JSON.stringify, String)
    expect(words).not.toContain('secret')
    expect(words.length).toBeGreaterThan(20)
  })

  it('reaches no route with a bad argument', async () => {
    const { contents, calls, handler } = setUpRoute()
    const answer = await handler({ sender: contents, senderFrame: FRAME }, 21)
    expect(answer).toMatchObject({ answer: { ok: false, error: { code: 'invalid-setting' } } })
    expect(calls).toEqual([])
  })

  it.each([
    ['a frame inside the page', { ...FRAME, parent: FRAME }],
    ['another origin', { ...FRAME, origin: 'https://example.com' }],
    ['an origin that begins like ours', { ...FRAME, origin: 'app://unroll.example.com' }],
    ['a frame that is gone', null],
  ])('is refused from %s', async (_who, senderFrame) => {
    const { contents, calls, handler } = setUpRoute()
    await expect(handler({ sender: contents, senderFrame }, 20)).rejects.toThrow('Only the page')
    expect(calls).toEqual([])
  })

  it('is answered with the number of events that this page was sent before', async () => {
    const { contents, wire, handler } = setUpRoute()
    const sentBefore = async () =>
      ((await handler({ sender: contents, senderFrame: FRAME }, 20)) as { after: number }).after
    wire.send('trainerChanged', { kind: 'starting' })
    expect(await sentBefore()).toBe(0)
    wire.attach()
    wire.send('trainerChanged', { kind: 'starting' })
    wire.send('trainerChanged', { kind: 'starting' })
    expect(await sentBefore()).toBe(2)
    contents.emit('render-process-gone')
    wire.attach()
    expect(await sentBefore()).toBe(0)
  })

  it('is refused from another window', async () => {
    const { handler } = setUpRoute()
    await expect(handler({ sender: {}, senderFrame: FRAME }, 20)).rejects.toThrow('Only the page')
  })
})

describe('an event', () => {
  it('is sent to a page that has attached, until that page goes', () => {
    const { window, contents, sent } = setUp()
    const wire = openPageWire(window)
    wire.send('trainerChanged', { kind: 'starting' })
    expect(sent).toEqual([])
    wire.attach()
    wire.send('trainerChanged', { kind: 'starting' })
    expect(sent).toEqual([['unroll:event:trainerChanged', { kind: 'starting' }]])
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    wire.send('trainerChanged', { kind: 'starting' })
    expect(sent).toHaveLength(2)
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    wire.send('trainerChanged', { kind: 'starting' })
    expect(sent).toHaveLength(2)
    wire.attach()
    const page = wire.page()
    contents.emit('render-process-gone')
    wire.send('trainerChanged', { kind: 'starting' })
    expect(sent).toHaveLength(2)
    expect(wire.page()).not.toBe(page)
  })

  it('that offers a table waits for a page, the newest alone', () => {
    const { window, contents, sent } = setUp()
    const wire = openPageWire(window)
    const table = (name: string) => ({ name }) as OpenedTable
    wire.offer(table('a.csv'))
    wire.offer(table('b.csv'))
    wire.attach()
    wire.offer(table('c.csv'))
    contents.emit('render-process-gone')
    wire.attach()
    expect(sent).toEqual([
      ['unroll:event:tableOffered', { name: 'b.csv' }],
      ['unroll:event:tableOffered', { name: 'c.csv' }],
    ])
  })

  it('is dropped when the window is gone', () => {
    const { window, sent, destroy } = setUp()
    const wire = openPageWire(window)
    wire.attach()
    destroy()
    wire.send('trainerChanged', { kind: 'starting' })
    expect(sent).toEqual([])
  })
})
