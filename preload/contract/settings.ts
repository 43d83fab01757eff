import { fail, ok, type Result } from './result'

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

/** Updates a second, or as many as the machine can. */
export type Pace = number | 'max'

/** The paces a person can choose; 20 a second is the lesson's (a pause of 0.05 s after each update). */
export const PACES: readonly Pace[] = [1, 2, 5, 10, 20, 50, 100, 'max']
export const LESSON_PACE: Pace = 20

/**
 * What updates are computed with. `compiled` replays recorded updates as a native graph; `eager` runs every op by
 * itself, the reference that the other is held to. The numbers are the same but for float32 rounding.
 */
export type EngineName = 'compiled' | 'eager'
export const ENGINES: readonly EngineName[] = ['compiled', 'eager']

const NUMERIC = Object.keys(LIMITS) as NumericSetting[]
const CHOSEN = Object.keys(CHOICES) as ChoiceSetting[]
const SWITCHED = Object.keys(SWITCHES) as SwitchSetting[]

/** Writes a number as a person would: 0.000001, not 1e-6; 4,294,967,295 with its commas. */
function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20 })
}

function found(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? plain(value) : String(value)
  if (value === undefined) return 'nothing'
  return JSON.stringify(value)?.slice(0, 40) ?? typeof value
}

/** Says whether a value is within a setting's limits; the error is one sentence. */
export function checkSetting(name: NumericSetting, value: unknown): Result<number> {
  const { label, min, max, whole } = LIMITS[name]
  const good =
    typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))
  if (good) return ok(value)
  const kind = whole ? 'a whole number' : 'a number'
  return fail(
    'invalid-setting',
    `${label} must be ${kind} from ${plain(min)} to ${plain(max)}, but ${found(value)} was given; choose a value in this range.`,
  )
}

/** Says whether a value is one of a setting's choices; the error is one sentence. */
export function checkChoice<Name extends ChoiceSetting>(name: Name, value: unknown): Result<RunConfig[Name]> {
  const { label, values } = CHOICES[name]
  if (typeof value === 'string' && Object.hasOwn(values, value)) return ok(value as RunConfig[Name])
  const names = Object.keys(values).join(', ')
  return fail(
    'invalid-setting',
    `${label} must be one of ${names}, but ${found(value)} was given; choose one of these.`,
  )
}

function checkSwitch(name: SwitchSetting, value: unknown): Result<boolean> {
  if (typeof value === 'boolean') return ok(value)
  return fail(
    'invalid-setting',
    `${SWITCHES[name].label} must be true or false, but ${found(value)} was given; choose one of these.`,
  )
}

/**
 * Turns anything (from the page, the command line, or a file) into settings of a run.
 * Fails with the first setting that is missing or out of its limits, or with what does not go together; unknown
 * keys are left out.
 */
export function parseRunConfig(value: unknown): Result<RunConfig> {
  if (typeof value !== 'object' || value === null)
    return fail('invalid-setting', `The settings of a run must be an object, but ${found(value)} was given.`)
  const given = value as Record<string, unknown>
  const checked = [
    ...NUMERIC.map((name) => [name, checkSetting(name, given[name])] as const),
    ...CHOSEN.map((name) => [name, checkChoice(name, given[name])] as const),
    ...SWITCHED.map((name) => [name, checkSwitch(name, given[name])] as const),
  ]
  for (const [, result] of checked) if (!result.ok) return result
  // Every name has just been checked against its own type.
  const config = Object.fromEntries(
    checked.map(([name, result]) => [name, result.ok && result.value]),
  ) as unknown as RunConfig
  return checkTogether(config)
}

/** What is possible one by one need not be possible together. */
function checkTogether(config: RunConfig): Result<RunConfig> {
  const { updates, points, span, family, cell, layers } = config
  const most = updates * points * (span === 'random' ? 3 : 1)
  if (most > MAX_POINTS_IN_RUN)
    return fail(
      'invalid-setting',
      `A run can keep ${plain(MAX_POINTS_IN_RUN)} predicted points, but ${plain(updates)} updates can make ${plain(most)}; choose fewer updates or fewer points.`,
    )
  if (family === 'tensorflow' && (layers > 1 || cell === 'gru' || cell === 'lstm'))
    return fail(
      'invalid-setting',
      `The TensorFlow family has one layer of the simple RNN, but ${plain(layers)} of ${CHOICES.cell.values[cell]} were asked for; choose PyTorch's family for these.`,
    )
  return ok(config)
}

/** The settings that make the initial network and its training: a change of one of them needs a new run. */
export function sameNetwork(a: RunConfig, b: RunConfig): boolean {
  const live: readonly string[] = LIVE_SETTINGS
  return (Object.keys(a) as (keyof RunConfig)[]).every((name) => live.includes(name) || a[name] === b[name])
}
