import type { SourceConfig } from './source-config'

/** What computes the hidden state: Elman's cell with tanh or relu, the GRU (reset after), the LSTM. */
export type CellName = 'rnn-tanh' | 'rnn-relu' | 'gru' | 'lstm'

/**
 * `adam` divides by sqrt(v / (1 - b2^t)) + 1e-8, as PyTorch does; `adam-tensorflow` scales the rate by
 * sqrt(1 - b2^t) / (1 - b1^t) and divides by sqrt(v) + 1e-8. `sgd` and `rmsprop` are PyTorch's.
 */
export type OptimizerName = 'adam' | 'adam-tensorflow' | 'sgd' | 'rmsprop'

/**
 * Whose parameters: `pytorch` has two biases in a cell and draws everything uniform in ±1/sqrt(hidden units);
 * `tensorflow` has one bias, zero, and glorot-uniform kernels (BasicRNNCell and a dense layer), and is computed as
 * TensorFlow's program, to the last bits. `tensorflow-0.1` is the same network with the sums and the sine of version 0.1:
 * runs that were begun with these go on with them.
 */
export type FamilyName = 'pytorch' | 'tensorflow' | 'tensorflow-0.1'

/** One linear call for each time step, stacked, or one for the whole window: the same numbers. */
export type ReadoutName = 'per-time-step' | 'batched'

/** How much of the curve an update sees: half a period, or one, two or three of them at random. */
export type SpanName = 'one' | 'random'

/** Which prediction is shown: the one the loss was made from, or a second forward pass after the update. */
export type ShownName = 'before-update' | 'after-update'

/** Windows one after the other, or from anywhere in the training part. */
export type OrderName = 'consecutive' | 'random'

/** What becomes of a column before the network sees it, by its numbers in the training part alone. */
export type ScalingName = 'none' | 'standard' | 'min-max'

/** What a run learns from, and how windows are cut out of it: of the lesson's curve, or of a series. */
export type DataConfig = {
  readonly source: SourceConfig
  /** Of the lesson: time steps in each half period of a window. */
  readonly points: number
  /** Whether the window includes the time at which it ends, which is where the next one begins. */
  readonly endpoint: boolean
  readonly span: SpanName
  /** Of a series that the app makes by chance: the seed of what is drawn. */
  readonly dataSeed: number
  /** Of a series: how many time steps after its inputs a target stands; 0 for the same time step. */
  readonly horizon: number
  /** Time steps of a window. */
  readonly window: number
  /** Time steps from one window's start to the next one's, where no state is carried. */
  readonly stride: number
  readonly order: OrderName
  readonly scaling: ScalingName
  /** Per cent of the time steps that are trained on: the first of them in time. */
  readonly trainPercent: number
  /** Per cent after them that training is judged by; what is left is the test part. */
  readonly validationPercent: number
}

/** The network and where its initial weights come from. */
export type NetworkConfig = {
  readonly cell: CellName
  /** Cells stacked on each other: each takes the hidden states of the one below for its inputs. */
  readonly layers: number
  /** Size of the hidden state of each layer. */
  readonly hiddenUnits: number
  readonly family: FamilyName
  /** Seed of the initial weights; n stands for `torch.manual_seed(n)` in the family of PyTorch. */
  readonly seed: number
}

/** How the network is trained on the data, and what of it is shown. */
export type TrainingConfig = {
  /** Step size of the optimiser, no unit. */
  readonly learningRate: number
  /** Updates from the start of the run to its goal; a finished run that goes on does as many again. */
  readonly updates: number
  /** Sequences trained side by side, each with its own carried state; the first is shown. */
  readonly batch: number
  readonly readout: ReadoutName
  readonly optimizer: OptimizerName
  /** Of SGD: the share of the last change that is made again; 0 for none. */
  readonly momentum: number
  /** The gradient is scaled down to this global norm when it is longer; 0 for never. */
  readonly clipNorm: number
  /** Whether a window starts from the hidden state that the window before it ended with, or from zero. */
  readonly carryState: boolean
  /** Whether every window starts from the state that was carried when this came into force; only where states are carried. */
  readonly freezeState: boolean
  readonly shown: ShownName
  /** Updates after the best one by the validation loss at which the run ends by itself; 0 for never. */
  readonly patience: number
}

/** Everything a person chooses about a run. */
export type RunConfig = {
  readonly data: DataConfig
  readonly network: NetworkConfig
  readonly training: TrainingConfig
}

/** The same by name alone, as it is typed, written on a command line and in a file: no name is in two groups. */
export type Settings = DataConfig & NetworkConfig & TrainingConfig
