/** Some numbers by their order. */
export type Ranks = {
  /** Of each number, from 1; equal ones share the mean of theirs. */
  readonly ranks: Float64Array
  /** How many there are of each number that there is more than one of. */
  readonly ties: readonly number[]
}

/** The ranks of some numbers, as `scipy.stats.rankdata` has them. Infinite ones are equal and last. */
export function ranksOf(values: Float64Array): Ranks {
  const order = Uint32Array.from(values.keys()).sort((a, b) => compare(values[a], values[b]))
  const ranks = new Float64Array(values.length)
  const ties: number[] = []
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end += 1
    for (let at = start; at < end; at += 1) ranks[order[at] as number] = (start + 1 + end) / 2
    if (end - start > 1) ties.push(end - start)
    start = end
  }
  return { ranks, ties }
}

/** Not by a difference: that of two infinite numbers is none. */
function compare(a = 0, b = 0): number {
  return a < b ? -1 : a > b ? 1 : 0
}
