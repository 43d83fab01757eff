import type { Growable } from './growable'

/** Finds the mean of any range of a growing series without looking at every value of it. */
export type Means = {
  /** Mean of the numbers from `from` up to, not including, `to`; NaN when there is none. */
  readonly within: (from: number, to: number) => number
  /** Values from `length` on have changed or gone. */
  readonly truncate: (length: number) => void
}

const BLOCK = 256

/** Remembers sum and count of every full block of 256 values, made when first asked for, as extrema.ts does. */
export function createMeans(series: Growable<Float32Array>): Means {
  const sums: number[] = []
  const counts: number[] = []

  function extend(blocks: number) {
    for (let block = sums.length; block < blocks; block++) {
      const { sum, count } = added(block * BLOCK, (block + 1) * BLOCK)
      sums.push(sum)
      counts.push(count)
    }
  }

  function added(from: number, to: number) {
    let [sum, count] = [0, 0]
    for (let index = from; index < to; index++) {
      const value = series.data[index] as number
      if (!Number.isFinite(value)) continue
      sum += value
      count++
    }
    return { sum, count }
  }

  return {
    within(from, to) {
      const firstBlock = Math.ceil(from / BLOCK)
      const endBlock = Math.floor(to / BLOCK)
      if (endBlock <= firstBlock) {
        const { sum, count } = added(from, to)
        return sum / count
      }
      extend(endBlock)
      const [before, after] = [added(from, firstBlock * BLOCK), added(endBlock * BLOCK, to)]
      let [sum, count] = [before.sum + after.sum, before.count + after.count]
      for (let block = firstBlock; block < endBlock; block++) {
        sum += sums[block] as number
        count += counts[block] as number
      }
      return sum / count
    },
    truncate(length) {
      const whole = Math.floor(length / BLOCK)
      if (sums.length <= whole) return
      sums.length = whole
      counts.length = whole
    },
  }
}
