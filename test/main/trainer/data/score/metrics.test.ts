import type { Figure, Metrics } from '@contract/data/scores'
import { RIVAL_LABELS, RIVAL_NAMES } from '@contract/data/scores'
import { sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { errorsOverHorizon } from '../../../../../main/trainer/data/score/horizon-error'
import { lagOf } from '../../../../../main/trainer/data/score/lag'
import { metricsOf } from '../../../../../main/trainer/data/score/metrics'
import type { Scored } from '../../../../../main/trainer/data/score/scored'
import { yardsticksOf } from '../../../../../main/trainer/data/score/scores'
import { noise, walk } from '../../../../helpers/noise'

const say = sayIn('en')

/** Metrics of predictions of the last third of a target that is its own input. */
function judged(values: Float64Array, predictions: Float64Array, period: number | null = null): Metrics {
  const third = Math.floor(values.length / 3)
  const column = { name: 'y', values }
  const parts: Scored['parts'] = {
    ...{ train: [0, third], validation: [third, 2 * third], test: [2 * third, values.length] },
  }
  const scored: Scored = { inputs: [column], targets: [column], parts, horizon: 1, window: 4, gaps: [] }
  const [yardsticks] = yardsticksOf(scored, [period])
  const metrics = yardsticks && metricsOf(scored, 0, parts.test, predictions.subarray(2 * third), yardsticks)
  if (!metrics) throw new Error('there are no metrics')
  return metrics
}

function why(figure: Figure): string {
  if (figure.value !== null) throw new Error(`there is a number: ${figure.value}`)
  return say(figure.why)
}

describe('metrics that cannot be told', () => {
  it('say that nothing can be better than a rival that is right but for rounding', () => {
    const wave = Float64Array.from({ length: 300 }, (_, i) => 100 + Math.sin(i / 3))
    const { skill, spread } = judged(
      wave,
      wave.map((value) => value + 0.01),
    )
    expect(why(skill.linear)).toBe('This rival is right but for rounding: the network cannot be better.')
    expect(skill.persistence.value).toBeGreaterThan(0.99)
    expect(why(skill['seasonal-naive'])).toBe('The autocorrelation of the target shows no season.')
    expect(spread.value).toBeCloseTo(1, 12)
  })

  it('tell of a target that never changes why neither MASE nor R² nor the spread is a number', () => {
    const flat = new Float64Array(30).fill(5)
    const found = judged(flat, noise(30, 1))
    expect(why(found.mase)).toBe(
      'In the training part, no target differs from the one 1 time step before it: there is nothing to scale the error by.',
    )
    expect(why(found.r2)).toBe(
      'Every target of this part is the mean of the training part: no share can be told.',
    )
    expect(why(found.spread)).toBe('The target does not change in this part.')
    expect(why(found.skill.mean)).toBe('This rival is right but for rounding: the network cannot be better.')
    expect(found.lag).toBeNull()
  })

  it('tell of a training part without targets, or with none a season apart', () => {
    const late = noise(30, 2).map((value, row) => (row < 10 ? Number.NaN : value))
    const found = judged(late, noise(30, 3))
    expect(why(found.r2)).toBe('The training part has no known target, and so no mean to compare with.')
    expect(why(found.mase)).toBe('The training part has no two known targets that are 1 time step apart.')
    expect(why(found.skill.mean)).toBe('The training part has no value of the target "y".')
    const short = judged(noise(30, 2), noise(30, 3), 12)
    expect(why(short.mase)).toBe('The training part has no two known targets that are 12 time steps apart.')
  })

  it('compare with a rival only where both say something', () => {
    const y = noise(30, 2)
    const said = new Float64Array(30).fill(Number.NaN)
    said[22] = 1
    y[21] = Number.NaN
    expect(why(judged(y, said).skill.persistence)).toBe(
      'The rival and the network predict no known target in common.',
    )
  })

  it('keep R² below nothing where the training mean is better', () => {
    const y = noise(90, 4)
    expect(
      judged(
        y,
        y.map((value) => -value),
      ).r2.value,
    ).toBeCloseTo(-3, 0)
    expect(judged(y, y).r2).toEqual({ value: 1 })
  })
})

describe('the lag of predictions', () => {
  const of = (y: Float64Array, said: Float64Array, horizon: number, gaps: readonly number[] = []) =>
    lagOf({ horizon, gaps }, y, [100, y.length], said.subarray(100))
  const shifted = (y: Float64Array, by: number) => y.map((_, row) => y[row - by] ?? 0)

  it('is the horizon where the last value is handed on, and is called delayed', () => {
    const y = walk(1000, 1)
    for (const horizon of [1, 3, 20]) {
      const lag = of(y, shifted(y, horizon), horizon)
      expect(lag).toMatchObject({ best: horizon, delayed: true })
      expect(lag?.correlation).toBeCloseTo(1, 12)
      expect(lag?.correlationInTime).toBeLessThan(1)
    }
  })

  it('is 0 for predictions in time, though the target moves slowly', () => {
    const y = walk(1000, 1)
    const little = noise(1000, 2).map((value, row) => (y[row] as number) + 0.1 * value)
    expect(of(y, little, 1)).toMatchObject({ best: 0, delayed: false })
  })

  it('is not called delayed without a horizon, at another lag, or by a hair', () => {
    const y = walk(1000, 1)
    expect(of(y, shifted(y, 1), 0)).toMatchObject({ best: 1, delayed: false })
    expect(of(y, shifted(y, 2), 1)).toMatchObject({ best: 2, delayed: false })
    // Between the right value and the last one, a little nearer to the last.
    const between = y.map((value, row) => 0.48 * value + 0.52 * (y[row - 1] ?? 0))
    expect(of(y, between, 1)).toMatchObject({ best: 1, delayed: false })
  })

  it('compares no numbers between which time jumps', () => {
    const y = noise(400, 3)
    const said = shifted(y, 1)
    // After the jump stands what would spoil the pairs across it.
    said[250] = 1e6
    expect(of(y, said, 1)?.correlation).toBeLessThan(0.5)
    expect(of(y, said, 1, [249])?.correlation).toBeCloseTo(1, 12)
  })

  it('is not told of a flat line', () => {
    expect(of(walk(300, 1), new Float64Array(300).fill(2), 1)).toBeNull()
  })
})

describe('errors over the horizon', () => {
  it('are NaN where nothing is known, and want one shape', () => {
    const of = (values: readonly number[], ahead: number) => ({
      ...{ origins: values.length / ahead, ahead, values: Float64Array.from(values) },
    })
    const found = errorsOverHorizon(of([1, 2, 3, 4], 2), of([1, Number.NaN, 1, Number.NaN], 2))
    expect([...found.counts]).toEqual([2, 0])
    expect([...found.rmse]).toEqual([Math.SQRT2, Number.NaN])
    expect([found.p10[0], found.p50[0], found.p90[0], found.p90[1]]).toEqual([0.2, 1, 1.8, Number.NaN])
    expect(() => errorsOverHorizon(of([1, 2], 2), of([1, 2], 1))).toThrow(RangeError)
  })
})

it('each rival has a name', () => {
  expect(RIVAL_NAMES.map((name) => say(RIVAL_LABELS[name]))).toEqual([
    'Mean',
    'Persistence',
    'Seasonal naive',
    'Linear least squares',
  ])
})
