import { countedDraw } from '@contract/counted-draw'

/** Draws, one after the other, that follow from a seed. */
export type Draws = {
  /** A whole number from 0 to `count` - 1. */
  readonly below: (count: number) => number
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number
  /** True so often, from 0 to 1. */
  readonly chance: (share: number) => boolean
  readonly oneOf: <T>(all: readonly T[]) => T
  /** From the least to the most, as often below the geometric mean as above it. */
  readonly proportion: (least: number, most: number) => number
}

export function drawsFrom(seed: number): Draws {
  let count = 0
  const below = (most: number) => countedDraw(seed >>> 0, count++, most)
  const share = () => below(2 ** 30) / 2 ** 30
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (often) => share() < often,
    oneOf: <T>(all: readonly T[]) => all[below(all.length)] as T,
    proportion: (least, most) => least * (most / least) ** share(),
  }
}
