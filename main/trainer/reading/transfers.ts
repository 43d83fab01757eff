import type { Weights } from '../weights/named-weights'

/** The memory of all numbers of weights, each piece once: what need not be copied from one thread to another. */
export function transfersOf({ snapshot }: Weights): ArrayBuffer[] {
  const { parameters, slots, states } = snapshot
  const arrays = [parameters, ...slots.values()].flatMap((named) => [...named.values()])
  return [...new Set([...arrays, ...states].map(({ values }) => values.buffer as ArrayBuffer))]
}
