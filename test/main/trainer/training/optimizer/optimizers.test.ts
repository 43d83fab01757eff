import type { OptimizerName } from '@contract/settings/run-config'
import { describe, expect, it } from 'vitest'
import { numbersOf, type Scalar, tf } from '../../../../../main/trainer/tensorflow'
import type { Optimized } from '../../../../../main/trainer/training/optimizer/optimizer'
import { OPTIMIZERS } from '../../../../../main/trainer/training/optimizer/optimizers'
import { SLOTS } from '../../../../../main/trainer/training/snapshot/snapshot'
import { greatestDifference } from '../../../../helpers/reference'
import { tensorCount } from '../../../../helpers/tensor-count'

const START = [0.5, -2, 0, 100]
const NAMES = Object.keys(OPTIMIZERS) as OptimizerName[]

type Settings = { readonly learningRate: number; readonly momentum: number }

/** Applies an optimiser to the gradients in turn, and gives the parameters after each. */
function train(
  name: OptimizerName,
  gradients: readonly number[][],
  settings: readonly Settings[],
): number[][] {
  const { schedule, apply } = OPTIMIZERS[name]
  return tf.tidy(() => {
    let now: Optimized = { parameters: tf.tensor1d(START), slots: SLOTS[name].map(() => tf.zeros([4])) }
    return gradients.map((gradient, i) => {
      const numbers = schedule(settings[i] ?? { learningRate: 0, momentum: 0 }, i + 1)
      now = apply(now, tf.tensor1d(gradient), tf.unstack(tf.tensor1d([...numbers])) as Scalar[])
      expect(now.slots).toHaveLength(SLOTS[name].length)
      return [...numbersOf(now.parameters)]
    })
  })
}

/** What one parameter does at update t, in float64; `kept` is for the rule to keep numbers in. */
type Rule = (gradient: number, t: number, settings: Settings, kept: number[]) => number

/** The rules as papers and documentation write them. */
const RULES: { readonly [Name in OptimizerName]: Rule } = {
  // The paper's algorithm 1: both moments corrected before the division.
  adam: (g, t, { learningRate }, kept) => {
    const [m, v] = moments(g, kept)
    return (learningRate * m) / (1 - 0.9 ** t) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8)
  },
  // The paper's remark before section 2.1, and the documentation of tf.compat.v1.train.AdamOptimizer.
  'adam-tensorflow': (g, t, { learningRate }, kept) => {
    const [m, v] = moments(g, kept)
    return (((learningRate * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t)) * m) / (Math.sqrt(v) + 1e-8)
  },
  sgd: (g, t, { learningRate, momentum }, kept) => {
    kept[0] = t === 1 ? g : momentum * (kept[0] ?? 0) + g
    return learningRate * kept[0]
  },
  rmsprop: (g, _, { learningRate }, kept) => {
    kept[0] = 0.99 * (kept[0] ?? 0) + 0.01 * g * g
    return (learningRate * g) / (Math.sqrt(kept[0]) + 1e-8)
  },
}

function moments(g: number, kept: number[]): [number, number] {
  const [m, v] = [0.9 * (kept[0] ?? 0) + 0.1 * g, 0.999 * (kept[1] ?? 0) + 0.001 * g * g]
  kept.splice(0, 2, m, v)
  return [m, v]
}

function byRule(name: OptimizerName, gradients: readonly number[][], settings: readonly Settings[]) {
  const parameters = [...START]
  const kept = START.map((): number[] => [])
  return gradients.map((gradient, i) => {
    for (const [k, g] of gradient.entries())
      parameters[k] =
        (parameters[k] as number) - RULES[name](g, i + 1, settings[i] as Settings, kept[k] as number[])
    return [...parameters]
  })
}

describe('the optimisers', () => {
  const gradients = Array.from({ length: 50 }, (_, i) => [
    Math.sin(i),
    1e-4 * Math.cos(3 * i),
    0,
    -10 / (i + 1),
  ])

  it.each(NAMES)('%s follows its rule in float64 over 50 updates, also when its settings change', (name) => {
    const settings = gradients.map((_, i) =>
      i < 20 ? { learningRate: 0.02, momentum: 0.9 } : { learningRate: 0.1, momentum: 0.5 },
    )
    const [ours, theirs] = [train(name, gradients, settings), byRule(name, gradients, settings)]
    // Float32 holds 100 to 8e-6; each update may be off by half of that.
    expect(greatestDifference(ours.flat(), theirs.flat())).toBeLessThan(2e-4)
    expect(greatestDifference(ours[0] ?? [], theirs[0] ?? [])).toBeLessThan(8e-6)
  })

  it.each(NAMES)('%s always needs as many numbers for an update', (name) => {
    const { schedule } = OPTIMIZERS[name]
    const lengths = [1, 2, 1_000_000].map(
      (t) => schedule({ learningRate: 0.02, momentum: t === 2 ? 0.9 : 0 }, t).length,
    )
    expect(new Set(lengths).size).toBe(1)
  })

  it('Adam moves each parameter by the learning rate at first, whatever the size of its gradient', () => {
    const [first] = train('adam', [[1e-3, -7, 0, 1e5]], [{ learningRate: 0.02, momentum: 0 }])
    expect(greatestDifference(first ?? [], [0.48, -1.98, 0, 99.98])).toBeLessThan(1e-5)
  })

  it('the two forms of Adam differ in where epsilon is added', () => {
    const settings = [{ learningRate: 0.02, momentum: 0 }]
    const [torch, tensorflow] = (['adam', 'adam-tensorflow'] as const).map(
      (name) => train(name, [[1e-8, 0, 0, 0]], settings)[0]?.[0] ?? 0,
    )
    expect(torch).toBeCloseTo(0.49, 6)
    expect(tensorflow).toBeCloseTo(0.5 - (0.02 * Math.sqrt(0.001)) / (Math.sqrt(0.001) + 1), 6)
  })

  it('computes its schedule in float64', () => {
    const { schedule } = OPTIMIZERS.adam
    const [stepSize, rootCorrection] = schedule({ learningRate: 0.02, momentum: 0 }, 1)
    expect(stepSize).toBeCloseTo(0.2, 15)
    expect(rootCorrection).toBeCloseTo(Math.sqrt(0.001), 15)
    expect(schedule({ learningRate: 0.02, momentum: 0 }, 1_000_000)).toEqual([0.02, 1])
  })

  it('leave no tensor behind', () => {
    const before = tensorCount()
    for (const name of NAMES) train(name, gradients, [])
    expect(tensorCount()).toEqual(before)
  })
})
