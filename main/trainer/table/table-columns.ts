import { timeAt } from '@contract/data/axis-times'
import type { SourceFacts } from '@contract/data/source-facts'
import { float32Text } from '@contract/float32-text'

/** A column of the file: its name, and how its cells are written and read. */
export type TableColumn = { readonly name: string; readonly cell: CellKind }

/**
 * What a cell holds. `whole` and `text`: to the letter. `float64` and `float32`: in the fewest decimals that read back to
 * the number; an empty cell is a number that is missing.
 */
export type CellKind = 'whole' | 'text' | 'float64' | 'float32'

/**
 * The columns of the file, in order. Of the lesson: `t` in radians. Of a series: its row (the first is 1), its time where
 * it has one that is known exactly, the first input, target and prediction of each output, and the validation loss after
 * the update, which is empty where the network was not evaluated.
 */
export function columnsOf(facts: SourceFacts): readonly TableColumn[] {
  const loss = { name: 'loss', cell: 'float32' } as const
  const update = { name: 'update', cell: 'whole' } as const
  const input = { name: 'input', cell: 'float32' } as const
  if (facts.axis === 'half-periods')
    return [
      update,
      { name: 't', cell: 'float64' },
      input,
      { name: 'target', cell: 'float32' },
      { name: 'prediction', cell: 'float32' },
      loss,
    ]
  const time = timeCell(facts)
  return [
    update,
    { name: 'row', cell: 'whole' },
    ...(time ? [{ name: 'time', cell: time }] : []),
    input,
    ...facts.targets.flatMap((name): TableColumn[] => [
      { name: `target ${inOneLine(name)}`, cell: 'float32' },
      { name: `prediction ${inOneLine(name)}`, cell: 'float32' },
    ]),
    loss,
    { name: 'validationLoss', cell: 'float32' },
  ]
}

/** Where a time step is, as the cells after the update: t, or row and time. */
export function placeCells({ axis, times }: SourceFacts, place: number): readonly (number | string)[] {
  if (axis === 'half-periods') return [place * Math.PI]
  const row = Math.round(place) + 1
  const time = timeCell({ times })
  if (time === null) return [row]
  const at = timeAt(times, place) ?? Number.NaN
  return [row, time === 'text' ? new Date(at).toISOString() : at]
}

/** A cell as it is written. */
export function written(value: number | string, kind: CellKind): string {
  if (typeof value === 'string') return value
  switch (kind) {
    case 'whole':
    case 'text':
      return `${value}`
    case 'float64':
      return Object.is(value, -0) ? '-0' : `${value}`
    case 'float32':
      return Number.isNaN(value) ? '' : float32Text(value)
  }
}

/** Whether a cell of a file reads back to what was to be written. */
export function reads(cell: string, value: number | string, kind: CellKind): boolean {
  switch (kind) {
    case 'whole':
    case 'text':
      return cell === `${value}`
    case 'float64':
      return cell !== '' && Object.is(Number(cell), value)
    case 'float32':
      return cell === '' ? Number.isNaN(value) : Object.is(Math.fround(Number(cell)), value)
  }
}

/** Dates are written in ISO's form, numbers as they are; null where rows have no time, or none that is exact. */
function timeCell({ times }: Pick<SourceFacts, 'times'>): 'text' | 'float64' | null {
  if (times.kind === 'rows' || (times.kind === 'knots' && !times.exact)) return null
  return times.of === 'dates' ? 'text' : 'float64'
}

/** Whoever reads the file line by line finds a row in each. */
function inOneLine(name: string): string {
  return name.replace(/[\r\n]+/g, ' ')
}
