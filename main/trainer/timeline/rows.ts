/** Bytes of a block of rows, unless a single row is larger. */
const BLOCK_BYTES = 1024 * 1024

/**
 * Rows of numbers, all of one length. A row that is given back is the next to be taken: in a run that goes on for hours no
 * memory is asked for, cleared and given back with every row.
 */
export type Rows = {
  /** A row that nobody else has; its numbers are any. */
  readonly take: () => Float32Array
  readonly giveBack: (row: Float32Array) => void
}

/** @param length of a row, from 1 */
export function createRows(length: number): Rows {
  const perBlock = Math.max(1, Math.floor(BLOCK_BYTES / (length * Float32Array.BYTES_PER_ELEMENT)))
  const free: Float32Array[] = []
  return {
    take: () => {
      const row = free.pop()
      if (row) return row
      const block = new Float32Array(perBlock * length)
      for (let i = perBlock - 1; i > 0; i -= 1) free.push(block.subarray(i * length, (i + 1) * length))
      return block.subarray(0, length)
    },
    giveBack: (row) => {
      free.push(row)
    },
  }
}
