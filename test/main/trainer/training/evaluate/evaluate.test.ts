import { describe, expect, it } from 'vitest'
import { piecesOf, sampleOf } from '../../../../../main/trainer/data/windows/pieces'
import { tf } from '../../../../../main/trainer/tensorflow'
import { evaluate, predictRange } from '../../../../../main/trainer/training/evaluate/evaluate'
import { predictPieces } from '../../../../../main/trainer/training/evaluate/predict-pieces'
import { distance, networkFor, preparedFor, REFERENCE } from './evaluate-reference'

const { window } = REFERENCE

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
      const pieces = piecesOf(series, 'validation', { window, carryState: carried }, range)
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
    const pieces = piecesOf(series, 'train', { window, carryState: true }, series.parts.train)
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

  it('are windows, the last of a stretch shorter, where no state is carried', () => {
    expect(piecesOf(series, 'validation', { window, carryState: false }, validation)).toEqual([
      { from: 69, warmUp: 0, count: 8 },
      { from: 77, warmUp: 0, count: 8 },
      { from: 85, warmUp: 0, count: 5 },
      { from: 91, warmUp: 0, count: 8 },
    ])
  })

  it('are stretches after a window of what lies before them, where one is', () => {
    expect(piecesOf(series, 'validation', { window, carryState: true }, validation)).toEqual([
      { from: 69, warmUp: 8, count: 21 },
      { from: 91, warmUp: 0, count: 8 },
    ])
    expect(piecesOf(series, 'train', { window, carryState: true }, series.parts.train)[0]?.warmUp).toBe(0)
  })

  it('cover the rows that are wanted, and no other', () => {
    expect(piecesOf(series, 'validation', { window, carryState: true }, { from: 90, to: 96 })).toEqual([
      { from: 87, warmUp: 8, count: 3 },
      { from: 91, warmUp: 0, count: 2 },
    ])
  })

  it('are sampled evenly where there are too many pairs', () => {
    const pieces = piecesOf(series, 'validation', { window, carryState: true }, validation)
    expect(sampleOf(pieces, 29, window)).toBe(pieces)
    expect(sampleOf(pieces, 15, window)).toEqual([
      { from: 69, warmUp: 8, count: 8 },
      { from: 85, warmUp: 8, count: 5 },
    ])
  })
})

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
