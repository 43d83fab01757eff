import type { Series } from '@contract/data/series'
import { mersenneTwister, type RandomBits } from '../../random/mersenne-twister'
import { drawBetween } from '../../random/numpy-uniform'
import { counted } from './columns'

const LENGTH = 5000
const ORDER = 10
/** Beyond this the output does not come back: its square term makes it grow without end. It is about 0.4 as a rule. */
const LARGEST = 5

/**
 * NARMA-10 (Atiya and Parlos, 2000): y(t+1) = 0.3·y(t) + 0.05·y(t)·(y(t) + … + y(t-9)) + 1.5·u(t-9)·u(t) + 0.1, with u
 * drawn from [0, 0.5), and y(0) … y(9) = 0. The input is u and the output y, each at its own time step: y(t+1) is known
 * from what the network has seen at t.
 *
 * Some inputs make it grow without end. Then the whole input is drawn again, from where the generator stands.
 */
export function narma10(seed: number): Series {
  const random = mersenneTwister(seed)
  for (;;) {
    const drawn = tryNarma(random)
    if (drawn !== null) return counted(drawn)
  }
}

/** One input and its output; null where the output grows without end. */
function tryNarma(random: RandomBits): { input: Float64Array; output: Float64Array } | null {
  const input = Float64Array.from({ length: LENGTH }, () => drawBetween(random, 0, 0.5))
  const output = new Float64Array(LENGTH)
  const at = (values: Float64Array, index: number) => values[index] as number
  for (let t = ORDER - 1; t < LENGTH - 1; t += 1) {
    const y = at(output, t)
    let sum = 0
    for (let back = 0; back < ORDER; back += 1) sum += at(output, t - back)
    const next = 0.3 * y + 0.05 * y * sum + 1.5 * at(input, t - ORDER + 1) * at(input, t) + 0.1
    if (next > LARGEST) return null
    output[t + 1] = next
  }
  return { input, output }
}
