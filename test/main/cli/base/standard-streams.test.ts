import { Writable } from 'node:stream'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it, vi } from 'vitest'
import { standardStreams } from '../../../../main/cli/base/standard-streams'

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, errno: -1 })
}

/** A stream that fails with this code, as files do (in the call) or as pipes do (later). */
function failing(code: string | null, atOnce = false) {
  const written: string[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      if (code === null) {
        written.push(String(chunk))
        done()
      } else if (atOnce) throw systemError(code)
      else setImmediate(() => done(systemError(code)))
    },
  })
  return { stream: stream as unknown as NodeJS.WriteStream & { fd: 1 & 2 }, written }
}

describe('standard output that fails', () => {
  it.each(
    [
      ['ENOSPC', 'the disk is full'],
      ['EIO', 'the disk reported a fault'],
      ['EBADF', 'the system reports EBADF'],
    ].flatMap(([code, why]) => [true, false].map((atOnce) => ({ code, why, atOnce }))),
  )('is told of once, whatever is said after it: $code at once: $atOnce', async ({ code, why, atOnce }) => {
    const closed = vi.fn()
    const error = failing(null)
    const streams = standardStreams(
      { stdout: failing(code as string, atOnce).stream, stderr: error.stream },
      inEnglish,
      closed,
    )
    for (const line of ['a', 'b', 'c']) await streams.out(line)
    await new Promise(setImmediate)
    expect(error.written).toEqual([
      `Standard output cannot be written any more: ${why}; what would have stood there from here on is lost.\n`,
    ])
    expect([streams.lost(), closed.mock.calls.length]).toEqual([true, 0])
  })

  it('by a closed pipe is an end like any other', async () => {
    const closed = vi.fn()
    const error = failing(null)
    const streams = standardStreams(
      { stdout: failing('EPIPE').stream, stderr: error.stream },
      inEnglish,
      closed,
    )
    await streams.out('a')
    await new Promise(setImmediate)
    expect([streams.lost(), error.written]).toEqual([false, []])
    expect(closed).toHaveBeenCalled()
  })

  it.each([true, false])(
    'together with standard error is told by nothing but `lost` (at once: %s)',
    async (atOnce) => {
      const streams = standardStreams(
        { stdout: failing('ENOSPC', atOnce).stream, stderr: failing('ENOSPC', atOnce).stream },
        inEnglish,
        () => {},
      )
      await streams.out('a')
      streams.err('b')
      await new Promise(setImmediate)
      expect(streams.lost()).toBe(true)
    },
  )
})
