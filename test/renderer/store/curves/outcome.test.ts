import { describe, expect, it } from 'vitest'
import { createHistory } from '../../../../renderer/store/curves/history'
import { outcomeOf } from '../../../../renderer/store/curves/outcome'
import { SERIES, seriesBatch } from '../../helpers/series-batch'

/** A history whose windows are each one period of the cosine in eight time steps: its variance is 1/2. */
function historyOf(losses: readonly number[], firstUpdate = 1) {
  const history = createHistory()
  const steps = 8
  const points = losses.length * steps
  history.append({
    runId: 'run-1',
    firstUpdate,
    losses: Float32Array.from(losses),
    gradientNorms: new Float32Array(losses.length),
    validationLosses: new Float32Array(losses.length).fill(Number.NaN),
    lengths: new Uint32Array(losses.length).fill(steps),
    starts: new Float64Array(losses.length),
    steps: new Float64Array(losses.length),
    outputs: 1,
    inputs: new Float32Array(points),
    targets: Float32Array.from({ length: points }, (_, index) => 3 + Math.cos((index / steps) * 2 * Math.PI)),
    predictions: new Float32Array(points),
    updatesPerSecond: 20,
  })
  return history
}

const times = (count: number, loss: number) => Array.from({ length: count }, () => loss)

describe('the outcome of a run', () => {
  it('is nothing before the first update', () => {
    expect(outcomeOf(createHistory())).toBeNull()
  })

  it('is that it learned when the last 20 updates lose less than a constant would, the variance of the targets', () => {
    expect(outcomeOf(historyOf([...times(40, 2), ...times(20, 0.49)]))).toEqual({ kind: 'learned' })
    expect(outcomeOf(historyOf([...times(40, 2), ...times(20, 0.51)]))).toEqual({ kind: 'not-learned' })
  })

  it('does not hang on a single window that is missed or hit', () => {
    expect(outcomeOf(historyOf([...times(59, 0.1), 7]))).toEqual({ kind: 'learned' })
    expect(outcomeOf(historyOf([...times(59, 8), 0.01]))).toEqual({ kind: 'not-learned' })
  })

  it('says until when a run had learned that is no better than a constant at its end', () => {
    const losses = [...times(40, 0.6), ...times(100, 0.02), ...times(60, 0.55)]
    const outcome = outcomeOf(historyOf(losses))
    // The first 20 updates of which all but the first ones are at 0.55 again: their mean passes 1/2 there.
    const means = losses.slice(19).map((_, i) => losses.slice(i, i + 20).reduce((a, b) => a + b) / 20)
    const learnedUntil = means.findLastIndex((mean) => mean < 0.5) + 20
    expect(outcome).toEqual({ kind: 'lost', learnedUntil })
    expect(learnedUntil).toBeGreaterThanOrEqual(140)
    expect(learnedUntil).toBeLessThanOrEqual(160)
  })

  it('counts from the first update that is kept', () => {
    const losses = [...times(40, 0.02), ...times(40, 0.6)]
    const [here, later] = [outcomeOf(historyOf(losses)), outcomeOf(historyOf(losses, 1001))]
    if (here?.kind !== 'lost' || later?.kind !== 'lost') throw new Error('both have lost it')
    expect(later.learnedUntil).toBe(here.learnedUntil + 1000)
  })

  it('judges a short run by all it has', () => {
    expect(outcomeOf(historyOf([0.4]))).toEqual({ kind: 'learned' })
    expect(outcomeOf(historyOf([0.4, 0.7]))).toEqual({ kind: 'not-learned' })
  })
})

describe('the outcome of a run of a series', () => {
  /**
   * Fifty rows of two outputs an update, every second target missing: of what is there, numpy.var(numpy.arange(0, 50, 2))
   * is 208. The predictions are off by the roots of these squares; the losses, in scaled numbers, say something else.
   */
  function judged(squares: readonly (readonly [number, number])[], targets = (row: number) => row) {
    const history = createHistory(SERIES)
    for (const [index, offs] of squares.entries()) {
      const batch = seriesBatch({
        lengths: [50],
        starts: [0],
        firstUpdate: index + 1,
        missing: (row) => row % 2 === 1,
      })
      const said = batch.targets.map((value, at) =>
        Number.isNaN(value) ? value : targets(Math.floor(at / 2)),
      )
      history.append({
        ...batch,
        losses: Float32Array.of(1e9),
        targets: said,
        predictions: said.map((value, at) =>
          Number.isNaN(value) ? 12345 : value + Math.sqrt(offs[(at % 2) as 0 | 1]),
        ),
      })
    }
    return outcomeOf(history)
  }
  const same = (count: number, of: readonly [number, number]) => Array.from({ length: count }, () => of)

  it('holds what is shown against the variance of the targets that there are, whatever the losses are', () => {
    expect(judged(same(3, [207, 207]))).toEqual({ kind: 'learned' })
    expect(judged(same(3, [209, 209]))).toEqual({ kind: 'not-learned' })
  })

  it('counts every output alike', () => {
    expect(judged(same(3, [104, 310]))).toEqual({ kind: 'learned' })
    expect(judged(same(3, [104, 314]))).toEqual({ kind: 'not-learned' })
  })

  it('says until when it had learned', () => {
    const outcome = judged([...same(30, [1, 1]), ...same(30, [300, 300])])
    // Of the last 20 updates at most 13 of 300 and 7 of 1 are below 208: (13 · 300 + 7) / 20 = 195.4.
    expect(outcome).toEqual({ kind: 'lost', learnedUntil: 43 })
  })

  it('is nothing where all targets are the same: a constant is never wrong', () => {
    expect(judged(same(3, [0, 0]), () => 5)).toBeNull()
  })
})
