import { CHOOSABLE_LANGUAGES } from '@contract/language/languages'
import { inEnglish, sayIn } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { parseRunConfig, parseSettings } from '@contract/settings/parse-settings'
import type { RunConfig } from '@contract/settings/run-config'
import {
  differences,
  isSwitch,
  LIVE_SETTINGS,
  NEW_RUN_SETTINGS,
  runConfigOf,
  SETTING_NAMES,
  SETTINGS,
  settingOf,
  settingsOf,
  withSettings,
} from '@contract/settings/settings'
import { RULES } from '@contract/settings/together'
import { describe, expect, it } from 'vitest'
import { otherValue } from '../../helpers/other-value'

const GROUPS: readonly (keyof RunConfig)[] = ['data', 'network', 'training']

describe('every setting', () => {
  it('is in the group that its descriptor names, and in no other', () => {
    const inGroups = GROUPS.flatMap((group) => Object.keys(LESSON[group]).map((name) => `${group}.${name}`))
    expect(inGroups.filter((name) => name !== 'data.source').sort()).toEqual(
      SETTING_NAMES.map((name) => `${SETTINGS[name].group}.${name}`).sort(),
    )
  })

  it.each(SETTING_NAMES)('%s says what it is in words of its own', (name) => {
    const { label, help, option, explanation } = SETTINGS[name]
    expect(inEnglish(label)).toMatch(/^[A-Z][a-z -]+$/)
    expect(option).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(inEnglish(help)).toMatch(/^[a-z].{8,}[^.]$/)
    const explained = explanation(settingsOf(LESSON))
    if (explained !== null) expect(inEnglish(explained)).toMatch(/^[A-Z].{8,60}\.$/)
  })

  it('has an option and a label that no other has', () => {
    const options = SETTING_NAMES.map((name) => SETTINGS[name].option)
    expect(new Set(options).size).toBe(SETTING_NAMES.length)
    for (const language of CHOOSABLE_LANGUAGES) {
      const labels = SETTING_NAMES.map((name) => sayIn(language)(SETTINGS[name].label))
      expect(new Set(labels).size).toBe(SETTING_NAMES.length)
    }
  })

  it.each(SETTING_NAMES)('%s is changed alone, by its name', (name) => {
    const changed = withSettings(LESSON, { [name]: otherValue(name) })
    expect(differences(LESSON, changed)).toEqual([name])
    expect(settingOf(changed, name)).toBe(otherValue(name))
    expect(parseRunConfig(changed)).toEqual({ ok: true, value: changed })
    expect(parseSettings(settingsOf(changed))).toEqual({ ok: true, value: changed })
    expect(runConfigOf(settingsOf(changed))).toEqual(changed)
  })

  it.each(SETTING_NAMES)(
    '%s is missed and a value of another kind refused, in one sentence with its label',
    (name) => {
      const kinds = [undefined, null, '', 'nonsense', Number.NaN, Number.POSITIVE_INFINITY, -1, 1e30, [], {}]
      const bad = isSwitch(name) ? kinds : [...kinds, true]
      for (const value of bad)
        for (const parsed of [
          parseSettings({ ...settingsOf(LESSON), [name]: value }),
          parseRunConfig({
            ...LESSON,
            [SETTINGS[name].group]: { ...LESSON[SETTINGS[name].group], [name]: value },
          }),
        ]) {
          if (parsed.ok) throw new Error(`${name} was ${String(value)}`)
          expect(parsed.error.code).toBe('invalid-setting')
          const message = inEnglish(parsed.error.text)
          expect(message.startsWith(`${inEnglish(SETTINGS[name].label)} must be `)).toBe(true)
          expect(message).toMatch(/^[^.;]*(?:\d\.\d+[^.;]*)*, but .* was given; choose [^.]*\.$/)
        }
    },
  )

  it('is live or needs a new run', () => {
    expect([...LIVE_SETTINGS, ...NEW_RUN_SETTINGS].sort()).toEqual([...SETTING_NAMES].sort())
  })

  it('is known to the compiler by its name and its type', () => {
    // @ts-expect-error: no setting is called so
    withSettings(LESSON, { hidenUnits: 8 })
    // @ts-expect-error: a number
    withSettings(LESSON, { hiddenUnits: '8' })
    // @ts-expect-error: none of the cells
    withSettings(LESSON, { cell: 'rnn' })
    expect(withSettings(LESSON, { hiddenUnits: 8 }).network.hiddenUnits).toBe(8)
  })
})

describe('a rule about settings together', () => {
  it.each(RULES)(
    'of $names is about settings that there are, and kept by the lesson',
    ({ names, problem }) => {
      for (const name of names) expect(SETTING_NAMES).toContain(name)
      expect(problem(settingsOf(LESSON))).toBeNull()
    },
  )
})
