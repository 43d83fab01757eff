// @vitest-environment happy-dom
import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { LIVE_SETTINGS, pickSettings, SETTINGS, settingsOf, withSettings } from '@contract/settings/settings'
import { afterEach, describe, expect, it } from 'vitest'
import { CARRYINGS, carryingOf, settingsFor } from '../../renderer/store/selectors/carrying'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page?.close())

const state = () => page.world.store.getState()
const wipe = () => page.get('wipe-state')
const radio = (carrying: string) => page.get(`carrying-${carrying}`) as HTMLInputElement
const chosen = () => CARRYINGS.filter((carrying) => radio(carrying).checked)

async function openTrained(updates: number) {
  page = await openPage()
  if (updates > 0) {
    await page.click('start-pause')
    await page.settle(() => page.fake.train(updates))
    await page.click('start-pause')
  }
  await page.settle()
}

async function choose(carrying: string) {
  await page.click(`carrying-${carrying}`)
  await page.settle()
}

describe('the carried state', () => {
  it('is one choice of three, as two settings', () => {
    expect(CARRYINGS.map(settingsFor)).toEqual([
      { carryState: true, freezeState: false },
      { carryState: false, freezeState: false },
      { carryState: true, freezeState: true },
    ])
    for (const carrying of CARRYINGS) expect(carryingOf(settingsFor(carrying))).toBe(carrying)
    // In a file it may be said so; nothing is frozen then.
    expect(carryingOf({ carryState: false, freezeState: true })).toBe('reset')
  })

  it('is kept or reset before the first update, when there is none to freeze or wipe', async () => {
    await openTrained(0)
    expect([chosen(), radio('freeze').disabled, page.find('wipe-state')]).toEqual([['keep'], true, null])
    expect(radio('freeze').closest('label')?.title).toBe(
      'Before the first update there is no state to freeze',
    )
    await choose('reset')
    expect([chosen(), radio('freeze').disabled]).toEqual([['reset'], true])
  })

  it('has a group with its name, three choices of one name for the arrow keys, and what the chosen one does', async () => {
    await openTrained(20)
    const group = page.get('carrying')
    expect(group.getAttribute('role')).toBe('radiogroup')
    expect(document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Carried state',
    )
    expect(CARRYINGS.map((carrying) => radio(carrying).closest('label')?.textContent)).toEqual([
      'Keep',
      'Reset',
      'Freeze',
    ])
    expect(new Set(CARRYINGS.map((carrying) => radio(carrying).name)).size).toBe(1)
    for (const carrying of CARRYINGS) {
      await choose(carrying)
      expect(chosen()).toEqual([carrying])
      const settings = { ...settingsOf(LESSON), ...settingsFor(carrying) }
      const explained = SETTINGS[carrying === 'freeze' ? 'freezeState' : 'carryState'].explanation(settings)
      const note = document.getElementById(group.getAttribute('aria-describedby') ?? '')
      expect(note?.textContent).toBe(explained && inEnglish(explained))
    }
  })

  it('is changed as one change of the run, both settings together', async () => {
    await openTrained(20)
    const sent = () =>
      page.fake.asked.filter(({ name }) => name === 'changeSettings').map(({ args }) => args[1])
    const live = (carrying: (typeof CARRYINGS)[number]) =>
      pickSettings(settingsOf(withSettings(LESSON, settingsFor(carrying))), LIVE_SETTINGS)
    await choose('freeze')
    expect(state().run?.config.training).toMatchObject({ carryState: true, freezeState: true })
    expect(page.get('rail-change').title).toBe('from update 21: freeze the state off → on')
    await choose('reset')
    expect(page.get('rail-change').title).toBe('from update 21: carry the state on → off')
    await choose('keep')
    expect([sent(), page.find('rail-change')]).toEqual([[live('freeze'), live('reset'), live('keep')], null])
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

  it('that is reset for every window cannot be wiped', async () => {
    await openTrained(20)
    await choose('reset')
    expect(page.find('wipe-state')).toBeNull()
  })

  it('is no choice where windows come from anywhere', async () => {
    page = await openPage()
    const random = withSettings(suggestedRun('mackey-glass'), { order: 'random', carryState: false })
    await page.settle(async () => void (await page.fake.api.request.createRun(random)))
    await page.settle()
    expect(page.find('carrying')).toBeNull()
  })
})
