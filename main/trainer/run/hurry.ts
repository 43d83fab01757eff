import type { Pacer } from './pacer'

/** A pace that is left for a while: until it ends, updates come as fast as the machine can make them. */
export type Hurry = Pacer & {
  readonly isHurrying: () => boolean
  readonly begin: () => void
  readonly end: () => void
}

/** @param pacer what keeps the pace otherwise */
export function createHurry(pacer: Pacer): Hurry {
  let isHurrying = false
  return {
    ...pacer,
    unlimited: () => isHurrying || pacer.unlimited(),
    wait: (now) => (isHurrying ? 0 : pacer.wait(now)),
    isHurrying: () => isHurrying,
    begin: () => {
      isHurrying = true
    },
    end: () => {
      isHurrying = false
    },
  }
}
