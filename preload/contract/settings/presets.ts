import { LESSON } from './lesson'
import type { RunConfig } from './run-config'
import { differences, withSettings } from './settings'

export type PresetId =
  | 'pytorch'
  | 'pytorch-batched'
  | 'pytorch-later'
  | 'pytorch-dynamic'
  | 'tensorflow-running-mean'
  | 'tensorflow-carried'

/** One of the tutorial programs: its settings, and how it shows what it does. */
export type Preset = {
  readonly id: PresetId
  readonly label: string
  /** Where the program comes from, in one line. */
  readonly source: string
  /** What to look at while it trains, in one line. */
  readonly watch: string
  readonly config: RunConfig
  /** The ends of the curve chart's axis, where the program fixes them. */
  readonly yRange?: readonly [bottom: number, top: number]
  /** Whether the program prints the mean of all losses so far. */
  readonly showsRunningMean: boolean
}

/** What both TensorFlow programs share: one bias, kernels drawn glorot-uniform, TensorFlow's way to write Adam. */
const TENSORFLOW = withSettings(LESSON, {
  family: 'tensorflow',
  readout: 'batched',
  optimizer: 'adam-tensorflow',
})

/** The programs in the order in which they are best tried; the first is the lesson itself. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'pytorch',
    label: 'PyTorch',
    source: 'PyTorch-Tutorial, 403_RNN_regressor.py, as it was first published: 60 updates, manual_seed(1).',
    watch:
      'The prediction begins as a flat line, drifts away more than once, and at update 60 is still off by about 0.3.',
    config: LESSON,
    showsRunningMean: false,
  },
  {
    id: 'pytorch-batched',
    label: 'PyTorch, batched read-out',
    source: 'The same script with its shorter forward: all time steps reshaped to rows, one linear call.',
    watch:
      'The curves are those of the first preset to within rounding: only the way the read-out is called differs.',
    config: withSettings(LESSON, { readout: 'batched' }),
    showsRunningMean: false,
  },
  {
    id: 'pytorch-later',
    label: 'PyTorch, later script',
    source: 'PyTorch-Tutorial, 403_RNN_regressor.py, since 2018: 100 updates, endpoint=False.',
    watch:
      'No time step appears twice where two windows meet. The loss falls below 0.01 and still swings at the end.',
    config: withSettings(LESSON, { updates: 100, endpoint: false }),
    showsRunningMean: false,
  },
  {
    id: 'pytorch-dynamic',
    label: 'PyTorch, dynamic windows',
    source: 'PyTorch-Tutorial, 501_why_torch_dynamic_graph.py: 1, 2 or 3 half periods in each update.',
    watch: 'Windows of 10, 20 or 30 time steps, drawn at random: the same network takes each of them.',
    config: withSettings(LESSON, { span: 'random' }),
    showsRunningMean: false,
  },
  {
    id: 'tensorflow-running-mean',
    label: 'TensorFlow, running mean',
    source: 'A TensorFlow twin of the lesson: BasicRNNCell, one dense layer, the mean of all losses printed.',
    watch: 'The prediction is made again after each update, so it shows what the update has changed.',
    config: withSettings(TENSORFLOW, { shown: 'after-update' }),
    showsRunningMean: true,
  },
  {
    id: 'tensorflow-carried',
    label: 'TensorFlow, fixed axis',
    source: 'Tensorflow-Tutorial, 403_RNN_regression.py, first version: BasicRNNCell, axis from -1.2 to 1.2.',
    watch: 'The axis is fixed, so predictions beyond ±1.2, as in updates 4 to 6, leave the picture.',
    config: TENSORFLOW,
    yRange: [-1.2, 1.2],
    showsRunningMean: false,
  },
]

/** The preset whose settings these are, every one of them; null when something was changed. */
export function presetOf(config: RunConfig): Preset | null {
  return PRESETS.find((preset) => differences(preset.config, config).length === 0) ?? null
}
