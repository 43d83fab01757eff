import type { NumericSetting, RunConfig } from '@contract/settings/run-config'

/** What the panel says of a number beyond its label, unit and limits. */
export type FieldText = {
  /** The same in tests and in the style sheet. */
  readonly id: string
  readonly explanation: string
  /** What a press on the up arrow makes of a value. */
  readonly up: (value: number) => number
  readonly down: (value: number) => number
}

const byOne = { up: (value: number) => value + 1, down: (value: number) => value - 1 }
/** Without the dust that adding tenths leaves in binary. */
const byTenth = {
  up: (value: number) => Number((value + 0.1).toFixed(6)),
  down: (value: number) => Number((value - 0.1).toFixed(6)),
}

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
  points: { id: 'points', explanation: 'How finely half a period is sampled.', ...byOne },
  batch: { id: 'batch', explanation: 'Trained side by side; the first is shown.', ...byOne },
  layers: { id: 'layers', explanation: 'Each takes the states of the one below.', ...byOne },
  hiddenUnits: { id: 'hidden-units', explanation: 'Size of the hidden state of a layer.', ...byOne },
  seed: { id: 'seed', explanation: 'Initial weights as torch.manual_seed(n).', ...byOne },
  momentum: { id: 'momentum', explanation: 'Share of the last change made again.', ...byTenth },
  clipNorm: { id: 'clip-norm', explanation: 'Greatest global norm; 0 never clips.', ...byTenth },
}

/** What the panel says of the seed in a family that PyTorch's generator does not start. */
export const OTHER_SEED = 'Draws the initial weights.'

/** What the panel says of what is picked: in a test's name, and in words for the value it has. */
export type PickText<Value> = { readonly id: string; readonly explain: (value: Value) => string }

type Picked = Exclude<keyof RunConfig, NumericSetting>

export const PICK_TEXTS: { readonly [Name in Picked]: PickText<RunConfig[Name]> } = {
  carryState: {
    id: 'carry-state',
    explain: (carries) =>
      carries ? 'Windows begin where the last ended.' : 'Every window begins with zeros.',
  },
  endpoint: {
    id: 'endpoint',
    explain: (included) =>
      included ? 'Where two windows meet, a time is shown twice.' : 'No time is shown twice.',
  },
  span: {
    id: 'span',
    explain: (span) => (span === 'one' ? 'Every window is as long.' : 'Each update draws its length.'),
  },
  cell: { id: 'cell', explain: () => 'What computes the hidden state.' },
  family: {
    id: 'family',
    explain: (family) =>
      family === 'pytorch' ? 'Two biases; all drawn uniform.' : 'One bias, zero; glorot-uniform kernels.',
  },
  readout: { id: 'readout', explain: () => 'The same numbers either way.' },
  optimizer: { id: 'optimizer', explain: () => 'How gradients become changes.' },
  shown: {
    id: 'shown',
    explain: (shown) =>
      shown === 'before-update' ? 'The one the loss was made from.' : 'A second forward pass is made for it.',
  },
}
