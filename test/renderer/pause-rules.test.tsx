// @vitest-environment happy-dom

import { inEnglish } from '@contract/language/say'
import { parsePauseRules } from '@contract/run/pausing/pause-rules'
import { afterEach, describe, expect, it } from 'vitest'
import { statusText } from '../../renderer/store/selectors/selectors'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page?.close())

const asked = () => page.fake.asked.filter(({ name }) => name === 'setPauseRules').map(({ args }) => args[0])

describe('pause when', () => {
  it('puts what is ticked in force at once, and nothing that cannot be', async () => {
    page = await openPage()
    await page.click('pause-when')
    await page.type('pause-loss-below-value', '0,005')
    await page.click('pause-loss-below')
    expect(asked().at(-1)).toEqual([{ kind: 'loss-below', loss: 0.005 }])
    expect(page.text('pause-when')).toBe('Pause when… (1)')
    await page.click('pause-rival-passed')
    await page.choose('pause-rival-passed-value', 'persistence')
    const both = [
      { kind: 'loss-below', loss: 0.005 },
      { kind: 'rival-passed', rival: 'persistence' },
    ]
    expect(asked().at(-1)).toEqual(both)
    const before = asked().length
    await page.type('pause-loss-below-value', 'small')
    expect(page.text('pause-problem')).toMatch(/must be a number from/)
    expect(asked()).toHaveLength(before)
    await page.click('pause-rules-done')
    await page.click('pause-when')
    expect((page.get('pause-loss-below-value') as HTMLInputElement).value).toBe('0.005')
    expect((page.get('pause-rival-passed') as HTMLInputElement).checked).toBe(true)
  })

  it('is said in the status, with the rule', async () => {
    page = await openPage()
    const { run } = page.world.store.getState()
    if (!run) throw new Error('the fake has a run')
    const said = async (rule: Parameters<typeof paused>[0]) => {
      await page.settle(() => page.fake.emit('runChanged', paused(rule)))
      return inEnglish(statusText(page.world.store.getState()))
    }
    const paused = (rule: NonNullable<typeof run.pausedBy>['rule']) => ({
      ...run,
      phase: 'paused' as const,
      updatesDone: 137,
      pausedBy: { rule, update: 137, value: null },
    })
    expect(await said({ kind: 'loss-below', loss: 0.01 })).toBe(
      'Paused at update 137: the loss went below 0.01',
    )
    expect(await said({ kind: 'gradient-above', norm: 5 })).toMatch(/the gradient norm went above 5$/)
    expect(await said({ kind: 'rival-passed', rival: 'mean' })).toMatch(/^Paused at update 137: passed “/)
    expect(await said({ kind: 'update', update: 137 })).toMatch(/^Paused at update 137/)
  })

  it.each([
    [null],
    [[{ kind: 'loss-below', loss: Number.NaN }]],
    [[{ kind: 'loss-below', loss: 0 }]],
    [[{ kind: 'gradient-above', norm: Number.POSITIVE_INFINITY }]],
    [[{ kind: 'rival-passed', rival: 'luck' }]],
    [[{ kind: 'update', update: 1.5 }]],
    [[{ kind: 'sunset' }]],
    [[null]],
    [
      [
        { kind: 'update', update: 1 },
        { kind: 'update', update: 2 },
      ],
    ],
  ])('takes no rules like %j', (rules) => {
    expect(parsePauseRules(rules).ok).toBe(false)
  })
})
