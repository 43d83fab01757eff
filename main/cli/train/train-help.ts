import { EXPORT_FORMATS } from '@contract/files/weight-formats'
import { inEnglish } from '@contract/language/say'
import { ENGINES } from '@contract/run/engine-name'
import { CHOICES } from '@contract/settings/choices'
import { LESSON } from '@contract/settings/lesson'
import { NUMBERS } from '@contract/settings/numbers'
import { PRESETS } from '@contract/settings/presets'
import { isNumber, SETTINGS, settingOf } from '@contract/settings/settings'
import { counted, inFigures } from '@contract/words'
import { EXIT_HELP } from '../base/exit-code'
import { SAVE_HELP } from './save-options'
import { optionOf, SWITCH_SETTINGS, VALUE_SETTINGS } from './train-settings'

const COLUMN = 24

function entry(name: string, what: string): string {
  return `  ${name.padEnd(COLUMN - 2)} ${what}`
}

/** Values on a line of their own, below what they are for. */
function below(values: string): string {
  return ' '.repeat(COLUMN + 1) + values
}

function settingEntry(name: (typeof VALUE_SETTINGS)[number]): string {
  const { option, help } = SETTINGS[name]
  const usual = settingOf(LESSON, name)
  if (isNumber(name)) {
    const { min, max, whole } = NUMBERS[name]
    return entry(
      `--${option} ${whole ? 'N' : 'X'}`,
      `${inEnglish(help)} (${inFigures(min)} to ${inFigures(max)}; ${usual})`,
    )
  }
  const values = Object.keys(CHOICES[name].values)
  return `${entry(`--${option} NAME`, inEnglish(help))}\n${below(`${values.join(', ')} (${usual})`)}`
}

/**
 * What `train --help` tells.
 *
 * @param usage what goes before the options
 */
export const trainHelp = (usage: string) => `Usage: ${usage} [options]

Trains in this terminal, by the app's own trainer: one line for each update with its window, its loss and the norm of
its gradient. Without options it is the lesson: ${counted(LESSON.training.updates, 'update')}, seed ${LESSON.network.seed}. In brackets: the range, and what holds when
the option is left out.

Where it begins
${entry('--preset NAME', 'the settings of one of the tutorial programs; options change them')}
${PRESETS.map(({ id, label }) => below(`${id.padEnd(24)} ${inEnglish(label)}`)).join('\n')}
${entry('--load FILE', 'go on from these weights, with the settings they bring; what they leave unsaid can be given')}

Settings
${VALUE_SETTINGS.map(settingEntry).join('\n')}
${SWITCH_SETTINGS.map((name) => entry(`--no-${optionOf(name)}`, inEnglish(SETTINGS[name].help))).join('\n')}
${entry(SWITCH_SETTINGS.map((name) => `--${optionOf(name)}`).join(', '), 'the opposite, where a preset says otherwise')}
${entry('--engine NAME', `what updates are computed with: ${ENGINES.join(', ')} (${ENGINES[0]}); the same numbers`)}

What comes out
${entry('--json', 'one JSON object in a line for each update, with its prediction')}
${entry('--save FILE', 'write the weights at the end; may be given more than once, the ending says the format:')}
${below(`${EXPORT_FORMATS.csv.ending.padEnd(13)} ${inEnglish(EXPORT_FORMATS.csv.label)}`)}
${SAVE_HELP}
${entry('--figure FILE', "draw the lesson's picture at the end (.svg): target red, prediction blue")}
${entry('--help', 'this text')}

Ctrl-C ends the training early: what was asked to be written is written; pressed twice, it ends at once.

${EXIT_HELP}`
