import { inEnglish } from '@contract/language/say'
// @vitest-environment happy-dom
import { LESSON } from '@contract/settings/lesson'
import {
  isNumber,
  isSwitch,
  SETTING_NAMES,
  SETTINGS,
  settingOf,
  settingsOf,
  withSettings,
} from '@contract/settings/settings'
import { afterEach, describe, expect, it } from 'vitest'
import { fieldId } from '../../renderer/panels/settings/field-places'
import { otherValue } from '../helpers/other-value'
import { LIVE, openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

/** The page with all groups open and three updates made, so that something would be lost by another network. */
async function openTrained() {
  page = await openPage()
  await page.click('group-data')
  await page.click('group-optimiser')
  if (page.find('cell') === null) await page.click('group-network')
  await page.click('start-pause')
  await page.settle(() => page.fake.train(3))
}

const inForce = () => page.world.store.getState().run?.config

describe('every setting', () => {
  it.each(SETTING_NAMES)('%s has a field with its label, its value and its explanation', async (name) => {
    await openTrained()
    const { applies, label, explanation } = SETTINGS[name]
    if (applies?.(settingsOf(LESSON)) === false) return expect(page.find(fieldId(name))).toBeNull()
    const field = page.get(fieldId(name)) as HTMLInputElement
    const usual = settingOf(LESSON, name)
    expect(typeof usual === 'boolean' ? field.checked : field.value).toBe(
      typeof usual === 'boolean' ? usual : `${usual}`,
    )
    const words = field.closest('.field')?.querySelector('label')?.textContent
    expect(words?.startsWith(inEnglish(label))).toBe(true)
    const explained = explanation(settingsOf(LESSON))
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      explained === null ? '' : inEnglish(explained),
    )
  })

  it.each(SETTING_NAMES.filter((name) => SETTINGS[name].applies?.(settingsOf(LESSON)) !== false))(
    '%s is sent at once if it is live, and waits for Reset if it is not',
    async (name) => {
      await openTrained()
      const value = otherValue(name)
      const before = page.fake.asked.length
      if (isNumber(name)) await page.type(fieldId(name), `${value}`)
      else if (isSwitch(name)) await page.click(fieldId(name))
      else await page.choose(fieldId(name), `${value}`)
      const changed = withSettings(LESSON, { [name]: value })
      if (SETTINGS[name].effect === 'live') {
        expect(page.fake.asked.at(-1)).toEqual({ name: 'changeSettings', args: [{ ...LIVE, [name]: value }] })
        expect([inForce(), page.find(`${fieldId(name)}-waits`)]).toEqual([changed, null])
        return
      }
      expect(
        page.fake.asked.slice(before).filter(({ name: asked }) => asked !== 'acknowledgeUpdates'),
      ).toEqual([])
      expect([inForce(), page.text(`${fieldId(name)}-waits`)]).toEqual([LESSON, 'Takes effect at Reset'])
      await page.click('reset')
      expect(inForce()).toEqual(changed)
      expect(page.find(`${fieldId(name)}-waits`)).toBeNull()
    },
  )
})
