import { LESSON } from '@contract/settings/lesson'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { Sizes, SourceConfig } from '@contract/settings/source-config'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Weights } from '../../../../main/trainer/weights/named-weights'

/** The lesson for one input and one output, else a series with as many columns. */
export function sourceOf(inputs: number, outputs: number): SourceConfig {
  if (inputs === 1 && outputs === 1) return { kind: 'lesson' }
  const columns = (of: string, count: number) => Array.from({ length: count }, (_, i) => `${of} ${i + 1}`)
  return {
    kind: 'series',
    origin: { kind: 'made', name: 'lorenz' },
    inputs: columns('input', inputs),
    targets: columns('target', outputs),
  }
}

/** Weights as a run draws them at first: every array has numbers of its own, the read-out too. */
export function drawnWeights({ inputs = 1, outputs = 1, ...changes }: Partial<Settings & Sizes>): Weights {
  const config: RunConfig = withSettings(LESSON, {
    hiddenUnits: 3,
    source: sourceOf(inputs, outputs),
    ...changes,
  })
  return { config, snapshot: freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)) }
}

const CELLS = ['rnn-tanh', 'rnn-relu', 'gru', 'lstm'] as const

/** Every network that there is, of a size that is soon computed: every cell, one to four layers, both families, one
 * and several inputs and outputs.
 */
export const EVERY_NETWORK: readonly NetworkSpec[] = [
  ...CELLS.flatMap((cell) => [1, 2, 3, 4].map((layers) => sized({ cell, layers }))),
  ...(['rnn-tanh', 'rnn-relu'] as const).map((cell) => sized({ cell, family: 'tensorflow' })),
  ...CELLS.flatMap((cell) => [1, 2].map((layers) => sized({ cell, layers, inputs: 3, outputs: 2 }))),
  sized({ cell: 'rnn-tanh', family: 'tensorflow', inputs: 3, outputs: 2 }),
  sized({ cell: 'lstm', inputs: 32, outputs: 16 }),
  sized({ cell: 'gru', inputs: 1, outputs: 2 }),
  sized({ cell: 'rnn-relu', layers: 2, inputs: 3, outputs: 1 }),
]

function sized(changes: Partial<NetworkSpec>): NetworkSpec {
  return {
    ...{ cell: 'rnn-tanh', layers: 1, hiddenUnits: 3, family: 'pytorch', inputs: 1, outputs: 1 },
    ...changes,
  }
}
