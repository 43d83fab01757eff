import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { ParameterDescription } from '@contract/run/run'
import type { KeptTouch, WeightTouch } from '@contract/timeline/kept-touches'

/** Touches that are told of at one event; of more, the first ones. */
const MOST_TOLD = 8

/** What was touched of a run before an update, and how: `out.bias [1, 1] 0.12 → 0.5 once`. */
export function keptTexts(
  touches: readonly KeptTouch[] | undefined,
  parameters: readonly ParameterDescription[],
): readonly Text[] {
  if (!touches) return []
  const told = touches.slice(0, MOST_TOLD).map((touch) => keptText(touch, parameters))
  const rest = touches.length - told.length
  return rest > 0 ? [...told, text('rail.moreTouches', { count: rest })] : told
}

function keptText(touch: KeptTouch, parameters: readonly ParameterDescription[]): Text {
  switch (touch.kind) {
    case 'weight': {
      const before = touch.was === undefined ? null : short(touch.was)
      return text('rail.weightSet', { ...weightPlace(touch, parameters), before, after: short(touch.value) })
    }
    case 'shifted': {
      const { layer, unit, by } = touch
      return text('rail.stateShifted', { layer: layer + 1, unit: unit === null ? null : unit + 1, by })
    }
    case 'unit':
      return text('rail.unitSilenced', { layer: touch.layer + 1, unit: touch.unit + 1 })
  }
}

/** Where a weight is: its parameter, row and place in the row, counted from 1. */
export function weightPlace(
  { name, index }: Pick<WeightTouch, 'name' | 'index'>,
  parameters: readonly ParameterDescription[],
): { readonly name: string; readonly row: number; readonly place: number } {
  const length = rowLength(parameters.find((parameter) => parameter.name === name) ?? { shape: [1] })
  return { name, row: Math.floor(index / length) + 1, place: (index % length) + 1 }
}

/** Numbers in a row of a parameter. */
export function rowLength({ shape }: Pick<ParameterDescription, 'shape'>): number {
  return shape.length > 1 ? (shape.at(-1) as number) : shape.length
}

/** A number with as many digits as a person can tell apart. */
export function short(value: number): number {
  return Number(value.toPrecision(6))
}
