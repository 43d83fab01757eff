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

const BLOCK = 256

/**
 * Remembers the extremes of every full block of 256 values, made when first asked for. A chart of five
 * million points then looks at twenty thousand blocks a frame and not at five million values.
 */
export function createExtrema(series: Growable<Float32Array>): Extrema {
  const least: number[] = []
  const greatest: number[] = []

  /** Looks at every value from `from` to `to`; what is not a number is neither least nor greatest. */
  function scan(from: number, to: number, start: Places): Places {
    const { data } = series
    let { least: low, greatest: high } = start
    let lowest = numberOr(data[low], Number.POSITIVE_INFINITY)
    let highest = numberOr(data[high], Number.NEGATIVE_INFINITY)
    for (let index = from; index < to; index++) {
      const value = data[index] as number
      if (value < lowest) {
        low = index
        lowest = value
      }
      if (value > highest) {
        high = index
        highest = value
      }
    }
    return { least: low, greatest: high }
  }

  function extend(blocks: number) {
    for (let block = least.length; block < blocks; block++) {
      const found = scan(block * BLOCK, (block + 1) * BLOCK, at(block * BLOCK))
      least.push(found.least)
      greatest.push(found.greatest)
    }
  }

  function placesWithin(from: number, to: number): Places {
    const firstBlock = Math.ceil(from / BLOCK)
    const endBlock = Math.floor(to / BLOCK)
    if (endBlock <= firstBlock) return scan(from, to, at(from))
    extend(endBlock)
    const { data } = series
    let { least: low, greatest: high } = scan(from, firstBlock * BLOCK, at(from))
    let lowest = numberOr(data[low], Number.POSITIVE_INFINITY)
    let highest = numberOr(data[high], Number.NEGATIVE_INFINITY)
    for (let block = firstBlock; block < endBlock; block++) {
      const blockLow = least[block] as number
      const blockHigh = greatest[block] as number
      if ((data[blockLow] as number) < lowest) {
        low = blockLow
        lowest = data[low] as number
      }
      if ((data[blockHigh] as number) > highest) {
        high = blockHigh
        highest = data[high] as number
      }
    }
    return scan(endBlock * BLOCK, to, { least: low, greatest: high })
  }

  return {
    within(from, to) {
      const { least, greatest } = placesWithin(from, to)
      const value = (index: number) => (from < to ? (series.data[index] as number) : Number.NaN)
      return { least, greatest, low: value(least), high: value(greatest) }
    },
    truncate(length) {
      const whole = Math.floor(length / BLOCK)
      if (least.length > whole) {
        least.length = whole
        greatest.length = whole
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
