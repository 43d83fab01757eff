import { fail, ok, type Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryQuestion } from '../../../main/runs/memory-question'
import { madeUp, saying } from '../../helpers/saying'
import { fakeDescription } from '../../renderer/helpers/fake-api'

describe('a run that needs more memory than there is', () => {
  const config = withSettings(LESSON, { cell: 'lstm', hiddenUnits: 512, layers: 4, points: 200, batch: 64 })

  function setUp({ free = 1e9, agrees = true, hasRun = true } = {}) {
    const state = {
      id: 'a',
      phase: 'ready',
      updatesDone: 0,
      goal: 60,
      broke: null,
      endedBy: null,
      best: null,
      pausedBy: null,
      preparing: false,
      events: [],
      planned: [],
      config,
    } as const
    const ask = vi.fn(async () => agrees)
    const memory = () =>
      hasRun ? { description: fakeDescription('a', config), state } : { description: null, state: null }
    const train = vi.fn(async (): Promise<Result<void>> => fail('run-full', madeUp('as the trainer says')))
    return { ask, train, question: createMemoryQuestion({ memory, free: () => free, ask }) }
  }

  it('is trained when the person says so, who is asked once', async () => {
    const { ask, train, question } = setUp()
    expect(await question('a', train)).toMatchObject({ error: { text: saying('as the trainer says') } })
    await question('a', train)
    expect(ask).toHaveBeenCalledTimes(1)
    expect(ask).toHaveBeenCalledWith(saying(expect.stringMatching(/needs about 4\.\d GB/)))
    expect(train).toHaveBeenCalledTimes(2)
  })

  it('is not trained when the person would rather not, who is asked again the next time', async () => {
    const { ask, train, question } = setUp({ agrees: false })
    expect(await question('a', train)).toEqual(ok())
    await question('a', train)
    expect(ask).toHaveBeenCalledTimes(2)
    expect(train).not.toHaveBeenCalled()
  })

  it.each([{ free: 64e9 }, { hasRun: false }])(
    'asks nothing where there is nothing to ask: %o',
    async (given) => {
      const { ask, train, question } = setUp(given)
      await question('a', train)
      expect(ask).not.toHaveBeenCalled()
      expect(train).toHaveBeenCalledTimes(1)
    },
  )

  it('asks nothing about the present run where another one was meant', async () => {
    const { ask, train, question } = setUp()
    await question('left', train)
    expect(ask).not.toHaveBeenCalled()
    expect(train).toHaveBeenCalledTimes(1)
  })
})
