import type { Series } from '@contract/data/series'
import { mersenneTwister } from '../../random/mersenne-twister'
import { drawBetween } from '../../random/numpy-uniform'
import { counted } from './columns'

const LENGTH = 5000
const DELAY = 17
/** Stages of the integration in each time step. */
const STAGES = 10
const H = 1 / STAGES
/** Time steps before the first one, in which the start is forgotten. */
const SETTLING = 500

/**
 * The Mackey-Glass equation (1977): x'(t) = 0.2·x(t-17)/(1 + x(t-17)^10) - 0.1·x(t), by the classical Runge-Kutta method
 * in stages of 0.1, seen once in each unit of time. Before time 0, x is constant, at a number drawn from [1.1, 1.3); the
 * first time step is 500 units later.
 *
 * The method asks for x half a stage after points that are known. There the delayed value is that of the cubic with the
 * known values and slopes at both ends (Hermite), which errs in the fourth power of the stage, as the method does;
 * holding the older value instead would err in the first.
 */
export function mackeyGlass(seed: number): Series {
  const stages = (SETTLING + LENGTH - 1) * STAGES
  const lag = DELAY * STAGES
  const before = drawBetween(mersenneTwister(seed), 1.1, 1.3)
  // x at each stage's beginning, and its slope to the right of there.
  const x = new Float64Array(stages + 1)
  const slopes = new Float64Array(stages + 1)
  x[0] = before
  const known = (values: Float64Array, stage: number) => values[stage] as number
  const delayed = (stage: number) => (stage < lag ? before : known(x, stage - lag))
  const delayedHalf = (stage: number) => {
    if (stage < lag) return before
    const left = stage - lag
    const chord = (known(x, left) + known(x, left + 1)) / 2
    return chord + (H * (known(slopes, left) - known(slopes, left + 1))) / 8
  }
  for (let stage = 0; stage < stages; stage += 1) {
    const now = known(x, stage)
    const k1 = slope(now, delayed(stage))
    const half = delayedHalf(stage)
    const k2 = slope(now + (H / 2) * k1, half)
    const k3 = slope(now + (H / 2) * k2, half)
    const k4 = slope(now + H * k3, delayed(stage + 1))
    slopes[stage] = k1
    x[stage + 1] = now + (H / 6) * (k1 + 2 * k2 + 2 * k3 + k4)
  }
  const seen = Float64Array.from({ length: LENGTH }, (_, t) => known(x, (SETTLING + t) * STAGES))
  return counted({ x: seen })
}

function slope(x: number, delayed: number): number {
  return (0.2 * delayed) / (1 + delayed ** 10) - 0.1 * x
}
