import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defer } from '../../../main/base/deferred'
import { createLoads, MOMENT } from '../../../main/files/loads'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const told: (string | null)[] = []
  return { told, loads: createLoads((name) => told.push(name)) }
}

describe('loads', () => {
  it('are told by the name of their file when they take longer than a moment, until they end', async () => {
    const { told, loads } = setUp()
    const load = defer<string>()
    const followed = loads.follow('/home/somebody/mine.npz', load.promise)
    vi.advanceTimersByTime(MOMENT - 1)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect([told, loads.now()]).toEqual([['mine.npz'], 'mine.npz'])
    load.resolve('answer')
    expect(await followed).toBe('answer')
    expect([told, loads.now()]).toEqual([['mine.npz', null], null])
  })

  it('that are over in a moment are not told at all', async () => {
    const { told, loads } = setUp()
    await loads.follow('/a.npz', Promise.resolve())
    await expect(loads.follow('/b.npz', Promise.reject(new Error('no')))).rejects.toThrow('no')
    vi.advanceTimersByTime(MOMENT)
    expect(told).toEqual([])
  })

  it('take the place of those before, whose end is no end of theirs', async () => {
    const { told, loads } = setUp()
    const [first, second] = [defer<void>(), defer<void>()]
    const one = loads.follow('/a.npz', first.promise)
    vi.advanceTimersByTime(MOMENT)
    const other = loads.follow('/b.npz', second.promise)
    vi.advanceTimersByTime(MOMENT)
    first.resolve()
    await one
    expect(told).toEqual(['a.npz', null, 'b.npz'])
    second.resolve()
    await other
    expect(told).toEqual(['a.npz', null, 'b.npz', null])
  })
})
