import type { Varied, VariedName } from '@contract/experiment/experiment'
import { MOST_VALUES } from '@contract/experiment/limits'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { NUMBERS } from '@contract/settings/numbers'
import { checkSetting } from '@contract/settings/parse-settings'
import type { Settings } from '@contract/settings/run-config'
import type { NumberName } from '@contract/settings/setting'
import { isNumber, isSwitch, SETTING_NAMES } from '@contract/settings/settings'
import { oneOf } from '../base/engine-option'
import { numberIn } from '../run/run-options'
import { optionOf } from '../run/run-settings'

/** The settings that can be varied. */
export const VARIED_NAMES = SETTING_NAMES.filter((name): name is VariedName => name !== 'seed')

/** Digits of the numbers between both ends of a range: so many can still be typed. */
const DIGITS = 4

/** What the values of `--vary` give: the settings in their order, each with its values; the error is one sentence. */
export function variedIn(given: readonly string[]): Result<readonly Varied[]> {
  const all: Varied[] = []
  for (const each of given) {
    const varied = oneVaried(each)
    if (!varied.ok) return varied
    all.push(varied.value)
  }
  return ok(all)
}

function oneVaried(given: string): Result<Varied> {
  const [, option = '', values = ''] = /^([^=]+)=(.+)$/.exec(given) ?? []
  if (option === '') return refuse(text('sweepCommand.varyForm', { given }))
  const setting = VARIED_NAMES.find((name) => optionOf(name) === option)
  if (setting === undefined)
    return refuse(oneOf(text('sweepCommand.theVaried'), VARIED_NAMES.map(optionOf), option))
  const found = values.includes('..') ? gridOf(setting, values, given) : ok(listOf(setting, values))
  if (!found.ok) return found
  const distinct = [...new Set(found.value)]
  const checked: Settings[VariedName][] = []
  for (const value of distinct) {
    const good = checkSetting(setting, value)
    if (!good.ok) return good
    checked.push(value as Settings[VariedName])
  }
  return ok({ setting, values: checked })
}

/** `a,b,c`, each as its setting has it: not yet checked. */
function listOf(setting: VariedName, values: string): unknown[] {
  return values.split(',').map((value) => writtenValue(setting, value.trim()))
}

/** A value as it is written on the command line and in a table; what is none of the setting's stays a text. */
export function writtenValue(setting: VariedName, written: string): unknown {
  if (isNumber(setting)) return numberIn(written)
  if (isSwitch(setting)) return written === 'true' ? true : written === 'false' ? false : written
  return written
}

/** `FROM..TO:COUNT`. */
function gridOf(setting: VariedName, values: string, given: string): Result<number[]> {
  const [, from = '', to = '', count = ''] = /^(.+?)\.\.(.+?)(?::(.*))?$/.exec(values) ?? []
  const option = optionOf(setting)
  if (!isNumber(setting)) return refuse(text('sweepCommand.rangeOfNumbers', { option, given }))
  const wanted = numberIn(count)
  if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 2 || wanted > MOST_VALUES)
    return refuse(text('sweepCommand.rangeCount', { most: MOST_VALUES, given }))
  const ends: number[] = []
  for (const end of [from, to]) {
    const good = checkSetting(setting, numberIn(end))
    if (!good.ok) return good
    ends.push(good.value as number)
  }
  return ok(grid(setting, ends[0] as number, ends[1] as number, wanted))
}

/**
 * Values from one end to the other, both included: by equal factors for a setting that goes in proportion, as NumPy's
 * `geomspace`, by equal differences for others, as `linspace`. What lies between is rounded: to four digits, or to whole
 * numbers, of which each is there once.
 *
 * @param count from 2
 */
export function grid(setting: NumberName, from: number, to: number, count: number): number[] {
  const { step, whole } = NUMBERS[setting]
  const between = (share: number) =>
    step === 'proportion' ? from * (to / from) ** share : from + (to - from) * share
  const values = Array.from({ length: count }, (_, i) => {
    if (i === 0) return from
    if (i === count - 1) return to
    const value = between(i / (count - 1))
    return whole ? Math.round(value) : Number(value.toPrecision(DIGITS))
  })
  return [...new Set(values)]
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
