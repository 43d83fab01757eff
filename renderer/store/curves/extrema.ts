import type { Extremes } from '@contract/run/recorded/update-summary'
import type { Growable } from './growable'

/** Where the least and the greatest value stand. */
type Places = Pick<Extremes, 'least' | 'greatest'>

/** Finds the extremes of any range of a growing series without looking at every value of it. */
export type Extrema = {
  readonly within: (from: number, to: number) => Extremes
  /** Values from `length` on have changed or gone. */
  readonly truncate: (length: number) => void
}

/** Values of a small block, and small blocks of a large one. */
const SMALL = 32
const LARGE = SMALL * SMALL

/** Where the extremes of each block are. */
type Blocks = { readonly least: number[]; readonly greatest: number[] }

/**
 * Remembers the extremes of every full block of 32 values, and of 32 such blocks, made when first asked for. A chart of five
 * million points then looks at five thousand blocks a frame and not at five million values, and at sixty numbers for a column.
 */
export function createExtrema(series: Growable<Float32Array>): Extrema {
  const small: Blocks = { least: [], greatest: [] }
  const large: Blocks = { least: [], greatest: [] }

  /** Goes on from `start` over the values from `from` to `to`, by blocks where there are whole ones. */
  function placesFrom(start: Places, from: number, to: number): Places {
    const { data } = series
    let { least: low, greatest: high } = start
    // What is not a number is neither least nor greatest.
    let lowest = numberOr(data[low], Number.POSITIVE_INFINITY)
    let highest = numberOr(data[high], Number.NEGATIVE_INFINITY)
    for (let index = from; index < to; ) {
      let [below, above, next] = [index, index, index + 1]
      if (index % SMALL === 0 && index + SMALL <= to) {
        const isLarge = index % LARGE === 0 && index + LARGE <= to
        const [blocks, size] = isLarge ? [large, LARGE] : [small, SMALL]
        const block = index / size
        if (block < blocks.least.length) {
          below = blocks.least[block] as number
          above = blocks.greatest[block] as number
          next = index + size
        }
      }
      const [value, other] = [data[below] as number, data[above] as number]
      if (value < lowest) {
        low = below
        lowest = value
      }
      if (other > highest) {
        high = above
        highest = other
      }
      index = next
    }
    return { least: low, greatest: high }
  }

  function extend(blocks: Blocks, size: number, to: number) {
    for (let end = (blocks.least.length + 1) * size; end <= to; end += size) {
      const found = placesFrom(at(end - size), end - size, end)
      blocks.least.push(found.least)
      blocks.greatest.push(found.greatest)
    }
  }

  return {
    within(from, to) {
      if (to - from >= SMALL) {
        extend(small, SMALL, to)
        extend(large, LARGE, to)
      }
      const { least, greatest } = placesFrom(at(from), from, to)
      const value = (index: number) => (from < to ? (series.data[index] as number) : Number.NaN)
      return { least, greatest, low: value(least), high: value(greatest) }
    },
    truncate(length) {
      for (const [blocks, size] of [
        [small, SMALL],
        [large, LARGE],
      ] as const) {
        const whole = Math.floor(length / size)
        blocks.least.length = Math.min(blocks.least.length, whole)
        blocks.greatest.length = Math.min(blocks.greatest.length, whole)
      }
    },
  }
}

function at(index: number): Places {
  return { least: index, greatest: index }
}

function numberOr(value: number | undefined, otherwise: number): number {
  return value === undefined || Number.isNaN(value) ? otherwise : value
}
