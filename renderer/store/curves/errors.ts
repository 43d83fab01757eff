import type { UpdateSummary } from '@contract/run/recorded/update-summary'
import { growableFloat32, growableFloat64 } from './growable'

/** How far off the predictions of each update were, of each output in its own unit. */
export type Errors = {
  /** Sum of the squares over the time steps that have a target. */
  readonly squares: (index: number, output: number) => number
  /** How many those are. */
  readonly count: (index: number, output: number) => number
  readonly append: (summary: UpdateSummary) => void
  /** Makes room for so many more updates, or throws a RangeError. */
  readonly reserve: (more: number) => void
  /** Forgets all updates after the first `count`. */
  readonly truncate: (count: number) => void
}

export function createErrors(outputs: number): Errors {
  const [squares, counts] = [growableFloat64(), growableFloat32()]
  return {
    squares: (index, output) => squares.data[index * outputs + output] ?? Number.NaN,
    count: (index, output) => counts.data[index * outputs + output] ?? 0,
    append(summary) {
      squares.append(summary.squares)
      counts.append(summary.counts)
    },
    reserve(more) {
      squares.reserve(more * outputs)
      counts.reserve(more * outputs)
    },
    truncate(count) {
      squares.truncate(count * outputs)
      counts.truncate(count * outputs)
    },
  }
}
