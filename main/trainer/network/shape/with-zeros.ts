import type { ArrayOf } from './named-arrays'

/** A state [layer, batch, hidden] with zeros for some of its sequences. */
export function withZeros({ shape, values }: ArrayOf, isZero: (sequence: number) => boolean): ArrayOf {
  const [, batch = 1, hidden = 0] = shape
  return { shape, values: values.map((value, i) => (isZero(Math.floor(i / hidden) % batch) ? 0 : value)) }
}
