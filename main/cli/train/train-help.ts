import { MADE_SERIES } from '@contract/data/made-series'
import type { Say } from '@contract/language/say'
import { ENGINES } from '@contract/run/engine-name'
import { offeredValues } from '@contract/settings/choices'
import { LESSON } from '@contract/settings/lesson'
import { NUMBERS } from '@contract/settings/numbers'
import { PRESETS } from '@contract/settings/presets'
import { isNumber, SETTINGS, settingOf } from '@contract/settings/settings'
import { below, commonEntries, entry } from '../base/help-lines'
import { tableEntries } from '../data/table-help'
import { optionOf, SWITCH_SETTINGS, VALUE_SETTINGS } from '../run/run-settings'
import { formatLine, saveEntries } from './save-options'

function settingEntry(name: (typeof VALUE_SETTINGS)[number], say: Say): string {
  const { option, help } = SETTINGS[name]
  const usual = settingOf(LESSON, name)
  if (isNumber(name)) {
    const { min, max, whole } = NUMBERS[name]
    return entry(
      `--${option} ${whole ? 'N' : 'X'}`,
      say('train.rangeHelp', { help, min, max, usual: settingOf(LESSON, name) }),
    )
  }
  const names = offeredValues(name)
  return [
    entry(`--${option} NAME`, say(help)),
    below(say('train.namesAndUsual', { names, usual: String(usual) })),
  ].join('\n')
}

/**
 * What `train --help` tells.
 *
 * @param usage what goes before the options
 */
export function trainHelp(usage: string, say: Say): string {
  const { network, training } = LESSON
  return [
    say('train.usage', { usage }),
    '',
    say('train.about', { updates: training.updates, seed: network.seed }),
    '',
    say('train.whereItBegins'),
    entry('--preset NAME', say('train.presetHelp')),
    PRESETS.map(({ id, label }) => below(`${id.padEnd(24)} ${say(label)}`)).join('\n'),
    entry('--series NAME', say('train.seriesHelp')),
    MADE_SERIES.map(({ name, label }) => below(`${name.padEnd(24)} ${say(label)}`)).join('\n'),
    tableEntries(say),
    entry('--input A,B', say('train.inputHelp')),
    entry('--target C', say('train.targetHelp')),
    entry('--split A/B/C', say('train.splitHelp')),
    entry('--load FILE', say('train.loadHelp')),
    entry('--setup CODE', say('train.setupHelp')),
    '',
    say('train.settings'),
    VALUE_SETTINGS.map((name) => settingEntry(name, say)).join('\n'),
    SWITCH_SETTINGS.map((name) => entry(`--no-${optionOf(name)}`, say(SETTINGS[name].help))).join('\n'),
    entry(SWITCH_SETTINGS.map((name) => `--${optionOf(name)}`).join(', '), say('train.switchesHelp')),
    entry('--engine NAME', say('train.engineHelp', { engines: ENGINES })),
    '',
    say('train.whatComesOut'),
    entry('--json', say('train.jsonHelp')),
    entry('--save FILE', say('train.saveHelp')),
    formatLine('csv', say),
    saveEntries(say),
    entry('--figure FILE', say('train.figureHelp')),
    commonEntries(say),
    '',
    say('train.ctrlC'),
    '',
    say('cli.exitCodes'),
  ].join('\n')
}
