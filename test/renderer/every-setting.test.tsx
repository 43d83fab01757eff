// @vitest-environment happy-dom
import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import {
  isNumber,
  isSwitch,
  LIVE_SETTINGS,
  pickSettings,
  SETTING_NAMES,
  SETTINGS,
  settingOf,
  settingsOf,
  withSettings,
} from '@contract/settings/settings'
import { afterEach, describe, expect, it } from 'vitest'
import { fieldId } from '../../renderer/panels/settings/field-places'
import { otherValue } from '../helpers/other-value'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

/** The page with all groups open and three updates made, so that something would be lost by another network. */
async function openTrained(config: RunConfig) {
  page = await openPage()
  await page.settle(async () => void (await page.fake.api.request.createRun(config)))
  await page.click('group-data')
  await page.click('group-optimiser')
  if (page.find('cell') === null) await page.click('group-network')
  await page.click('start-pause')
  await page.settle(() => page.fake.train(3))
}

const inForce = () => page.world.store.getState().run?.config

/** Made by chance, in order of time and without a carried state: every setting of a series does something. */
const SERIES = withSettings(suggestedRun('mackey-glass'), {
  carryState: false,
  order: 'consecutive',
  stride: 7,
  batch: 2,
  horizon: 6,
  optimizer: 'sgd',
  // The one that both families have.
  cell: 'rnn-tanh',
})

/** Two settings that are one choice in the page: see carried-state.test.tsx. */
const WITH_FIELD = SETTING_NAMES.filter((name) => name !== 'carryState' && name !== 'freezeState')

const appliesTo = (config: RunConfig) => (name: (typeof SETTING_NAMES)[number]) =>
  SETTINGS[name].applies?.(settingsOf(config)) !== false

describe.each([
  ['of the lesson', LESSON],
  ['of a series', SERIES],
])('every setting %s', (_, config) => {
  it.each(WITH_FIELD)('%s has a field with its label, its value and its explanation', async (name) => {
    await openTrained(config)
    const { label, explanation } = SETTINGS[name]
    if (!appliesTo(config)(name)) return expect(page.find(fieldId(name))).toBeNull()
    const field = page.get(fieldId(name)) as HTMLInputElement
    const usual = settingOf(config, name)
    expect(typeof usual === 'boolean' ? field.checked : field.value).toBe(
      typeof usual === 'boolean' ? usual : `${usual}`,
    )
    const words = field.closest('.field')?.querySelector('label')?.textContent
    expect(words?.startsWith(inEnglish(label))).toBe(true)
    const explained = explanation(settingsOf(config))
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      explained === null ? '' : inEnglish(explained),
    )
  })

  it.each(WITH_FIELD.filter(appliesTo(config)))(
    '%s is sent at once if it is live, and waits for Reset if it is not',
    async (name) => {
      await openTrained(config)
      const value = otherValue(name, config)
      const before = page.fake.asked.length
      if (isNumber(name)) await page.type(fieldId(name), `${value}`)
      else if (isSwitch(name)) await page.click(fieldId(name))
      else await page.choose(fieldId(name), `${value}`)
      const { id } = page.world.store.getState().run ?? {}
      const changed = withSettings(config, { [name]: value })
      if (SETTINGS[name].effect === 'live') {
        const live = pickSettings(settingsOf(changed), LIVE_SETTINGS)
        expect(page.fake.asked.at(-1)).toEqual({ name: 'changeSettings', args: [id, live] })
        expect([inForce(), page.find(`${fieldId(name)}-waits`)]).toEqual([changed, null])
        return
      }
      expect(
        page.fake.asked.slice(before).filter(({ name: asked }) => asked !== 'acknowledgeUpdates'),
      ).toEqual([])
      const waits = page.find(`${fieldId(name)}-waits`)?.textContent
      expect([inForce(), waits]).toEqual([config, 'Takes effect at Reset'])
      await page.click('reset')
      expect(inForce()).toEqual(changed)
      expect(page.find(`${fieldId(name)}-waits`)).toBeNull()
    },
  )
})

it('a series has every setting but those of the lesson alone, and one of a carried state where there is none', () => {
  expect(SETTING_NAMES.filter((name) => !appliesTo(SERIES)(name))).toEqual([
    'points',
    'span',
    'freezeState',
    'endpoint',
  ])
})
