/** What computes the hidden state: Elman's cell with tanh or relu, the GRU (reset after), the LSTM. */
export type CellName = 'rnn-tanh' | 'rnn-relu' | 'gru' | 'lstm'

/**
 * `adam` divides by sqrt(v / (1 - b2^t)) + 1e-8, as PyTorch does; `adam-tensorflow` scales the rate by
 * sqrt(1 - b2^t) / (1 - b1^t) and divides by sqrt(v) + 1e-8. `sgd` and `rmsprop` are PyTorch's.
 */
export type OptimizerName = 'adam' | 'adam-tensorflow' | 'sgd' | 'rmsprop'

/**
 * Whose parameters: `pytorch` has two biases in a cell and draws everything uniform in ±1/sqrt(hidden units);
 * `tensorflow` has one bias, zero, and glorot-uniform kernels (BasicRNNCell and a dense layer).
 */
export type FamilyName = 'pytorch' | 'tensorflow'

/** One linear call for each time step, stacked, or one for the whole window: the same numbers. */
export type ReadoutName = 'per-time-step' | 'batched'

/** How much of the curve an update sees: half a period, or one, two or three of them at random. */
export type SpanName = 'one' | 'random'

/** Which prediction is shown: the one the loss was made from, or a second forward pass after the update. */
export type ShownName = 'before-update' | 'after-update'

/** Everything a person chooses about a run. */
export type RunConfig = {
  /** Step size of the optimiser, no unit. */
  readonly learningRate: number
  /** Updates from the start of the run to its goal; a finished run that goes on does as many again. */
  readonly updates: number
  /** Time steps in each half period of a window. */
  readonly points: number
  /** Whether the window includes the time at which it ends, which is where the next one begins. */
  readonly endpoint: boolean
  readonly span: SpanName
  /** Sequences trained side by side, each with its own carried state; the first is shown. */
  readonly batch: number
  readonly cell: CellName
  /** Cells stacked on each other: each takes the hidden states of the one below for its inputs. */
  readonly layers: number
  /** Size of the hidden state of each layer. */
  readonly hiddenUnits: number
  readonly family: FamilyName
  /** Seed of the initial weights; n stands for `torch.manual_seed(n)` in the family of PyTorch. */
  readonly seed: number
  readonly readout: ReadoutName
  readonly optimizer: OptimizerName
  /** Of SGD: the share of the last change that is made again; 0 for none. */
  readonly momentum: number
  /** The gradient is scaled down to this global norm when it is longer; 0 for never. */
  readonly clipNorm: number
  /** Whether a window starts from the hidden state that the window before it ended with, or from zero. */
  readonly carryState: boolean
  readonly shown: ShownName
}

export type NumericSetting = {
  [Name in keyof RunConfig]: RunConfig[Name] extends number ? Name : never
}[keyof RunConfig]
export type SwitchSetting = {
  [Name in keyof RunConfig]: RunConfig[Name] extends boolean ? Name : never
}[keyof RunConfig]
export type ChoiceSetting = Exclude<keyof RunConfig, NumericSetting | SwitchSetting>

/** Settings that a running run takes over at its next update; the others make another network or training. */
export const LIVE_SETTINGS = [
  'learningRate',
  'updates',
  'points',
  'endpoint',
  'span',
  'readout',
  'momentum',
  'clipNorm',
  'carryState',
  'shown',
] as const satisfies readonly (keyof RunConfig)[]
export type LiveSettings = Pick<RunConfig, (typeof LIVE_SETTINGS)[number]>

/** The lesson's own settings. */
export const LESSON: RunConfig = {
  learningRate: 0.02,
  updates: 60,
  points: 10,
  endpoint: true,
  span: 'one',
  batch: 1,
  cell: 'rnn-tanh',
  layers: 1,
  hiddenUnits: 32,
  family: 'pytorch',
  seed: 1,
  readout: 'per-time-step',
  optimizer: 'adam',
  momentum: 0,
  clipNorm: 0,
  carryState: true,
  shown: 'before-update',
}
