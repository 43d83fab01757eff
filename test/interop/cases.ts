import type { NameStyle, WeightFormat } from '@contract/files/weight-formats'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { SourceConfig } from '@contract/settings/source-config'

/** A network that is trained, written in every format, and tried by the real libraries. */
export type InteropCase = { readonly name: string; readonly config: RunConfig }

const CELLS = ['rnn-tanh', 'rnn-relu', 'gru', 'lstm'] as const

/** Few units, as the greater initial values of this family let the rounding of one time step grow with the next. */
const OF_TENSORFLOW: RunConfig = withSettings(LESSON, {
  ...{ family: 'tensorflow', optimizer: 'adam-tensorflow', hiddenUnits: 8, learningRate: 0.005 },
})

/** Three inputs and two outputs, each a time step later. */
const SERIES: SourceConfig = {
  kind: 'series',
  origin: { kind: 'made', name: 'lorenz' },
  inputs: ['x', 'y', 'z'],
  targets: ['x', 'y'],
}

/** Every cell in one to four layers, the network of TensorFlow's programs, and every cell of 3 inputs and 2 outputs. */
export const CASES: readonly InteropCase[] = [
  ...CELLS.flatMap((cell) =>
    [1, 2, 3, 4].map((layers) => ({
      name: `${cell}-${layers}`,
      // A rate at which every number moves within the few updates.
      config: withSettings(LESSON, { cell, layers, hiddenUnits: 12 + layers, learningRate: 0.005 }),
    })),
  ),
  { name: 'tensorflow', config: OF_TENSORFLOW },
  ...CELLS.map((cell) => ({
    name: `${cell}-of-3-and-2`,
    config: withSettings(LESSON, {
      ...{ cell, hiddenUnits: 13, learningRate: 0.005, source: SERIES, scaling: 'standard' },
    }),
  })),
]

/** Two columns that the network sees in another order than it says them, beside one more. */
const OWN_PAST: SourceConfig = { ...SERIES, inputs: ['y', 'x'], targets: ['x', 'z', 'y'] }

/** Networks that can go on by themselves: their scripts forecast from a table. */
export const FORECASTING: readonly InteropCase[] = CELLS.map((cell, i) => ({
  name: `${cell}-forecasting`,
  config: withSettings(LESSON, {
    ...{ cell, hiddenUnits: 6, learningRate: 0.005, source: OWN_PAST, scaling: 'standard' },
    // With one row ahead and with three, from a window and from a state that was carried on.
    ...{ horizon: i % 2 === 0 ? 1 : 3, carryState: i < 2, layers: i === 3 ? 2 : 1 },
  }),
}))

/** Every form of weights; a name style where a format has a choice. */
export const FORMS: readonly {
  readonly format: WeightFormat
  readonly names: NameStyle
  readonly file: string
}[] = [
  { format: 'safetensors', names: 'pytorch', file: 'weights.safetensors' },
  { format: 'npz', names: 'pytorch', file: 'torch-names.npz' },
  { format: 'npz', names: 'keras', file: 'keras-names.npz' },
  { format: 'keras', names: 'keras', file: 'run.weights.h5' },
  { format: 'tfjs', names: 'keras', file: 'model.json' },
  { format: 'onnx', names: 'pytorch', file: 'model.onnx' },
]
