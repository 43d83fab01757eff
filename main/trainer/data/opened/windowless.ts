import { partsOf } from '@contract/data/parts'
import type { Column, Series } from '@contract/data/series'
import { tableSettings } from '@contract/data/table/table-run'
import { MAX_INPUTS } from '@contract/settings/source-config'
import { gapsIn } from '../windows/gaps'
import { stretchesOf } from '../windows/stretches'

type Gappy = Column & { readonly missing: number }

/**
 * The columns that are better no inputs to begin with: their missing values, with those of the columns before them, leave no
 * window of the training part under the settings that a table begins with. The last column with numbers, which is to be said,
 * is tried first, then those with the fewest values missing. None where no column has a window, whatever is missing.
 */
export function windowless({ columns, times }: Series): readonly string[] {
  const rows = columns[0]?.values.length ?? 0
  const { horizon, window, ...shares } = tableSettings(rows)
  const { train } = partsOf(rows, shares)
  const usable = columns
    .map((column) => ({ ...column, missing: missingIn(column.values) }))
    .filter(({ missing }) => missing < rows)
    .slice(-MAX_INPUTS)
  const gappy = usable.filter(({ missing }) => missing > 0)
  if (gappy.length === 0) return []
  const gaps = gapsIn(times)
  const hasWindow = (inputs: readonly Float64Array[]) =>
    stretchesOf(train, inputs, gaps, horizon).some(({ from, to }) => to - from >= window)
  if (!hasWindow([])) return []
  const target = usable.at(-1)
  const inTurn = gappy.toSorted((a, b) => order(a, target) - order(b, target))
  /** Has no number where one of the inputs so far has none. */
  const together = new Float64Array(rows)
  const without: string[] = []
  for (const { name, values } of inTurn) {
    if (hasWindow([together, values])) addMissing(together, values)
    else without.push(name)
  }
  return without.length < usable.length ? without : []
}

function order(column: Gappy, target: Gappy | undefined): number {
  return column === target ? 0 : column.missing
}

function missingIn(values: Float64Array): number {
  return values.reduce((count, value) => count + Number(Number.isNaN(value)), 0)
}

function addMissing(together: Float64Array, values: Float64Array) {
  for (let row = 0; row < values.length; row += 1) if (Number.isNaN(values[row])) together[row] = Number.NaN
}
