import { describe, expect, it } from 'vitest'
import type { InsideNet } from '../../../../../main/trainer/inside/net/inside-net'
import { runPass } from '../../../../../main/trainer/inside/pass/pass'
import { diagnose, isAlarm } from '../../../../../main/trainer/inside/reach/diagnose'
import { type Falloff, falloffOf } from '../../../../../main/trainer/inside/reach/falloff'
import { sequenceLoss } from '../../../../../main/trainer/inside/reach/loss'
import {
  rowsWithin,
  type Triangle,
  triangle,
  triangleInPieces,
} from '../../../../../main/trainer/inside/reach/triangle'
import { noise, noiseNet, noiseStates, smallSpec } from '../small-net'

/** A relu unit that adds to its own state times `weight` what it sees, and is read out as it is. */
function accumulator(weight: number): InsideNet {
  const network = smallSpec({ cell: 'rnn-relu', layers: 1, hiddenUnits: 1, inputs: 1, outputs: 1 })
  return {
    network,
    layers: [
      {
        kernel: Float64Array.of(1),
        recurrentKernel: Float64Array.of(weight),
        bias: Float64Array.of(0),
        recurrentBias: Float64Array.of(0),
        features: 1,
      },
    ],
    readOut: { kernel: Float64Array.of(1), bias: Float64Array.of(0) },
  }
}

/** Its gradient through time, with targets that are all too low by one, or by as much as is given for some time steps. */
function triangleOf(
  weight: number,
  timeSteps: number,
  errors: Readonly<Record<number, number>> = {},
): Triangle {
  const net = accumulator(weight)
  const pass = runPass(net, new Float64Array(timeSteps).fill(1), [{ h: Float64Array.of(0) }])
  const targets = pass.predictions.map((prediction, s) => prediction - (errors[s] ?? 1))
  return triangle(net, pass, sequenceLoss(pass.predictions, targets).byPredictions, 0)
}

describe('the loss of one sequence', () => {
  it('leaves out what is missing', () => {
    const { loss, byPredictions } = sequenceLoss(Float64Array.of(1, 2, 3), Float64Array.of(0, Number.NaN, 5))
    expect(loss).toBe((1 + 4) / 2)
    expect([...byPredictions]).toEqual([1, 0, -2])
    const none = sequenceLoss(Float64Array.of(1), Float64Array.of(Number.NaN))
    expect([none.loss, ...none.byPredictions]).toEqual([0, 0])
  })

  it('is refused of other targets', () => {
    expect(() => sequenceLoss(Float64Array.of(1, 2), Float64Array.of(1))).toThrow('2 ≠ 1')
  })
})

describe('the gradient through time', () => {
  it('of a unit with its own weight is a power of it', () => {
    const { rows, norms, profile } = triangleOf(0.5, 4)
    // 2 · error / 4 targets.
    expect(rows).toEqual([0, 1, 2, 3])
    expect([...norms].map((x) => (Number.isNaN(x) ? null : x))).toEqual([
      ...[0.5, null, null, null],
      ...[0.25, 0.5, null, null],
      ...[0.125, 0.25, 0.5, null],
      ...[0.0625, 0.125, 0.25, 0.5],
    ])
    expect([...profile]).toEqual([0.9375, 0.875, 0.75, 0.5])
  })

  it('has numbers however small', () => {
    const { norms, timeSteps } = triangleOf(1e-3, 100)
    expect(norms[99 * timeSteps + 9]).toBeCloseTo(0.02e-270, 280)
    expect(Math.log10((norms[99 * timeSteps + 9] ?? 0) / 0.02)).toBeCloseTo(-270, 9)
  })

  it('has as many rows as the budget allows, evenly spaced, the last among them', () => {
    expect(rowsWithin(4, 1)).toEqual([0, 1, 2, 3])
    // The lesson's cell over 190 time steps is the last that is followed whole.
    expect(rowsWithin(190, 32 * 33)).toHaveLength(190)
    const some = rowsWithin(500, 32 * 33)
    expect([some.length, some[0], some.at(-1)]).toEqual([75, 6, 499])
    const gaps = new Set(some.slice(1).map((s, i) => s - (some[i] ?? 0)))
    expect(gaps).toEqual(new Set([6, 7]))
    expect(rowsWithin(400, 1e9)).toEqual([49, 99, 149, 199, 249, 299, 349, 399])
    expect(rowsWithin(3, 1e9)).toEqual([0, 1, 2])
    expect(rowsWithin(0, 1)).toEqual([])
  })

  it('is the same in pieces, and lets others have their turn', () => {
    const network = smallSpec({ cell: 'gru', hiddenUnits: 150, layers: 2 })
    const net = noiseNet(1, network)
    const pass = runPass(net, noise(2, 2 * 12), noiseStates(3, network))
    const { byPredictions } = sequenceLoss(pass.predictions, noise(4, 3 * 12))
    const pieces = triangleInPieces(net, pass, byPredictions, 0)
    let [turns, next] = [0, pieces.next()]
    for (; !next.done; next = pieces.next()) turns += 1
    expect(turns).toBeGreaterThan(3)
    expect(next.value).toEqual(triangle(net, pass, byPredictions, 0))
  })
})

describe('the falloff', () => {
  it.each([
    [0.5, 10, 6],
    [0.9, 10, 9],
    [2, 10, 9],
    [0.1, 8, 2],
  ])('of a unit with weight %f over %i time steps is its logarithm', (weight, timeSteps, reach) => {
    const falloff = falloffOf(triangleOf(weight, timeSteps))
    expect(falloff.slope).toBeCloseTo(Math.log10(weight), 12)
    // 0.1² is a hair over 1 %.
    expect(falloff.reach).toBe(reach)
    for (const [distance, ratio] of falloff.ratios.entries())
      expect(ratio / weight ** distance).toBeCloseTo(1, 12)
  })

  it('leaves out time steps that have no loss of their own', () => {
    const [all, some] = [triangleOf(0.5, 10), triangleOf(0.5, 10, { 2: 0, 5: 0 })]
    expect(falloffOf(some)).toEqual(falloffOf(all))
    // Only the last row goes all the way.
    expect(falloffOf(triangleOf(0.5, 10, { 9: 0 })).ratios[9]).toBeNaN()
    // A gate that is shut keeps this time step's state from the loss, and lets an earlier one through.
    const shut = falloffOf({
      timeSteps: 2,
      rows: [0, 1],
      norms: Float64Array.of(1, Number.NaN, 0.5, 0),
      profile: Float64Array.of(1, 0),
    })
    expect([...shut.ratios, shut.slope, shut.reach]).toEqual([1, Number.NaN, null, 0])
    const none = falloffOf(triangleOf(0.5, 3, { 0: 0, 1: 0, 2: 0 }))
    expect([none.slope, none.reach, diagnose(none)]).toEqual([null, null, null])
  })

  it('ends where nothing arrives any more', () => {
    const dead = falloffOf(triangleOf(0, 5))
    expect([dead.slope, dead.reach]).toEqual([Number.NEGATIVE_INFINITY, 0])
    // 1e-100 to the fourth is no number: four ratios are fitted.
    const tiny = falloffOf(triangleOf(1e-100, 8))
    expect(tiny.ratios[4]).toBe(0)
    expect(tiny.slope).toBeCloseTo(-100, 9)
  })

  it('tells of a single time step that it reaches itself', () => {
    const { slope, reach } = falloffOf(triangleOf(0.5, 1))
    expect([slope, reach]).toEqual([null, 0])
  })

  it('is without end where a gradient is beyond all numbers', () => {
    const falloff = falloffOf(triangleOf(1e160, 5, { 0: 1, 1: 1e150, 2: 0, 3: 0, 4: 0 }))
    expect(falloff.slope).toBeGreaterThan(150)
    const norms = Float64Array.of(1, Number.NaN, Number.POSITIVE_INFINITY, 1)
    const beyond = falloffOf({ timeSteps: 2, rows: [0, 1], norms, profile: Float64Array.of(1, 1) })
    expect(beyond.slope).toBe(Number.POSITIVE_INFINITY)
    expect(diagnose(beyond)).toBe('exploding')
  })
})

describe('the diagnosis', () => {
  const of = (weight: number, timeSteps: number) => diagnose(falloffOf(triangleOf(weight, timeSteps)))

  it.each([
    // 0.5^6 is the last power of it that is 1 % or more: 6 of 10, of 30 and of 31 time steps.
    [0.5, 10, 'healthy'],
    [0.5, 30, 'healthy'],
    [0.5, 31, 'vanishing'],
    [0, 6, 'vanishing'],
    [0.9, 10, 'cut-by-window'],
    // 0.9^43 is 1.08 %, but that falls off slowly.
    [0.9, 300, 'healthy'],
    [1, 10, 'cut-by-window'],
    // Twice as much every time step: 8 times over 4 time steps, 16 times over 5.
    [2, 4, 'cut-by-window'],
    [2, 5, 'exploding'],
    // Tenfold, but ever so slowly.
    [1.1, 60, 'cut-by-window'],
    [1.13, 60, 'exploding'],
  ] as const)('of a unit with weight %f over %i time steps: %s', (weight, timeSteps, expected) => {
    expect(of(weight, timeSteps)).toBe(expected)
  })

  it('is an alarm where something should be done', () => {
    const judged = (['healthy', 'vanishing', 'exploding', 'cut-by-window', null] as const).map(isAlarm)
    expect(judged).toEqual([false, true, true, false, false])
  })

  it('asks for both a slope and what comes of it', () => {
    const falloff: Falloff = { timeSteps: 10, ratios: Float64Array.of(1, 0.1), slope: -1, reach: 1 }
    expect(diagnose(falloff)).toBe('vanishing')
    expect(diagnose({ ...falloff, slope: -0.09 })).toBe('healthy')
    expect(diagnose({ ...falloff, reach: 2 })).toBe('healthy')
  })
})
