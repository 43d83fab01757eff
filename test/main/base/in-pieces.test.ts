import { afterEach, describe, expect, it, vi } from 'vitest'
import { inPieces } from '../../../main/base/in-pieces'

afterEach(() => vi.restoreAllMocks())

describe('work in pieces', () => {
  it('is done in its order, and lets others have their turn after some milliseconds of it', async () => {
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const done: string[] = []
    const other = () => {
      done.push('other')
      if (done.length < 9) setImmediate(other)
    }
    setImmediate(other)
    await inPieces(['a', 'b', 'c', 'd', 'e'], (one) => {
      done.push(one)
      now += 3
    })
    expect(done.slice(0, 7)).toEqual(['a', 'b', 'other', 'c', 'd', 'other', 'e'])
  })

  it('that takes no time is one piece', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0)
    const done: string[] = []
    setImmediate(() => done.push('other'))
    await inPieces('abc', (one) => done.push(one))
    expect(done).toEqual(['a', 'b', 'c'])
  })

  it('fails with what fails first, and goes no further', async () => {
    const done: number[] = []
    const failing = inPieces([1, 2, 3], (one) => {
      done.push(one)
      if (one === 2) throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(done).toEqual([1, 2])
  })
})
