import { GATES } from '@contract/inside/states'
import {
  type HeldGate,
  MOST_TOUCHED,
  type Touch,
  type TouchKind,
  type UnitHeld,
} from '@contract/inside/touched'
import type { RunConfig } from '@contract/settings/run-config'
import { rowLength } from '../../../store/words/kept-touch-words'
import { parseNumber } from '../../../store/words/parse-number'
import type { Touchable } from './touch-words'

/** What is typed and chosen for a touch, as it stands in the fields; places are counted from 1. */
export type TypedTouch = {
  readonly kind: TouchKind
  readonly timeStep: string
  readonly column: number
  readonly value: string
  /** Empty: all units. */
  readonly unit: string
  readonly held: UnitHeld
  readonly gate: HeldGate
  readonly gateHeld: 0 | 1
  readonly deviation: string
  readonly seed: string
  readonly by: string
  readonly parameter: string
  readonly row: string
  readonly place: string
}

/** The gates of a cell that can be held. */
export function heldGates({ network }: Pick<RunConfig, 'network'>): readonly HeldGate[] {
  return GATES[network.cell].filter((gate) => gate !== 'candidate')
}

/** The touch that the fields say; null while one of them says nothing that there is. */
export function touchTyped(
  typed: TypedTouch,
  { layer, timeSteps, units }: { readonly layer: number; readonly timeSteps: number; readonly units: number },
  { parameters }: Touchable,
): Touch | null {
  const unit = typed.unit.trim() === '' ? null : placeOf(typed.unit, units)
  switch (typed.kind) {
    case 'input': {
      const [timeStep, value] = [placeOf(typed.timeStep, timeSteps), amountOf(typed.value)]
      return timeStep === undefined || value === undefined
        ? null
        : { kind: 'input', timeStep, column: typed.column, value }
    }
    case 'unit':
      return unit === null || unit === undefined ? null : { kind: 'unit', layer, unit, held: typed.held }
    case 'gate':
      return unit === undefined ? null : { kind: 'gate', layer, gate: typed.gate, unit, held: typed.gateHeld }
    case 'noise': {
      const [deviation, seed] = [amountOf(typed.deviation), parseNumber(typed.seed)]
      const isSeed = Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32
      return deviation === undefined || deviation < 0 || !isSeed
        ? null
        : { kind: 'noise', layer, deviation, seed }
    }
    case 'shifted': {
      const by = amountOf(typed.by)
      return unit === undefined || by === undefined ? null : { kind: 'shifted', layer, unit, by }
    }
    case 'wiped':
      return { kind: 'wiped' }
    case 'weight': {
      const parameter = parameters.find(({ name }) => name === typed.parameter)
      if (!parameter) return null
      const [rows = 1] = parameter.shape
      const length = rowLength(parameter)
      // A bias has one number a row.
      const [row, place] = [placeOf(typed.row, rows), length === 1 ? 0 : placeOf(typed.place, length)]
      const value = amountOf(typed.value)
      if (row === undefined || place === undefined || value === undefined) return null
      return { kind: 'weight', name: parameter.name, index: row * length + place, value }
    }
  }
}

/** A place that is counted from 1, from 0; undefined for none of so many. */
function placeOf(typed: string, count: number): number | undefined {
  const number = parseNumber(typed)
  return Number.isInteger(number) && number >= 1 && number <= count ? number - 1 : undefined
}

function amountOf(typed: string): number | undefined {
  const number = parseNumber(typed)
  return Math.abs(number) <= MOST_TOUCHED ? number : undefined
}
