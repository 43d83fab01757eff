import { PARTS } from '@contract/data/parts'
import type { Figure } from '@contract/data/scores'
import { difference } from '@contract/difference'
import { autocorrelation } from '../../main/trainer/data/score/autocorrelation'
import { errorsOverHorizon } from '../../main/trainer/data/score/horizon-error'
import type { Scored } from '../../main/trainer/data/score/scored'
import { scoresOf, yardsticksOf } from '../../main/trainer/data/score/scores'
import { atOnce } from '../../main/trainer/pieces'

type Numbers = readonly (number | null)[]
type Case = {
  readonly columns: Readonly<Record<string, Numbers>>
  readonly inputs: readonly string[]
  readonly targets: readonly string[]
  readonly parts: Scored['parts']
  readonly horizon: number
  readonly window: number
  readonly gaps: readonly number[]
  readonly periods: readonly (number | null)[]
  readonly predictions: Readonly<Record<string, Numbers>>
  readonly expected: Readonly<Record<string, Readonly<Record<string, Numbers>>>>
}

/** What test/interop/scores.py writes. */
export type ScoreCases = {
  /** What the data were drawn from. */
  readonly seed: number
  readonly cases: readonly Case[]
  readonly horizon: {
    readonly forecasts: Numbers
    readonly truth: Numbers
    readonly origins: number
    readonly ahead: number
    readonly expected: Readonly<Record<'rmse' | 'p10' | 'p50' | 'p90', Numbers>>
  }
}

/** A number of ours beside one of the libraries: null stands for NaN in either. */
export type Compared = {
  readonly name: string
  readonly ours: Numbers
  readonly theirs: Numbers
  /** The greatest difference, of numbers above 1 by their size. */
  readonly difference: number
}

export function array(values: Numbers): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN)
}

/** The case as the scores take it. */
export function scoredOf({ columns, inputs, targets, parts, horizon, window, gaps }: Case): Scored {
  const column = (name: string) => ({ name, values: array(columns[name] ?? []) })
  return { inputs: inputs.map(column), targets: targets.map(column), parts, horizon, window, gaps }
}

/** Everything that the libraries say of the cases, beside what we do; what only one of the two says is an infinite difference. */
export function compareScores({ cases, horizon }: ScoreCases): Compared[] {
  const { origins, ahead } = horizon
  const shaped = (values: Numbers) => ({ origins, ahead, values: array(values) })
  const errors = errorsOverHorizon(shaped(horizon.forecasts), shaped(horizon.truth))
  return [
    ...cases.flatMap((each) => {
      const ours = oursOf(each)
      return each.targets.flatMap((target, output) => {
        const said = ours[output] ?? {}
        const theirs = each.expected[target] ?? {}
        return [...new Set([...Object.keys(said), ...Object.keys(theirs)])].map((name) =>
          compared(name, said[name] ?? [], theirs[name] ?? []),
        )
      })
    }),
    ...(['rmse', 'p10', 'p50', 'p90'] as const).map((name) =>
      compared(`horizon ${name}`, [...errors[name]], horizon.expected[name]),
    ),
  ]
}

function compared(name: string, ours: Numbers, theirs: Numbers): Compared {
  let greatest = 0
  for (let i = 0; i < Math.max(ours.length, theirs.length); i += 1) {
    const [one, other] = [ours[i], theirs[i]].map((value) => (value === null ? Number.NaN : value))
    const size = Math.max(1, Math.abs(other ?? 1) || 1)
    greatest = Math.max(greatest, difference(one, other) / size)
  }
  return { name, ours, theirs, difference: greatest }
}

/** By the names of scores.py, for each target. */
function oursOf(each: Case): Record<string, Numbers>[] {
  const scored = scoredOf(each)
  const yardsticks = yardsticksOf(scored, each.periods)
  return scored.targets.map((target, output) => {
    const all = array(each.predictions[target.name] ?? [])
    const said = (part: (typeof PARTS)[number]) => all.subarray(...scored.parts[part])
    const yardstick = yardsticks[output]
    if (!yardstick) throw new Error('a target has no yardsticks')
    const predictions = { train: said('train'), validation: said('validation'), test: said('test') }
    const scores = atOnce(scoresOf(scored, output, predictions, yardstick, each.periods[output] ?? null))
    const found: Record<string, Numbers> = {}
    for (const part of PARTS) {
      const metrics = scores.parts[part]
      if (!metrics) throw new Error(`the ${part} part has no metrics`)
      found[`${part} errors`] = [metrics.count, metrics.mse, metrics.rmse, metrics.mae]
      found[`${part} mase`] = figures(metrics.mase)
      found[`${part} r2`] = figures(metrics.r2)
      found[`${part} spread`] = figures(metrics.spread)
      const { lag, residuals, skill } = metrics
      found[`${part} lag`] = lag ? [lag.best, lag.correlation, lag.correlationInTime] : []
      found[`${part} residuals`] = [...(residuals?.values ?? [])]
      for (const rival of scores.rivals) {
        const errors = rival.available ? rival.errors[part] : null
        if (!errors) continue
        found[`${part} ${rival.name}`] = [errors.count, errors.mse, errors.rmse, errors.mae]
        found[`${part} skill ${rival.name}`] = figures(skill[rival.name])
      }
      const linear = yardstick.rivals.find(({ name }) => name === 'linear')
      if (linear?.available) found[`${part} predictions linear`] = [...linear.predict(scored.parts[part])]
    }
    found.autocorrelation = [...(autocorrelation(target.values, 60)?.values ?? [])]
    return found
  })
}

function figures({ value }: Figure): Numbers {
  return value === null ? [] : [value]
}
