import type { Touch } from '@contract/inside/touched'
import type { SilencedUnit } from '@contract/timeline/kept-touches'
import type { NamedArrays } from './named-arrays'
import type { NetworkSpec } from './network-spec'

/** Weights with those touches that set one of them; they themselves stay as they are. */
export function touchedWeights(weights: NamedArrays, touches: readonly Touch[]): NamedArrays {
  const touched = new Map(weights)
  for (const touch of touches) {
    if (touch.kind !== 'weight') continue
    const array = touched.get(touch.name)
    if (!array) continue
    const values = array.values.slice()
    values[touch.index] = touch.value
    touched.set(touch.name, { ...array, values })
  }
  return touched
}

/**
 * Weights of a network in which nothing listens to a unit: its column in what goes into the next layer, or in the read-out, and
 * in the recurrent kernel of its own layer is 0. What the network says is then what it would say if the unit's h were held at 0.
 * They themselves stay as they are.
 */
export function silencedWeights(
  weights: NamedArrays,
  { layers, hiddenUnits }: Pick<NetworkSpec, 'layers' | 'hiddenUnits'>,
  { layer, unit }: Pick<SilencedUnit, 'layer' | 'unit'>,
): NamedArrays {
  const next = layer === layers - 1 ? 'out.weight' : `rnn.weight_ih_l${layer + 1}`
  const silenced = new Map(weights)
  for (const name of [next, `rnn.weight_hh_l${layer}`]) {
    const array = silenced.get(name)
    if (!array) continue
    // [..., hidden]: each row has one number for each unit.
    const values = array.values.map((value, i) => (i % hiddenUnits === unit ? 0 : value))
    silenced.set(name, { ...array, values })
  }
  return silenced
}
