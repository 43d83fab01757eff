import { describe, expect, it } from 'vitest'
import { type Piece, piecesOf, sampleOf } from '../../../../../main/trainer/data/windows/pieces'
import { areSequences, type Regime } from '../../../../../main/trainer/data/windows/regime'
import { forward } from '../../../../../main/trainer/network/network'
import { tf } from '../../../../../main/trainer/tensorflow'
import { evaluate, predictRange } from '../../../../../main/trainer/training/evaluate/evaluate'
import { predictPieces, zeroStates } from '../../../../../main/trainer/training/evaluate/predict-pieces'
import { distance, networkFor, preparedFor, REFERENCE } from './evaluate-reference'

const { window } = REFERENCE
/** How a network sees windows of the reference's length: they meet. */
const CARRIED: Regime = { window, carryState: true, meet: true }
const FROM_ZERO: Regime = { window, carryState: false, meet: true }

function finished<T>(pieces: Generator<void, T>): T {
  for (;;) {
    const next = pieces.next()
    if (next.done) return next.value
  }
}

describe('a part of a series, predicted', () => {
  const cases = REFERENCE.networks.flatMap(({ cell, layers, parts }) =>
    parts.map((part) => ({ cell, layers, ...part })),
  )
  it.each(cases)(
    'is as in PyTorch: $cell, $layers layers, horizon $horizon, carried: $carried',
    ({ cell, layers, horizon, carried, predictions, loss }) => {
      const { plan, parameters } = networkFor(cell, layers)
      const series = preparedFor(horizon)
      const range = series.parts.validation
      const pieces = carried ? piecesOf(series, 'validation', CARRIED, range) : oneBehindAnother(horizon)
      const question = { plan, series, pieces, window }
      const before = tf.memory().numTensors
      const said = finished(predictRange(question, parameters, range))
      expect(distance(said, predictions)).toBeLessThan(1e-5)
      expect(evaluate(question, parameters)).toBeCloseTo(loss, 5)
      // However many time steps go through the network at once, and from wherever it is looked at.
      expect(
        distance(
          finished(predictRange({ ...question, window: 3 }, parameters, range)),
          [...said].map(orNull),
        ),
      ).toBeLessThan(1e-6)
      expect(evaluate({ ...question, pieces: [...pieces].reverse() }, parameters)).toBeCloseTo(loss, 5)
      expect(tf.memory().numTensors).toBe(before)
    },
  )

  it('leaves nothing behind when it is called off', () => {
    const { plan, parameters } = networkFor('lstm', 2)
    const series = preparedFor(1)
    const pieces = piecesOf(series, 'train', CARRIED, series.parts.train)
    const before = tf.memory().numTensors
    const under = predictPieces({ plan, series, pieces, window }, parameters, () => {})
    under.next()
    expect(tf.memory().numTensors).toBeGreaterThan(before)
    under.return()
    expect(tf.memory().numTensors).toBe(before)
  })
})

describe('pieces of a part', () => {
  const series = preparedFor(3)
  const { validation } = series.parts

  it('are windows whose last quarter counts, and at the beginning of the series or behind a gap a whole one', () => {
    expect(piecesOf(series, 'validation', FROM_ZERO, validation)).toEqual([
      ...[69, 71, 73, 75, 77, 79, 81, 83, 85, 87].map((from) => ({ from, warmUp: 6, count: 2 })),
      { from: 89, warmUp: 6, count: 1 },
      { from: 91, warmUp: 0, count: 8 },
    ])
    expect(piecesOf(series, 'train', FROM_ZERO, { from: 0, to: 15 })).toEqual([
      { from: 0, warmUp: 0, count: 8 },
      { from: 8, warmUp: 6, count: 2 },
      { from: 10, warmUp: 6, count: 2 },
    ])
  })

  it('are stretches after a window of what lies before them, where one is', () => {
    expect(piecesOf(series, 'validation', CARRIED, validation)).toEqual([
      { from: 69, warmUp: 8, count: 21 },
      { from: 91, warmUp: 0, count: 8 },
    ])
    expect(piecesOf(series, 'train', CARRIED, series.parts.train)[0]?.warmUp).toBe(0)
  })

  it('cover the rows that are wanted, and no other', () => {
    expect(piecesOf(series, 'validation', CARRIED, { from: 90, to: 96 })).toEqual([
      { from: 87, warmUp: 8, count: 3 },
      { from: 91, warmUp: 0, count: 2 },
    ])
  })

  it('are sampled evenly where there are too many pairs', () => {
    const pieces = piecesOf(series, 'validation', CARRIED, validation)
    expect(sampleOf(pieces, 29, window)).toBe(pieces)
    expect(sampleOf(pieces, 15, window)).toEqual([
      { from: 69, warmUp: 8, count: 8 },
      { from: 85, warmUp: 8, count: 5 },
    ])
  })
})

describe('a network without a carried state', () => {
  it.each([1, 2, 3, 4, 8, 11])(
    'says of each row what a window of %d rows of its own makes it say, from three quarters of it on',
    (length) => {
      const { plan, parameters } = networkFor('gru', 1)
      for (const horizon of [0, 3]) {
        const series = preparedFor(horizon)
        const range = series.parts.validation
        const regime = { window: length, carryState: false, meet: false }
        const pieces = piecesOf(series, 'validation', regime, range)
        const said = finished(predictRange({ plan, series, pieces, window: length }, parameters, range))
        // Row by row: the inputs before it, back to the gap in row 90 or the beginning, in each window that it may lie in.
        for (let row = range.from; row < range.to; row += 1) {
          const own = [...said.subarray((row - range.from) * 3, (row - range.from + 1) * 3)]
          const newest = row - horizon
          if (newest === 90) {
            expect(own.every(Number.isNaN)).toBe(true)
            continue
          }
          const known = newest < 90 ? newest + 1 : newest - 90
          const least = Math.min(known, Math.floor((3 * length) / 4) + 1)
          const apart = []
          for (let seen = least; seen <= Math.min(known, length); seen += 1)
            apart.push(distance(own, alone(plan, series, parameters, newest, seen)))
          expect(Math.min(...apart), `row ${row}`).toBeLessThan(1e-6)
        }
        expect(Math.max(...pieces.map(({ warmUp, count }) => warmUp + count))).toBeLessThanOrEqual(length)
      }
    },
  )

  it('is judged in the windows of training where these are sequences', () => {
    const series = preparedFor(0)
    const width = series.raw.targets.length
    // Sequences of six rows, of which the last two have a target; the validation part begins with one.
    const answered = (first: number, length = 6) => ({
      ...series,
      mask: Uint8Array.from({ length: series.rows * width }, (_, i) =>
        Number(Math.floor(i / width) % length >= first),
      ),
    })
    const regime = { window: 6, carryState: false, meet: true }
    expect(piecesOf(answered(4), 'validation', regime, { from: 75, to: 86 })).toEqual([
      { from: 75, warmUp: 3, count: 3 },
      { from: 78, warmUp: 0, count: 6 },
      { from: 84, warmUp: 0, count: 2 },
    ])
    // Of seven rows, one goes on from the training part into the validation part, and all begin anew behind a gap.
    expect(piecesOf(answered(5, 7), 'validation', { ...regime, window: 7 }, { from: 72, to: 93 })).toEqual([
      { from: 72, warmUp: 2, count: 5 },
      { from: 77, warmUp: 0, count: 7 },
      { from: 84, warmUp: 0, count: 6 },
      { from: 91, warmUp: 0, count: 2 },
    ])
    expect(areSequences(answered(3), regime)).toBe(true)
    // Not where anything is asked for in the first half, nor where windows overlap or have seen what was before.
    expect(areSequences(answered(2), regime)).toBe(false)
    expect(areSequences({ ...series, mask: null }, regime)).toBe(false)
    expect(areSequences(answered(4), { ...regime, meet: false })).toBe(false)
    expect(areSequences(answered(4), { ...regime, carryState: true })).toBe(false)
  })

  it('is shown nothing from before a jump of time, nor with no horizon', () => {
    const series = { ...preparedFor(0), gaps: [71] }
    for (const regime of [CARRIED, FROM_ZERO])
      expect(piecesOf(series, 'validation', regime, series.parts.validation)[0]?.warmUp).toBe(0)
  })
})

/** What it says after so many rows up to one, from a zero state. */
function alone(
  plan: ReturnType<typeof networkFor>['plan'],
  series: ReturnType<typeof preparedFor>,
  parameters: ReturnType<typeof networkFor>['parameters'],
  row: number,
  seen: number,
): number[] {
  return tf.tidy(() => {
    const inputs = tf.tensor2d(series.inputs.slice((row - seen + 1) * 2, (row + 1) * 2), [seen, 2])
    const { predictions } = forward(plan, parameters, inputs, zeroStates(plan, 1))
    return [...predictions.dataSync()].slice(-3)
  })
}

/** The validation part in windows from zero states that do not overlap. */
function oneBehindAnother(horizon: number): Piece[] {
  return preparedFor(horizon).stretches.validation.flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / window) }, (_, i) => ({
      from: from + i * window,
      warmUp: 0,
      count: Math.min(window, to - from - i * window),
    })),
  )
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
