/** Of how many costs the middle counts. */
const COUNTED = 5

/** What something costs by what it cost the last times. */
export type Cost = {
  /** The middle of the last five: one that was held up says little of what the next one takes. 0 while fewer than three are known. */
  readonly usual: () => number
  readonly add: (cost: number) => void
}

export function createCost(): Cost {
  let last: readonly number[] = Array.from({ length: COUNTED }, () => 0)
  let usual = 0
  return {
    usual: () => usual,
    add: (cost) => {
      last = [...last.slice(1), cost]
      usual = last.toSorted((a, b) => a - b)[(COUNTED - 1) / 2] as number
    },
  }
}
