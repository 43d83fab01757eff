/** Things in order of their size, largest first, and how many of them are shown before the rest is folded away. */
export type Largest<Thing> = {
  readonly first: readonly Thing[]
  readonly rest: readonly Thing[]
}

/**
 * Puts the largest first and folds the rest. What would fold no more than two things folds none: a line that says so takes as
 * much room.
 */
export function largestFirst<Thing>(
  things: readonly Thing[],
  sizeOf: (thing: Thing) => number,
  most: number,
): Largest<Thing> {
  const sorted = [...things].sort((a, b) => Math.abs(sizeOf(b)) - Math.abs(sizeOf(a)))
  const shown = sorted.length <= most + 2 ? sorted.length : most
  return { first: sorted.slice(0, shown), rest: sorted.slice(shown) }
}
