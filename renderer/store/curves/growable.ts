/** A typed array that grows: `data` may be longer than what is in it, `length` says how much counts. */
export type Growable<A extends Float32Array | Float64Array> = {
  readonly data: A
  readonly length: number
  readonly append: (values: ArrayLike<number>) => void
  /**
   * Makes room for so many more.
   * @throws RangeError when there is no memory for them; what is in it stays
   */
  readonly reserve: (more: number) => void
  readonly truncate: (length: number) => void
  /** How often values were cut off: what was counted up from them before is no longer theirs. */
  readonly cuts: number
}

const FIRST_CAPACITY = 1024

function grow<A extends Float32Array | Float64Array>(make: (capacity: number) => A): Growable<A> {
  let data = make(FIRST_CAPACITY)
  let length = 0
  let cuts = 0

  function reserve(more: number) {
    const needed = length + more
    if (needed <= data.length) return
    let capacity = data.length
    // Doubling: a million appends copy each number about twice, not half a million times.
    while (capacity < needed) capacity *= 2
    const larger = make(capacity)
    larger.set(data.subarray(0, length))
    data = larger
  }

  return {
    get data() {
      return data
    },
    get length() {
      return length
    },
    append(values) {
      reserve(values.length)
      data.set(values, length)
      length += values.length
    },
    reserve,
    truncate(to) {
      if (to >= length) return
      length = to
      cuts++
    },
    get cuts() {
      return cuts
    },
  }
}

/** Grows in the wire's own precision. */
export function growableFloat32(): Growable<Float32Array> {
  return grow((capacity) => new Float32Array(capacity))
}

/** Grows in double precision, for positions that must stay whole numbers beyond 2^24. */
export function growableFloat64(): Growable<Float64Array> {
  return grow((capacity) => new Float64Array(capacity))
}
