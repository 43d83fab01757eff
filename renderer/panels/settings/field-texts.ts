import type { NumericSetting } from '@contract/settings'

/** What the panel says of a setting beyond its label, unit and limits. */
export type FieldText = {
  /** The same in tests and in the style sheet. */
  readonly id: string
  readonly explanation: string
  /** What a press on the up arrow makes of a value. */
  readonly up: (value: number) => number
  readonly down: (value: number) => number
}

const byOne = { up: (value: number) => value + 1, down: (value: number) => value - 1 }

/** A tenth more or less, in two significant digits: a learning rate is tried in proportions. */
const byPart = {
  up: (value: number) => Number((value * 1.1).toPrecision(2)),
  down: (value: number) => Number((value / 1.1).toPrecision(2)),
}

export const FIELD_TEXTS: { readonly [Name in NumericSetting]: FieldText } = {
  learningRate: {
    id: 'learning-rate',
    explanation: 'How far one update moves the weights.',
    ...byPart,
  },
  updates: { id: 'updates', explanation: 'How many make the run complete.', ...byOne },
  points: {
    id: 'points',
    explanation: 'How finely half a period is sampled.',
    ...byOne,
  },
  hiddenUnits: { id: 'hidden-units', explanation: 'Size of the hidden state.', ...byOne },
  seed: { id: 'seed', explanation: 'Initial weights as torch.manual_seed(n).', ...byOne },
}
