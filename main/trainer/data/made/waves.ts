import type { Series } from '@contract/data/series'
import { mersenneTwister } from '../../random/mersenne-twister'
import { normalNumbers } from '../../random/numpy-normal'
import { counted } from './columns'

/** Time steps of each wave. */
const LENGTH = 4000
const TURN = 2 * Math.PI

/** One column x, whose value at each time step t = 0, 1, 2, … is a formula's. */
function wave(formula: (t: number) => number): Series {
  return counted({ x: Float64Array.from({ length: LENGTH }, (_, t) => formula(t)) })
}

/** 1 for ten time steps, then -1 for ten. */
export function square(): Series {
  return wave((t) => (t % 20 < 10 ? 1 : -1))
}

/** From -1 up in 24 equal stages to 1, then at once back to -1: 2·(t mod 25)/24 - 1. */
export function saw(): Series {
  return wave((t) => (2 * (t % 25)) / 24 - 1)
}

/** Three sines of 50, 17 and 7 time steps, of heights 1, 0.5 and 0.25. */
export function sines(): Series {
  return wave(
    (t) => Math.sin((TURN * t) / 50) + 0.5 * Math.sin((TURN * t) / 17) + 0.25 * Math.sin((TURN * t) / 7),
  )
}

/** Amplitude modulation: a sine of 10 time steps whose height swings between 0.2 and 1.8 every 120. */
export function amplitudeModulated(): Series {
  return wave((t) => (1 + 0.8 * Math.sin((TURN * t) / 120)) * Math.sin((TURN * t) / 10))
}

/**
 * Frequency modulation: sin(2πt/5 + 8·sin(2πt/50)). Its frequency is the phase's slope over 2π, 1/5 + 8/50·cos(2πt/50):
 * periods from 2.8 to 25 time steps.
 */
export function frequencyModulated(): Series {
  return wave((t) => Math.sin((TURN * t) / 5 + 8 * Math.sin((TURN * t) / 50)))
}

/** A sine whose frequency grows evenly, from 1/100 of a period in each time step at first to 1/10 at the end. */
export function chirp(): Series {
  const [first, last] = [1 / 100, 1 / 10]
  return wave((t) => Math.sin(TURN * (first * t + ((last - first) * t * t) / (2 * LENGTH))))
}

/** A sine of 25 time steps with normal noise of standard deviation 0.3, a new number for each time step. */
export function noisySine(seed: number): Series {
  const noise = normalNumbers(mersenneTwister(seed))
  return wave((t) => Math.sin((TURN * t) / 25) + 0.3 * noise())
}
