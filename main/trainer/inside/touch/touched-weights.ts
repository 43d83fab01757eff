import type { Touch } from '@contract/inside/touched'
import type { NamedArrays } from '../../network/shape/named-arrays'

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
