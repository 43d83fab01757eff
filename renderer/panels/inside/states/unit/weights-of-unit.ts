import type { SourceFacts } from '@contract/data/source-facts'
import type { GateName } from '@contract/inside/states'
import type { InsideUnit, UnitReach } from '@contract/inside/unit'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** A weight, and where its other end is. */
export type NamedWeight = { readonly name: Text; readonly weight: number }

type Names = Pick<SourceFacts, 'inputs' | 'targets'> | null

function named(weights: Float32Array, name: (index: number) => Text): readonly NamedWeight[] {
  return Array.from(weights, (weight, index) => ({ name: name(index), weight }))
}

const unitName = (index: number) => text('states.unitNumber', { unit: index + 1 })

/** Those that lead to a gate of a unit, or to the unit itself, its biases too. */
export function weightsTo(
  { layer, incoming }: InsideUnit,
  gate: GateName | null,
  facts: Names,
): readonly NamedWeight[] {
  const found = incoming.find((weights) => weights.gate === gate)
  if (!found) return []
  const below = (index: number) =>
    layer === 0
      ? text('states.inputName', { name: facts?.inputs[index] ?? `${index + 1}` })
      : text('states.unitOfLayer', { unit: index + 1, layer })
  return [
    ...named(found.below, below),
    ...named(found.before, unitName),
    ...named(found.biases, (index) => text(index === 0 ? 'states.bias' : 'states.recurrentBias')),
  ]
}

/** Those that lead from a unit: to this gate of the units of its layer and of the one above, and to the outputs. */
export function weightsFrom(
  { layer, toUnits, toAbove, toOutputs }: InsideUnit,
  gate: GateName | null,
  facts: Names,
): readonly NamedWeight[] {
  const of = (reach: readonly UnitReach[]) =>
    reach.find((weights) => weights.gate === gate)?.weights ?? new Float32Array()
  return [
    ...named(of(toUnits), unitName),
    ...named(of(toAbove), (index) => text('states.unitOfLayer', { unit: index + 1, layer: layer + 2 })),
    ...named(toOutputs, (index) =>
      text('states.outputName', { name: facts?.targets[index] ?? `${index + 1}` }),
    ),
  ]
}
