import type { InsideFound } from '@contract/inside/inside'
import { GATES } from '@contract/inside/states'
import type { UnitAsk, UnitReach, UnitWeights } from '@contract/inside/unit'
import { row } from '../../../inside/net/rows'
import type { Look } from '../look'
import { hasUnit, notThere } from './there'

/** The weights that lead to a unit and from it: float32, as they are trained. */
export function* tellUnit(look: Look, { layer, unit }: UnitAsk): Generator<void, InsideFound<'unit'>> {
  const { network, layers, readOut } = look.net
  const { cell, hiddenUnits: units, outputs } = network
  const own = layers[layer]
  if (!own || !hasUnit(look, layer, unit)) return notThere(look)
  const gates = GATES[cell].length > 0 ? GATES[cell] : [null]

  const incoming = gates.map((gate, index): UnitWeights => {
    const at = index * units + unit
    const { kernel, recurrentKernel, bias, recurrentBias, features } = own
    return {
      gate,
      below: Float32Array.from(row(kernel, at, features)),
      before: Float32Array.from(row(recurrentKernel, at, units)),
      biases: Float32Array.from([bias, ...(recurrentBias ? [recurrentBias] : [])], (of) => of[at] as number),
    }
  })

  /** A unit's column in the rows of each gate. */
  const reach = (kernel: Float64Array): readonly UnitReach[] =>
    gates.map((gate, index) => ({
      gate,
      weights: Float32Array.from(
        { length: units },
        (_, i) => kernel[(index * units + i) * units + unit] as number,
      ),
    }))

  const above = layers[layer + 1]
  const toOutputs = Float32Array.from(
    { length: above ? 0 : outputs },
    (_, output) => readOut.kernel[output * units + unit] as number,
  )
  return {
    value: {
      ...{ kind: 'unit', layer, unit, incoming, toOutputs },
      toUnits: reach(own.recurrentKernel),
      toAbove: above ? reach(above.kernel) : [],
    },
  }
}
