import { GATES } from '@contract/inside/states'
import type { Touch } from '@contract/inside/touched'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { describeNetwork } from './describe-network'
import { sizeOf } from './named-arrays'
import type { NetworkSpec } from './network-spec'

/** Why a network or its window has not what is touched, in a sentence; null where it has. */
export function whyUntouchable(touch: Touch, network: NetworkSpec, timeSteps: number): Text | null {
  const { layers, hiddenUnits: units, inputs: columns, cell } = network
  switch (touch.kind) {
    case 'input':
      return touch.timeStep < timeSteps && touch.column < columns
        ? null
        : text('touch.noInput', { step: touch.timeStep + 1, column: touch.column + 1, timeSteps, columns })
    case 'weight': {
      const { name, index } = touch
      const shape = describeNetwork(network).parameters.find((parameter) => parameter.name === name)?.shape
      const numbers = shape ? sizeOf(shape) : 0
      return index < numbers ? null : text('touch.noWeight', { name, number: index + 1, numbers })
    }
    case 'wiped':
      return null
    case 'gate':
      if (!GATES[cell].includes(touch.gate)) return text('touch.noGate')
      break
  }
  const unit = 'unit' in touch ? touch.unit : null
  if (touch.layer < layers && (unit === null || unit < units)) return null
  return text('touch.noUnit', { layer: touch.layer + 1, unit: (unit ?? 0) + 1, layers, units })
}
