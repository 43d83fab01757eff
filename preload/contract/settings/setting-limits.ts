import type { ChoiceSetting, NumericSetting, RunConfig, SwitchSetting } from './run-config'

export type Limits = {
  readonly label: string
  /** What is counted, for "10 time steps"; empty for a plain number. */
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly whole: boolean
}

/** The range of every numeric setting: the page, the wire, the command line and the files are held to the same. */
export const LIMITS: { readonly [Name in NumericSetting]: Limits } = {
  learningRate: { label: 'Learning rate', unit: '', min: 0.000001, max: 10, whole: false },
  updates: { label: 'Updates', unit: 'updates', min: 1, max: 1_000_000, whole: true },
  points: { label: 'Points per window', unit: 'time steps', min: 2, max: 200, whole: true },
  batch: { label: 'Batch', unit: 'sequences', min: 1, max: 64, whole: true },
  layers: { label: 'Layers', unit: 'layers', min: 1, max: 4, whole: true },
  hiddenUnits: { label: 'Hidden units', unit: 'units', min: 1, max: 512, whole: true },
  seed: { label: 'Seed', unit: '', min: 0, max: 4_294_967_295, whole: true },
  momentum: { label: 'Momentum', unit: '', min: 0, max: 0.999, whole: false },
  clipNorm: { label: 'Gradient clipping', unit: '', min: 0, max: 1000, whole: false },
}

/** The values of every setting that is a choice, in words. */
export const CHOICES: {
  readonly [Name in ChoiceSetting]: {
    readonly label: string
    readonly values: { readonly [Value in RunConfig[Name]]: string }
  }
} = {
  cell: {
    label: 'Cell',
    values: { 'rnn-tanh': 'simple RNN, tanh', 'rnn-relu': 'simple RNN, relu', gru: 'GRU', lstm: 'LSTM' },
  },
  family: { label: 'Family', values: { pytorch: 'PyTorch', tensorflow: 'TensorFlow' } },
  readout: {
    label: 'Read-out',
    values: { 'per-time-step': 'one call per time step', batched: 'one call per window' },
  },
  optimizer: {
    label: 'Optimiser',
    values: { adam: 'Adam', 'adam-tensorflow': 'Adam, TensorFlow’s', sgd: 'SGD', rmsprop: 'RMSprop' },
  },
  span: { label: 'Window', values: { one: 'half a period', random: '1, 2 or 3 half periods' } },
  shown: {
    label: 'Prediction shown',
    values: { 'before-update': 'before the update', 'after-update': 'after the update' },
  },
}

export const SWITCHES: { readonly [Name in SwitchSetting]: { readonly label: string } } = {
  carryState: { label: 'Carry the state' },
  endpoint: { label: 'Right end included' },
}

/** The most predicted points a run may have in all, so that every one can be kept and scrolled back to. */
export const MAX_POINTS_IN_RUN = 10_000_000

/** Half periods of the longest window, where lengths are drawn at random. */
export const MOST_HALF_PERIODS = 3

/** The most predicted points that one update with these settings can make. */
export function mostPointsOf({ points, span }: Pick<RunConfig, 'points' | 'span'>): number {
  return points * (span === 'random' ? MOST_HALF_PERIODS : 1)
}
