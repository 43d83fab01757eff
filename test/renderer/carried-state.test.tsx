// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

const state = () => page.world.store.getState()
const wipe = () => page.get('wipe-state')

async function openTrained(updates: number) {
  page = await openPage()
  if (updates > 0) {
    await page.click('start-pause')
    await page.settle(() => page.fake.train(updates))
    await page.click('start-pause')
  }
  await page.settle()
}

describe('the carried state', () => {
  it('is carried or not before the first update, and no more than that', async () => {
    await openTrained(0)
    expect(page.find('carry-state')).not.toBeNull()
    expect([page.find('freeze-state'), page.find('wipe-state')]).toEqual([null, null])
  })

  it('is frozen and let go at once, as a change of the run', async () => {
    await openTrained(20)
    await page.click('freeze-state')
    await page.settle()
    expect(state().run?.config.training).toMatchObject({ carryState: true, freezeState: true })
    expect(page.get('rail-change').title).toBe('from update 21: freeze the state off → on')
    await page.click('freeze-state')
    await page.settle()
    expect(state().run?.config.training.freezeState).toBe(false)
  })

  it('is wiped once before the next update, a flag that can be taken back until then', async () => {
    await openTrained(20)
    await page.click('wipe-state')
    await page.settle()
    expect(page.fake.asked.at(-1)).toMatchObject({ name: 'wipeState', args: ['run-1', true] })
    expect(wipe().getAttribute('aria-pressed')).toBe('true')
    expect(page.get('rail-change').title).toBe('from update 21: carried state wiped once')
    await page.click('wipe-state')
    await page.settle()
    expect([wipe().getAttribute('aria-pressed'), page.find('rail-change')]).toEqual(['false', null])
  })

  it('is wiped at the update that was next, and that is over then', async () => {
    await openTrained(20)
    await page.click('wipe-state')
    await page.click('start-pause')
    await page.settle(() => page.fake.train(3))
    await page.click('start-pause')
    await page.settle()
    expect(wipe().getAttribute('aria-pressed')).toBe('false')
    expect(state().run?.events).toEqual([{ update: 21, before: {}, after: {}, wiped: true }])
  })

  it('that is reset for every window can neither be frozen nor wiped', async () => {
    await openTrained(20)
    await page.click('carry-state')
    await page.settle()
    expect([page.find('freeze-state'), page.find('wipe-state')]).toEqual([null, null])
  })
})
