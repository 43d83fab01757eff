import type { Growable } from './growable'

/** Finds the mean of any range of a growing series without looking at every value of it. */
export type Means = {
  /** Mean of the numbers from `from` up to, not including, `to`; NaN when there is none. */
  readonly within: (from: number, to: number) => number
  /** Values from `length` on have changed or gone. */
  readonly truncate: (length: number) => void
}

/** Values of a small block, and small blocks of a large one, as in extrema.ts. */
const SMALL = 32
const LARGE = SMALL * SMALL

type Total = { sum: number; count: number }
/** Of each block. */
type Blocks = { readonly sums: number[]; readonly counts: number[] }

/** Remembers sum and count of every full block of 32 values, and of 32 such blocks, made when first asked for. */
export function createMeans(series: Growable<Float32Array>): Means {
  const small: Blocks = { sums: [], counts: [] }
  const large: Blocks = { sums: [], counts: [] }

  /** By blocks where there are whole ones. */
  function added(from: number, to: number): Total {
    const { data } = series
    let [sum, count] = [0, 0]
    for (let index = from; index < to; ) {
      if (index % SMALL === 0 && index + SMALL <= to) {
        const isLarge = index % LARGE === 0 && index + LARGE <= to
        const [blocks, size] = isLarge ? [large, LARGE] : [small, SMALL]
        const block = index / size
        if (block < blocks.sums.length) {
          sum += blocks.sums[block] as number
          count += blocks.counts[block] as number
          index += size
          continue
        }
      }
      const value = data[index] as number
      if (Number.isFinite(value)) {
        sum += value
        count++
      }
      index++
    }
    return { sum, count }
  }

  function extend(blocks: Blocks, size: number, to: number) {
    for (let end = (blocks.sums.length + 1) * size; end <= to; end += size) {
      const { sum, count } = added(end - size, end)
      blocks.sums.push(sum)
      blocks.counts.push(count)
    }
  }

  return {
    within(from, to) {
      if (to - from >= SMALL) {
        extend(small, SMALL, to)
        extend(large, LARGE, to)
      }
      const { sum, count } = added(from, to)
      return sum / count
    },
    truncate(length) {
      for (const [blocks, size] of [
        [small, SMALL],
        [large, LARGE],
      ] as const) {
        const whole = Math.floor(length / size)
        blocks.sums.length = Math.min(blocks.sums.length, whole)
        blocks.counts.length = Math.min(blocks.counts.length, whole)
      }
    },
  }
}
