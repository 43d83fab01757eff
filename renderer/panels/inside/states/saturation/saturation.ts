import type { InsideLayer, InsideRow } from '@contract/inside/states'
import { ofUnit } from '../../frame/of-unit'
import { shareOfSteps } from '../unit-stats'

/** Below and above these a gate is as good as closed and open (Karpathy, Johnson & Fei-Fei 2015, §4.2). */
const CLOSED = 0.1
const OPEN = 0.9
/** Beyond ± this a unit of tanh is as good as at its end. */
const AT_END = 0.95
/** From this share of the time steps on it is counted. */
export const MOSTLY = 0.9

/** The gates of which it can be said: those that are factors. */
export const FACTORS = [
  'reset',
  'update',
  'input',
  'forget',
  'output',
] as const satisfies readonly InsideRow[]
export type Factor = (typeof FACTORS)[number]

/** Of each unit: at what share of the time steps it is saturated. */
export type Saturation =
  | { readonly kind: 'gates'; readonly gates: readonly GateSaturation[] }
  /** Of the ends of tanh. */
  | { readonly kind: 'tanh'; readonly atEnd: readonly number[] }
  /** At which share it is above 0: those that never are, are dead over the window. */
  | { readonly kind: 'relu'; readonly above: readonly number[] }

export type GateSaturation = {
  readonly gate: Factor
  readonly closed: readonly number[]
  readonly open: readonly number[]
}

/** How far the units of a layer are saturated over a window. */
export function saturationOf({ rows }: InsideLayer, units: number, isRelu: boolean): Saturation {
  const each = (values: Float32Array, holds: (value: number) => boolean) =>
    Array.from({ length: units }, (_, unit) => shareOfSteps(ofUnit(values, units, unit), holds))
  const gates = FACTORS.flatMap((gate) => {
    const values = rows.find(({ name }) => name === gate)?.values
    if (!values) return []
    const [closed, open] = [each(values, (g) => g < CLOSED), each(values, (g) => g > OPEN)]
    return [{ gate, closed, open }]
  })
  if (gates.length > 0) return { kind: 'gates', gates }
  const h = rows.find(({ name }) => name === 'h')?.values ?? new Float32Array()
  return isRelu
    ? { kind: 'relu', above: each(h, (value) => value > 0) }
    : { kind: 'tanh', atEnd: each(h, (value) => Math.abs(value) > AT_END) }
}

/** How many shares are so large that they are counted. */
export function countMostly(shares: readonly number[]): number {
  return shares.filter((share) => share >= MOSTLY).length
}
