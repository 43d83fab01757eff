import type { Figure } from '../figure'

/** A figure with a name of its own among all that a run of the benchmark measures. */
export type KeptFigure = {
  /** The set that it belongs to, and what it is: `start: the lesson, to the first update`. */
  readonly name: string
  /** Null where there was no number. */
  readonly value: number | null
  readonly unit: string
  /** In words; empty for a figure that only tells. */
  readonly bound: string
  readonly holds: boolean
}

/**
 * The figures of a set under names that say all: one that is set in, by two spaces for each step, belongs to the one above it
 * that is set in less. Of two with one name the second is numbered.
 */
export function keptFigures(set: string, figures: readonly Figure[]): KeptFigure[] {
  const above: string[] = []
  const taken = new Map<string, number>()
  return figures.map(({ what, value, unit, bound, holds }) => {
    const own = what.trimStart()
    above.splice((what.length - own.length) / 2, Number.POSITIVE_INFINITY, own)
    const name = `${set}: ${above.join(', ')}`
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return {
      name: count === 1 ? name : `${name} (${count})`,
      // As JSON has it.
      value: Number.isFinite(value) ? value : null,
      unit,
      bound,
      holds,
    }
  })
}
