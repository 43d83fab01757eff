/** Something that was measured, and the bound that it is held to. */
export type Figure = {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** In words; empty for a figure that only tells. */
  readonly bound: string
  readonly holds: boolean
}

/** A figure that must be at least so much. */
export function atLeast(least: number, what: string, value: number, unit: string): Figure {
  return { what, value, unit, bound: `at least ${least}`, holds: value >= least }
}

/** A figure that must be less than so much. */
export function below(most: number, what: string, value: number, unit: string): Figure {
  return { what, value, unit, bound: `below ${most}`, holds: value < most }
}

/** A figure that only tells. */
export function told(what: string, value: number, unit: string): Figure {
  return { what, value, unit, bound: '', holds: true }
}
