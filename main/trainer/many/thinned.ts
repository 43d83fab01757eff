/** Some of what comes one after the other: the first, every so many after it, and the last. */
export type Thinned<T> = {
  readonly add: (item: T) => void
  /** Whether the next one stays at least until the one after it. */
  readonly isNextKept: () => boolean
  /** From one that is kept to the next: a power of two. */
  readonly stride: () => number
  readonly all: () => readonly T[]
}

/**
 * Keeps at most so many items, from 2, however many come. What is kept of so many follows from their number alone.
 *
 * @param join what of an item that goes passes over to the next one that stays
 */
export function createThinned<T>(
  most: number,
  join: (gone: T, kept: T) => T = (_, kept) => kept,
): Thinned<T> {
  let kept: T[] = []
  let stride = 1
  let count = 0
  /** The newest since the last one that is kept, with what has passed over to it. */
  let rest: { readonly item: T } | null = null

  function halve() {
    let gone: { readonly item: T } | null = null
    const left: T[] = []
    for (const [i, item] of kept.entries()) {
      if (i % 2 === 0) left.push(gone ? join(gone.item, item) : item)
      gone = i % 2 === 0 ? null : { item }
    }
    kept = left
    stride *= 2
    if (gone) rest = rest ? { item: join(gone.item, rest.item) } : gone
  }

  const isNextKept = () => count % stride === 0

  return {
    add: (item) => {
      if (isNextKept() && kept.length === most) halve()
      const whole = rest ? join(rest.item, item) : item
      if (isNextKept()) kept.push(whole)
      rest = isNextKept() ? null : { item: whole }
      count += 1
    },
    isNextKept,
    stride: () => stride,
    all: () => {
      if (rest && kept.length === most) halve()
      return rest ? [...kept, rest.item] : kept
    },
  }
}
