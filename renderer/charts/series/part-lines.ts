import type { PartRange } from '@contract/data/parts'
import type { PartPredictions } from '@contract/run/parts/part-predictions'
import type { Span } from '../../store/state/viewport'
import { createPointPool, type Point, type PointPool } from '../canvas/point-pool'

/** The rows that are told and of which something is in sight, with one more at each edge, to which lines lead. */
export function rowsToDraw({ from, to }: PartRange, { min, max }: Span): PartRange {
  const first = Math.max(from, Math.floor(min + 0.5) - 1)
  return { from: first, to: Math.max(first, Math.min(to, Math.ceil(max + 0.5) + 1)) }
}

/** A curve over rows, broken where it has no number and where time jumps. */
export type BrokenLine = {
  readonly points: Point[]
  /** Points to which no line leads from either side: they are only seen when they are marked. */
  readonly lone: Point[]
  readonly write: (told: PartPredictions, values: Float64Array, rows: PartRange) => void
  readonly hide: () => void
}

export function createBrokenLine(): BrokenLine {
  const line = createPointPool()
  const alone = createPointPool()

  function write({ rows: told, jumps }: PartPredictions, values: Float64Array, rows: PartRange) {
    const jumpsAfter = new Set(jumps)
    const valueAt = (row: number) => values[row - told.from] ?? Number.NaN
    const isJoined = (row: number) =>
      !jumpsAfter.has(row) && Number.isFinite(valueAt(row)) && Number.isFinite(valueAt(row + 1))
    fill(line, () => {
      for (let row = rows.from; row < rows.to; row++) {
        line.add(row, valueAt(row))
        if (jumpsAfter.has(row)) line.add(row + 0.5, Number.NaN)
      }
    })
    fill(alone, () => {
      for (let row = rows.from; row < rows.to; row++)
        if (Number.isFinite(valueAt(row)) && !isJoined(row - 1) && !isJoined(row))
          alone.add(row, valueAt(row))
    })
  }

  return {
    points: line.points,
    lone: alone.points,
    write,
    hide: () => {
      for (const pool of [line, alone]) fill(pool, () => {})
    },
  }
}

function fill(pool: PointPool, add: () => void) {
  pool.begin()
  add()
  pool.end()
}

/** The least and the greatest of some curves over rows; not finite where there is none. */
export function extentOver(
  curves: readonly Float64Array[],
  told: PartRange,
  rows: PartRange,
): readonly [number, number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const values of curves)
    for (const value of values.subarray(rows.from - told.from, rows.to - told.from)) {
      if (!Number.isFinite(value)) continue
      least = Math.min(least, value)
      greatest = Math.max(greatest, value)
    }
  return [least, greatest]
}
