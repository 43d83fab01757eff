import { LESSON } from '@contract/settings/lesson'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Weights } from '../../../../main/trainer/weights/named-weights'

/** Weights as a run draws them at first: every array has numbers of its own, the read-out too. */
export function drawnWeights(changes: Partial<Settings>): Weights {
  const config: RunConfig = withSettings(LESSON, { hiddenUnits: 3, ...changes })
  return { config, snapshot: freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)) }
}

/** Every network that there is, of a size that is soon computed: every cell, one to four layers, both families. */
export const EVERY_NETWORK: readonly NetworkSpec[] = [
  ...(['rnn-tanh', 'rnn-relu', 'gru', 'lstm'] as const).flatMap((cell) =>
    [1, 2, 3, 4].map((layers) => ({
      cell,
      layers,
      hiddenUnits: 3,
      family: 'pytorch' as const,
      inputs: 1,
      outputs: 1,
    })),
  ),
  ...(['rnn-tanh', 'rnn-relu'] as const).map((cell) => ({
    ...{ cell, layers: 1, hiddenUnits: 3, inputs: 1, outputs: 1 },
    family: 'tensorflow' as const,
  })),
]
