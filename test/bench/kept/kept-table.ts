import { layTable, threeDigits } from '../table'
import type { KeptFigure } from './kept-figures'

/** All figures of a run of the benchmark, a line each: what, how much, and whether it holds where it is held to something. */
export function keptTable(figures: readonly KeptFigure[]): string {
  return layTable(
    ['figure', 'value', 'unit', 'bound', 'holds'],
    figures.map(({ name, value, unit, bound, holds }) => [
      name,
      value === null ? '–' : threeDigits(value),
      unit,
      bound,
      bound === '' ? '' : holds ? 'yes' : 'NO',
    ]),
  )
}
