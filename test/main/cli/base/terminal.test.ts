import { EventEmitter } from 'node:events'
import { text } from '@contract/language/texts'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { processTerminal } from '../../../../main/cli/base/terminal'

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

describe('the terminal of a process', () => {
  function terminal() {
    const events = ['uncaughtException', 'unhandledRejection'] as const
    const before = events.map((event) => process.listeners(event as 'uncaughtException'))
    const streams = [process.stdout, process.stderr].map(
      (stream) => [stream, stream.listeners('error')] as const,
    )
    onTestFinished(() => {
      for (const [i, event] of events.entries())
        for (const listener of process.listeners(event as 'uncaughtException'))
          if (!before[i]?.includes(listener)) process.off(event, listener)
      for (const [stream, listeners] of streams)
        for (const listener of stream.listeners('error'))
          if (!listeners.includes(listener)) stream.off('error', listener as () => void)
    })
    const signals = new EventEmitter()
    return { signals, ...processTerminal('zh', signals) }
  }
  const listening = (signals: EventEmitter) =>
    Object.keys(SIGNALS).filter((signal) => signals.listenerCount(signal) > 0)

  it.each(Object.entries(SIGNALS))('asks a command to end on %s, with %i', (signal, code) => {
    const { signals, onStop } = terminal()
    const asked: number[] = []
    onStop((exitCode) => asked.push(exitCode))
    expect(listening(signals)).toEqual(Object.keys(SIGNALS))
    signals.emit(signal)
    expect(asked).toEqual([code])
    // From now on each of them does what it does to any process: it ends it.
    expect(listening(signals)).toEqual([])
  })

  it('asks nobody before a command listens, and after it has called off', () => {
    const { signals, onStop } = terminal()
    expect(listening(signals)).toEqual([])
    onStop(() => {})()
    expect(listening(signals)).toEqual([])
  })

  it('keeps a sentence on one line, whatever the name of a file in it', () => {
    const { warn } = terminal()
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => written.mockRestore())
    warn(text('cli.noFolder', { name: 'a\nb\u001b[2J – ü.npz', folder: '/a' }))
    expect(written.mock.calls.map(([text]) => text)).toEqual([
      '“a\\nb\\u001b[2J – ü.npz”必须写入已有的文件夹，但 /a 处没有文件夹；请新建一个，或选择别的文件夹。\n',
    ])
  })
})
