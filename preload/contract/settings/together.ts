import type { Text } from '../language/text'
import { text } from '../language/texts'
import { CHOICES } from './choices'
import { MAX_POINTS_IN_RUN, mostPointsOf } from './numbers'
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
      const { updates } = settings
      const most = updates * mostPointsOf(settings)
      if (most <= MAX_POINTS_IN_RUN) return null
      return text('settingRules.tooManyPoints', { kept: MAX_POINTS_IN_RUN, updates, most })
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
      if (family !== 'tensorflow' || (layers === 1 && (cell === 'rnn-tanh' || cell === 'rnn-relu')))
        return null
      return text('settingRules.notInTensorflow', { layers, cell: CHOICES.cell.values[cell] })
    },
  },
]
