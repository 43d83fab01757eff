import { counted, inFigures } from '../words'
import { CHOICES } from './choices'
import { MAX_POINTS_IN_RUN, mostPointsOf } from './numbers'
import type { Settings } from './run-config'
import type { SettingName } from './setting'

/** Settings that are possible one by one and perhaps not together. */
export type Rule = {
  /** Those that the rule is about, the one that is to blame first. */
  readonly names: readonly SettingName[]
  /** What does not go together, in one sentence; null when all does. */
  readonly problem: (settings: Settings) => string | null
}

/** Everything that is asked of settings together. */
export const RULES: readonly Rule[] = [
  {
    names: ['points', 'span', 'updates'],
    problem: (settings) => {
      const { updates } = settings
      const most = updates * mostPointsOf(settings)
      if (most <= MAX_POINTS_IN_RUN) return null
      return `A run can keep ${inFigures(MAX_POINTS_IN_RUN)} predicted points, but ${counted(updates, 'update')} can make ${inFigures(most)}; choose fewer updates or fewer points.`
    },
  },
  {
    names: ['family', 'cell', 'layers'],
    problem: ({ family, cell, layers }) => {
      if (family !== 'tensorflow' || (layers === 1 && (cell === 'rnn-tanh' || cell === 'rnn-relu')))
        return null
      return `The TensorFlow family has one layer of the simple RNN, but was asked for ${counted(layers, 'layer')} of ${CHOICES.cell.values[cell]}; choose PyTorch's family for these.`
    },
  },
]
