import type { RunConfig } from '@contract/settings/run-config'
import type { KeptTouch } from '@contract/timeline/kept-touches'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { sizeOf } from '../../../../../main/trainer/network/shape/named-arrays'
import { networkOf } from '../../../../../main/trainer/network/shape/network-of'
import type { ReplayCase } from './any-case'
import type { Draws } from './draws'

/** Touches before two of some updates at most, each once; often there are none. */
export function touchesBefore(
  updates: readonly number[],
  config: RunConfig,
  draws: Draws,
): ReplayCase['touches'] {
  const chosen = Array.from({ length: draws.oneOf([0, 0, 1, 2]) }, () => draws.oneOf(updates))
  return [...new Set(chosen)].map((update) => ({
    update,
    touches: Array.from({ length: draws.between(1, 3) }, () => anyTouch(config, draws)),
  }))
}

function anyTouch(config: RunConfig, draws: Draws): KeptTouch {
  const network = networkOf(config)
  const layer = draws.below(network.layers)
  const unit = draws.below(network.hiddenUnits)
  const amount = (draws.below(2001) - 1000) / 1000
  switch (draws.oneOf(['weight', 'shifted', 'unit'] as const)) {
    case 'weight': {
      const { name, shape } = draws.oneOf(describeNetwork(network).parameters)
      return { kind: 'weight', name, index: draws.below(sizeOf(shape)), value: amount }
    }
    case 'shifted':
      return { kind: 'shifted', layer, unit: draws.chance(0.5) ? unit : null, by: amount }
    case 'unit':
      return { kind: 'unit', layer, unit, held: 'zero' }
  }
}
