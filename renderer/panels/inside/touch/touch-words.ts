import type { HeldGate, Touch, TouchKind } from '@contract/inside/touched'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { ParameterDescription } from '@contract/run/run'
import { short, weightPlace } from '../../../store/words/kept-touch-words'

/** What can be touched, in the order in which it is offered. */
export const TOUCH_KINDS: { readonly [Kind in TouchKind]: Text } = {
  input: text('touch.kindInput'),
  unit: text('touch.kindUnit'),
  gate: text('touch.kindGate'),
  noise: text('touch.kindNoise'),
  shifted: text('touch.kindShifted'),
  wiped: text('touch.kindWiped'),
  weight: text('touch.kindWeight'),
}

export const GATE_NAMES: { readonly [Gate in HeldGate]: Text } = {
  reset: text('inside.rowReset'),
  update: text('inside.rowUpdate'),
  input: text('inside.rowInput'),
  forget: text('inside.rowForget'),
  output: text('inside.rowOutput'),
}

/** What the words of a touch need to know of the run. */
export type Touchable = {
  /** Names of the input columns. */
  readonly columns: readonly string[]
  readonly parameters: readonly ParameterDescription[]
}

/** A touch in words. */
export function touchText(touch: Touch, { columns, parameters }: Touchable): Text {
  switch (touch.kind) {
    case 'input': {
      const column = columns[touch.column] ?? String(touch.column + 1)
      return text('touch.madeInput', { step: touch.timeStep + 1, column, value: short(touch.value) })
    }
    case 'unit':
      return text('touch.madeUnit', { layer: touch.layer + 1, unit: touch.unit + 1, held: touch.held })
    case 'gate': {
      const at = { layer: touch.layer + 1, unit: touch.unit === null ? null : touch.unit + 1 }
      return text('touch.madeGate', { ...at, gate: GATE_NAMES[touch.gate], held: touch.held })
    }
    case 'noise': {
      const { layer, deviation, seed } = touch
      return text('touch.madeNoise', { layer: layer + 1, deviation, seed })
    }
    case 'shifted': {
      const at = { layer: touch.layer + 1, unit: touch.unit === null ? null : touch.unit + 1 }
      return text('touch.madeShifted', { ...at, by: touch.by })
    }
    case 'wiped':
      return text('touch.madeWiped')
    case 'weight':
      return text('touch.madeWeight', { ...weightPlace(touch, parameters), value: short(touch.value) })
  }
}
