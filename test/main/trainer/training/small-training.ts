import type { Window } from '../../../../main/trainer/dataset/sine-to-cosine'
import { mersenneTwister } from '../../../../main/trainer/random/mersenne-twister'
import { fillUniform } from '../../../../main/trainer/random/torch-uniform'

/** Units and time steps of the small network that is checked number by number. */
export const UNITS = 3
export const TIME_STEPS = 4
/** Its parameters: W_ih, W_hh, b_ih, b_hh, read-out kernel and bias. */
export const PARAMETERS = UNITS + UNITS * UNITS + UNITS + UNITS + UNITS + 1

/** Numbers from ±1, the same in each run. */
export function randomNumbers(seed: number, count: number): Float32Array {
  return fillUniform(mersenneTwister(seed), count, -1, 1)
}

/** A window of noise: nothing in it is zero or alike by chance. */
export function randomWindow(seed: number, timeSteps = TIME_STEPS): Window {
  const [inputs, targets] = [randomNumbers(seed, timeSteps), randomNumbers(seed + 1, timeSteps)]
  return { times: inputs.map((_, i) => i), inputs, targets }
}
