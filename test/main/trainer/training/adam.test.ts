import { describe, expect, it } from 'vitest'
import { numbersOf, type Tensor1D, tf } from '../../../../main/trainer/tensorflow'
import { adam, adamSchedule } from '../../../../main/trainer/training/adam'
import { greatestDifference } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'

const START = [0.5, -2, 0, 100]

/** Applies Adam to the gradients in turn, and gives the parameters after each. */
function train(gradients: readonly number[][], rates: readonly number[]): number[][] {
  return tf.tidy(() => {
    let parameters: Tensor1D = tf.tensor1d(START)
    let moments = { first: tf.zerosLike(parameters), second: tf.zerosLike(parameters) }
    return gradients.map((gradient, i) => {
      const schedule = tf.tensor1d(adamSchedule(rates[i] ?? 0, i + 1))
      const next = adam(parameters, tf.tensor1d(gradient), moments, schedule)
      parameters = next.parameters
      moments = next.moments
      return [...numbersOf(parameters)]
    })
  })
}

/** The paper's algorithm 1, in float64, with both moments corrected before the division. */
function paper(gradients: readonly number[][], rates: readonly number[]): number[][] {
  const p = [...START]
  const m = p.map(() => 0)
  const v = p.map(() => 0)
  return gradients.map((gradient, i) => {
    for (const [k, g] of gradient.entries()) {
      m[k] = 0.9 * (m[k] ?? 0) + 0.1 * g
      v[k] = 0.999 * (v[k] ?? 0) + 0.001 * g * g
      const correctedM = m[k] / (1 - 0.9 ** (i + 1))
      const correctedV = v[k] / (1 - 0.999 ** (i + 1))
      p[k] = (p[k] ?? 0) - ((rates[i] ?? 0) * correctedM) / (Math.sqrt(correctedV) + 1e-8)
    }
    return [...p]
  })
}

describe('Adam', () => {
  const gradients = Array.from({ length: 50 }, (_, i) => [
    Math.sin(i),
    1e-4 * Math.cos(3 * i),
    0,
    -1e3 / (i + 1),
  ])

  it('follows the paper in float64 over 50 updates, also when the rate changes', () => {
    const rates = gradients.map((_, i) => (i < 20 ? 0.02 : 0.3))
    const [ours, theirs] = [train(gradients, rates), paper(gradients, rates)]
    // Float32 holds 100 to 8e-6; each update may be off by half of that.
    expect(greatestDifference(ours.flat(), theirs.flat())).toBeLessThan(2e-4)
    expect(greatestDifference(ours[0] ?? [], theirs[0] ?? [])).toBeLessThan(4e-6)
  })

  it('moves each parameter by the learning rate at first, whatever the size of its gradient', () => {
    const [first] = train([[1e-3, -7, 0, 1e5]], [0.02])
    expect(greatestDifference(first ?? [], [0.48, -1.98, 0, 99.98])).toBeLessThan(1e-5)
  })

  it('has an epsilon of 1e-8, added after the correction', () => {
    const [first] = train([[1e-8, 0, 0, 0]], [0.02])
    expect(first?.[0]).toBeCloseTo(0.49, 6)
  })

  it('computes its schedule in float64', () => {
    const [stepSize, rootCorrection] = adamSchedule(0.02, 1)
    expect(stepSize).toBeCloseTo(0.2, 15)
    expect(rootCorrection).toBeCloseTo(Math.sqrt(0.001), 15)
    expect(adamSchedule(0.02, 1_000_000)).toEqual([0.02, 1])
  })

  it('leaves no tensor behind', () => {
    const before = tensorCount()
    train(gradients, [0.1])
    expect(tensorCount()).toEqual(before)
  })
})
