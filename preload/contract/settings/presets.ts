import type { Text } from '../language/text'
import { text } from '../language/texts'
import { LESSON } from './lesson'
import type { RunConfig } from './run-config'
import { sameConfig, withSettings } from './settings'

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
  readonly label: Text
  /** Where the program comes from, in one line. */
  readonly source: Text
  /** What to look at while it trains, in one line. */
  readonly watch: Text
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
    label: text('presets.pytorch'),
    source: text('presets.pytorchSource'),
    watch: text('presets.pytorchWatch'),
    config: LESSON,
    showsRunningMean: false,
  },
  {
    id: 'pytorch-batched',
    label: text('presets.batched'),
    source: text('presets.batchedSource'),
    watch: text('presets.batchedWatch'),
    config: withSettings(LESSON, { readout: 'batched' }),
    showsRunningMean: false,
  },
  {
    id: 'pytorch-later',
    label: text('presets.later'),
    source: text('presets.laterSource'),
    watch: text('presets.laterWatch'),
    config: withSettings(LESSON, { updates: 100, endpoint: false }),
    showsRunningMean: false,
  },
  {
    id: 'pytorch-dynamic',
    label: text('presets.dynamic'),
    source: text('presets.dynamicSource'),
    watch: text('presets.dynamicWatch'),
    config: withSettings(LESSON, { span: 'random' }),
    showsRunningMean: false,
  },
  {
    id: 'tensorflow-running-mean',
    label: text('presets.runningMean'),
    source: text('presets.runningMeanSource'),
    watch: text('presets.runningMeanWatch'),
    config: withSettings(TENSORFLOW, { shown: 'after-update' }),
    showsRunningMean: true,
  },
  {
    id: 'tensorflow-carried',
    label: text('presets.fixedAxis'),
    source: text('presets.fixedAxisSource'),
    watch: text('presets.fixedAxisWatch'),
    config: TENSORFLOW,
    yRange: [-1.2, 1.2],
    showsRunningMean: false,
  },
]

/** The preset whose settings these are, every one of them; null when something was changed. */
export function presetOf(config: RunConfig): Preset | null {
  return PRESETS.find((preset) => sameConfig(preset.config, config)) ?? null
}
