import { ok, type Result } from '@contract/result'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSurePause, PAUSE_LIMIT } from '../../../main/runs/sure-pause'
import { settled } from '../../helpers/fake-trainer'

describe('a pause', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  function setUp(replaced: Promise<Result<void>> | null) {
    let answer: (result: Result<void>) => void = () => {}
    const ask = vi.fn(() => new Promise<never>((resolve) => (answer = resolve as never)))
    const replacePaused = vi.fn(() => replaced)
    const heard: Result<void>[] = []
    void createSurePause({ ask }, { replacePaused })('a').then((result) => heard.push(result))
    return { heard, replacePaused, answer: () => answer(ok()), ask }
  }

  it('is the trainer’s as long as it hears it in time', async () => {
    const { heard, replacePaused, answer, ask } = setUp(Promise.resolve(ok()))
    expect(ask).toHaveBeenCalledWith('pauseRun', 'a')
    vi.advanceTimersByTime(PAUSE_LIMIT - 1)
    await settled()
    expect(heard).toEqual([])
    answer()
    await settled()
    vi.advanceTimersByTime(PAUSE_LIMIT)
    await settled()
    expect(heard).toEqual([ok()])
    expect(replacePaused).not.toHaveBeenCalled()
  })

  it('is brought about by another trainer when nobody hears it', async () => {
    const { heard, replacePaused } = setUp(Promise.resolve(ok()))
    vi.advanceTimersByTime(PAUSE_LIMIT)
    await settled()
    expect(replacePaused).toHaveBeenCalledTimes(1)
    expect(heard).toEqual([ok()])
  })

  it('waits on for a trainer that writes a file', async () => {
    const { heard, answer } = setUp(null)
    vi.advanceTimersByTime(PAUSE_LIMIT)
    await settled()
    expect(heard).toEqual([])
    answer()
    await settled()
    expect(heard).toEqual([ok()])
  })
})
