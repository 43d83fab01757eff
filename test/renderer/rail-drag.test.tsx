// @vitest-environment happy-dom
import { fail } from '@contract/result'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { madeUp } from '../helpers/saying'
import { fakeMoment, fakeNearestState } from './helpers/fake-moment'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const state = () => page.world.store.getState()
const asked = (request = 'nearestState') =>
  page.fake.asked
    .filter(({ name }) => name === request)
    .map(({ args }) => (args[0] as { update: number }).update)
const words = () => (page.find('rail-carried-words') ? page.text('rail-carried-words') : null)

async function train(updates: number) {
  await page.settle(() => page.fake.train(updates))
  await page.settle()
}

async function trained(updates: number) {
  page = await openPage()
  await train(updates)
}

async function goTo(update: number | null) {
  await page.settle(() => state().goTo(update))
  await page.settle()
}

async function rest() {
  await page.settle(() => void vi.advanceTimersByTime(120))
  await page.settle()
}

async function set(field: string, value: string) {
  await page.type(field, value)
  await page.settle(() => void vi.advanceTimersByTime(300))
}

/** Answers to questions about states, given when the test says so; returns how many questions wait. */
function heldBack() {
  const { request } = page.fake.api
  const tell = request.nearestState
  const waiting: (() => void)[] = []
  vi.spyOn(request, 'nearestState').mockImplementation(async (moment) => {
    const answer = tell(moment)
    await new Promise<void>((go) => waiting.push(go))
    return answer
  })
  return {
    count: () => waiting.length,
    answer: async () => {
      await page.settle(() => waiting.shift()?.())
      await page.settle()
    },
  }
}

/** The numbers of the strip: how strong each cell is, with its sign. */
function strip(): number[] {
  return [...page.get('rail-carried').querySelectorAll('rect')].map(
    (cell) => Number(cell.getAttribute('fill-opacity')) * (cell.classList.contains('negative') ? -1 : 1),
  )
}

const stateAfter = (update: number) => [
  ...fakeNearestState({ runId: '', update }, state().run?.config as never, update).carried,
]

describe('while the rail is dragged', () => {
  it('the carried state is at once that of the nearest keyframe, and says so', async () => {
    await trained(60)
    // Keyframes of the fake are 0, 16, 32 and 48.
    await goTo(36)
    expect(words()).toBe('state after update 32, the nearest kept')
    expect(strip()).toEqual(stateAfter(32))
    expect(page.get('rail-carried').getAttribute('aria-label')).toMatch(
      /^Carried state of the last layer \(state after update 32, the nearest kept\): 32 numbers from/,
    )
    await goTo(45)
    expect([words(), strip()]).toEqual(['state after update 48, the nearest kept', stateAfter(48)])
    // It is the state of that very update.
    await goTo(48)
    expect(words()).toBe('state after update 48')
    await goTo(3)
    expect(words()).toBe('state before the first update, the nearest kept')
    expect(asked('momentAt')).toEqual([])
  })

  it('the exact state takes its place where the hand rests, and goes as soon as it moves', async () => {
    await trained(60)
    await goTo(36)
    await rest()
    const exact = [...fakeMoment({ runId: '', update: 36 }, state().run?.config as never).carried]
    expect([words(), strip()]).toEqual(['carried state', exact])
    await goTo(37)
    expect([words(), strip()]).toEqual(['state after update 32, the nearest kept', stateAfter(32)])
  })

  it('nothing is asked again as long as no other keyframe is nearer', async () => {
    await trained(60)
    for (const update of [36, 37, 40, 25, 39]) await goTo(update)
    expect(asked()).toEqual([36])
    await goTo(24)
    expect(asked()).toEqual([36, 24])
    // Beyond the newest keyframe that was known then there may be another by now.
    await goTo(59)
    expect(words()).toBe('state after update 48, the nearest kept')
    await train(20)
    await goTo(75)
    expect(words()).toBe('state after update 80, the nearest kept')
    expect(asked()).toEqual([36, 24, 59, 75])
  })

  it('one question is under way at a time, and the next is about where the hand is then', async () => {
    await trained(60)
    const held = heldBack()
    for (const update of [10, 20, 30, 40, 50]) await goTo(update)
    expect([asked(), held.count(), words()]).toEqual([[10], 1, null])
    await held.answer()
    // It is of another place by now: true, but not the nearest.
    expect([asked(), held.count(), words()]).toEqual([[10, 50], 1, 'state after update 16'])
    await goTo(51)
    await held.answer()
    expect([asked(), held.count(), words()]).toEqual([[10, 50], 0, 'state after update 48, the nearest kept'])
  })

  it('what comes after the hand has left, or of another run, is not shown', async () => {
    await trained(60)
    const held = heldBack()
    await goTo(36)
    await goTo(null)
    await held.answer()
    expect(state().nearestState).toBeNull()
    await goTo(36)
    await page.click('reset')
    await train(20)
    await goTo(4)
    await held.answer()
    expect([words(), asked()]).toEqual([null, [36, 36, 4]])
    await held.answer()
    expect(words()).toBe('state before the first update, the nearest kept')
  })

  it('one that cannot be told is asked for once, and is told why where the hand rests', async () => {
    await trained(60)
    page.fake.answer('nearestState', fail('no-run', madeUp('It is gone.')))
    await goTo(36)
    expect([asked(), words(), page.find('notice')]).toEqual([[36], null, null])
    await goTo(37)
    expect([asked(), words()]).toEqual([[36, 37], 'state after update 32, the nearest kept'])
  })

  it('the settings are those of then, by the log of the run, also while it trains on', async () => {
    await trained(30)
    await set('learning-rate', '0.01')
    await page.click('start-pause')
    await train(20)
    for (const [update, expected] of [
      [30, 'the settings of then: learning rate 0.02 (now 0.01)'],
      [31, 'the same settings as now'],
      [1, 'the settings of then: learning rate 0.02 (now 0.01)'],
    ] as const) {
      await goTo(update)
      expect(page.text('rail-settings')).toBe(expected)
    }
    expect([asked('momentAt'), page.fake.phase()]).toEqual([[], 'training'])
  })

  it('no state is shown or asked for where none was carried', async () => {
    await trained(30)
    await page.click('carrying-reset')
    await train(30)
    await goTo(45)
    expect([words(), asked()]).toEqual([null, []])
    expect(page.text('rail-settings')).toBe('the same settings as now')
    await goTo(20)
    expect(page.text('rail-settings')).toBe('the settings of then: carry the state on (now off)')
    expect([words(), asked()]).toEqual(['state after update 16, the nearest kept', [20]])
  })
})
