import type { Text } from '../language/text'
import { text } from '../language/texts'
import { CHOICES } from './choices'
import { mostPointsInRun, mostPointsOf, outputsOf } from './numbers'
import type { Settings } from './run-config'
import type { SettingName } from './setting'

/** Settings that are possible one by one and perhaps not together. */
export type Rule = {
  /** Those that the rule is about, the one that is to blame first. */
  readonly names: readonly SettingName[]
  /** What does not go together, in one sentence; null when all does. */
  readonly problem: (settings: Settings) => Text | null
}

/** Everything that is asked of settings together. */
export const RULES: readonly Rule[] = [
  {
    names: ['points', 'span', 'window', 'updates'],
    problem: (settings) => {
      const { updates, source } = settings
      const kept = mostPointsInRun(source)
      const most = updates * mostPointsOf(settings)
      if (most <= kept) return null
      return text('settingRules.tooManyPoints', { kept, updates, most, outputs: outputsOf(source) })
    },
  },
  {
    names: ['validationPercent', 'trainPercent'],
    problem: ({ trainPercent, validationPercent }) => {
      const sum = trainPercent + validationPercent
      return sum <= 100 ? null : text('settingRules.tooManyPercent', { trainPercent, validationPercent, sum })
    },
  },
  {
    names: ['family', 'cell', 'layers'],
    problem: ({ family, cell, layers }) => {
      if (family === 'pytorch' || (layers === 1 && (cell === 'rnn-tanh' || cell === 'rnn-relu'))) return null
      return text('settingRules.notInTensorflow', { layers, cell: CHOICES.cell.values[cell] })
    },
  },
]
