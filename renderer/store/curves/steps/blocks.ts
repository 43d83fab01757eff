import { BLOCK_STEPS, type Extremes, type UpdateSummary } from '@contract/run/recorded/update-summary'
import { type Growable, growableFloat32, growableFloat64 } from '../growable'
import { lowerBound, upperBound } from '../search'

/** The extremes of a column in one block, `least` and `greatest` counted from the block's first time step. */
type Found = Extremes

type Column = { readonly [Name in keyof Found]: Growable<Float32Array> }

/** The extremes of every long column in blocks of whole updates, in order: what is known of all time steps there ever were. */
export type Blocks = {
  readonly count: number
  /** Index of the first update of a block; of the block after the last, the number of updates. */
  readonly first: (block: number) => number
  /** The block that an update is in. */
  readonly of: (update: number) => number
  readonly at: (block: number, column: number) => Found
  /** Takes in a block of a summary, after all others, or into the last one, which it then makes longer. */
  readonly add: (summary: UpdateSummary, block: number, into: { readonly steps: number } | null) => void
  /** Puts right what is known of a block. */
  readonly put: (block: number, column: number, found: Found) => void
  /** The lowest and the highest of some blocks, whole: [block, its value]; −1 where there is no number. */
  readonly among: (
    column: number,
    from: number,
    to: number,
  ) => { readonly least: number; readonly greatest: number }
  /** Makes room for so many more, or throws a RangeError. */
  readonly reserve: (more: number) => void
  /** Forgets all updates from an index on; a block of which a part is left keeps its extremes. */
  readonly truncate: (updates: number) => void
}

/** @param columns how many there are */
export function createBlocks(columns: number): Blocks {
  const firsts = growableFloat64()
  const found: readonly Column[] = Array.from({ length: columns }, () => ({
    least: growableFloat32(),
    greatest: growableFloat32(),
    low: growableFloat32(),
    high: growableFloat32(),
  }))
  let updates = 0

  function at(block: number, column: number): Found {
    const of = found[column] as Column
    return {
      least: of.least.data[block] as number,
      greatest: of.greatest.data[block] as number,
      low: of.low.data[block] as number,
      high: of.high.data[block] as number,
    }
  }

  function put(block: number, column: number, { least, greatest, low, high }: Found) {
    const of = found[column] as Column
    of.least.data[block] = least
    of.greatest.data[block] = greatest
    of.low.data[block] = low
    of.high.data[block] = high
  }

  return {
    get count() {
      return firsts.length
    },
    first: (block) => (block < firsts.length ? (firsts.data[block] as number) : updates),
    of: (update) => upperBound(firsts.data, update, 0, firsts.length) - 1,
    at,
    put,
    add(summary, block, into) {
      if (!into) firsts.append([updates])
      updates += summary.blocks[block] ?? 0
      for (const [column, { least, greatest, leastAt, greatestAt }] of summary.extremes.entries()) {
        const came: Found = {
          least: leastAt[block] as number,
          greatest: greatestAt[block] as number,
          low: least[block] as number,
          high: greatest[block] as number,
        }
        const of = found[column] as Column
        if (into) put(firsts.length - 1, column, both(at(firsts.length - 1, column), came, into.steps))
        else for (const name of ['least', 'greatest', 'low', 'high'] as const) of[name].append([came[name]])
      }
    },
    among(column, from, to) {
      const { low, high } = found[column] as Column
      const [lows, highs] = [low.data, high.data]
      let [least, greatest, lowest, highest] = [-1, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
      for (let block = from; block < to; block++) {
        const [below, above] = [lows[block] as number, highs[block] as number]
        if (below < lowest || (least < 0 && below === lowest)) {
          least = block
          lowest = below
        }
        if (above > highest || (greatest < 0 && above === highest)) {
          greatest = block
          highest = above
        }
      }
      return { least, greatest }
    },
    reserve(more) {
      firsts.reserve(more)
      for (const { least, greatest, low, high } of found)
        for (const values of [least, greatest, low, high]) values.reserve(more)
    },
    truncate(to) {
      updates = Math.min(updates, to)
      const kept = lowerBound(firsts.data, updates, 0, firsts.length)
      firsts.truncate(kept)
      for (const { least, greatest, low, high } of found)
        for (const values of [least, greatest, low, high]) values.truncate(kept)
    },
  }
}

/** Whether a block of so many time steps is to be made longer by the next ones. */
export function isShort(steps: number): boolean {
  return steps < BLOCK_STEPS
}

/** @param steps time steps of the first */
function both(first: Found, second: Found, steps: number): Found {
  const lower = second.low < first.low || (Number.isNaN(first.low) && !Number.isNaN(second.low))
  const higher = second.high > first.high || (Number.isNaN(first.high) && !Number.isNaN(second.high))
  return {
    least: lower ? second.least + steps : first.least,
    greatest: higher ? second.greatest + steps : first.greatest,
    low: lower ? second.low : first.low,
    high: higher ? second.high : first.high,
  }
}
