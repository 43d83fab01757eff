import { unscaled } from '@contract/data/scaler'
import { RIVAL_NAMES, type RivalName } from '@contract/data/scores'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { Forecast, ForecastFrom, OutputForecast } from '@contract/run/forecast'
import type { SeriesSource } from '@contract/settings/source-config'
import { errorsOverHorizon } from '../../data/score/horizon-error'
import { knownBefore, type LoopQuestion, type Origin, runLoops } from '../../training/evaluate/closed-loop'
import { longestWarmUp } from '../../training/evaluate/longest-warm-up'
import type { PackedParameters } from '../../training/evaluate/predict-pieces'
import { type DistantRivals, distantRivals } from './distant-rivals'
import type { Scoring } from './score-run'

/** Origins that the errors are of, at most. */
const MOST_ORIGINS = 200

/** A closed loop that can be begun. */
type Plan = {
  /** Of each input the output that it is, too; -1 of one that is none, which is never fed. */
  readonly feeds: readonly number[]
  readonly origin: Origin
  readonly from: ForecastFrom
  /** Inputs that are no targets, where these keep it from going as far as it was asked to. */
  readonly lacking: readonly string[]
}

/**
 * How a network can go on by itself from a row. With horizon h the rows up to h ahead follow from inputs that are known; for
 * more, every input has to be a target as well.
 *
 * Fails where nothing can be said: without a horizon, beyond the series, and after too few rows with all inputs.
 *
 * @param tooFew what is said of the last, as not everywhere another row can be chosen
 */
export function planForecast(
  { series, regime }: Pick<Scoring, 'series' | 'regime'>,
  { inputs, targets }: SeriesSource,
  { origin, steps }: ForecastFrom,
  tooFew: 'trainer.loopUnknown' | 'forecastCommand.tooFewRows' = 'trainer.loopUnknown',
): Result<Plan> {
  const { horizon, rows } = series
  if (horizon === 0) return fail('invalid-setting', text('trainer.loopNoHorizon', { inputs }))
  if (origin >= rows) return fail('invalid-setting', text('trainer.loopBeyond', { origin, rows }))
  const warmUp = knownBefore(series, origin, longestWarmUp(regime, horizon))
  if (warmUp < horizon)
    return fail('invalid-setting', text(tooFew, { origin, needed: horizon, found: warmUp }))
  const lacking = steps <= horizon ? [] : inputs.filter((name) => !targets.includes(name))
  return ok({
    feeds: inputs.map((name) => targets.indexOf(name)),
    origin: { row: origin, warmUp },
    from: { origin, steps: lacking.length > 0 ? horizon : steps },
    lacking,
  })
}

/**
 * Forecasts from one origin, and from many of the validation and the test part for its errors, in pieces.
 *
 * @param plan of `planForecast`
 * @param parameters must stay alive until the end
 */
export function* forecastRun(
  scoring: Scoring,
  { feeds, origin, from, lacking }: Plan,
  parameters: PackedParameters,
): Generator<void, Forecast> {
  const { series, network, rivals: found, update } = scoring
  const { steps } = from
  const { outputs: width } = network
  const others = originsOf(scoring, steps)
  const question: LoopQuestion = { plan: { network, readout: 'batched' }, series, feeds, steps }
  const loops = yield* runLoops(question, parameters, [origin, ...others])
  const rivals = yield* distantRivals(found, series, steps)
  const outputs: OutputForecast[] = []
  for (let output = 0; output < width; output += 1) {
    const scaler = series.scalers.targets[output]
    const values = series.raw.targets[output]
    if (!scaler || !values) throw new RangeError(`there is no output ${output}`)
    const own = (all: Float32Array, first: number, count: number) =>
      Float64Array.from({ length: count * steps }, (_, i) =>
        unscaled(all[(first * steps + i) * width + output] as number, scaler),
      )
    const truthAfter = (row: number) =>
      Float64Array.from({ length: steps }, (_, i) => values[row + 1 + i] ?? Number.NaN)
    const table = (numbers: Float64Array) => ({ origins: others.length, ahead: steps, values: numbers })
    const truth = table(joined(others.map(({ row }) => truthAfter(row))))
    const errors = { network: errorsOverHorizon(table(own(loops.closed, 1, others.length)), truth) }
    const told: { name: RivalName; values: Float64Array }[] = []
    const theirErrors: OutputForecast['errors']['rivals'][number][] = []
    for (const name of RIVAL_NAMES) {
      const values = said(rivals, output, name, origin.row)
      if (!values) continue
      told.push({ name, values })
      const all = joined(others.map(({ row }) => said(rivals, output, name, row) as Float64Array))
      theirErrors.push({ name, errors: errorsOverHorizon(table(all), truth) })
      yield
    }
    outputs.push({
      name: found.scored.targets[output]?.name ?? '',
      closedLoop: own(loops.closed, 0, 1),
      teacherForced: own(loops.forced, 0, 1),
      truth: truthAfter(origin.row),
      rivals: told,
      errors: { ...errors, rivals: theirErrors },
    })
  }
  return { ...from, lacking, runId: found.told.runId, update, outputs, origins: others.length }
}

/** Evenly spread rows of the validation and the test part and the row before them, as far as a forecast has its rows yet. */
function originsOf({ series, regime }: Scoring, steps: number): readonly Origin[] {
  const first = Math.max(0, series.parts.validation.from - 1)
  const last = Math.max(first, series.rows - 1 - steps)
  const span = series.parts.validation.from >= series.rows ? 0 : last - first + 1
  const count = Math.min(MOST_ORIGINS, span)
  const longest = longestWarmUp(regime, series.horizon)
  return Array.from({ length: count }, (_, i) => first + Math.floor((i * span) / count))
    .map((row) => ({ row, warmUp: knownBefore(series, row, longest) }))
    .filter(({ warmUp }) => warmUp >= Math.max(1, series.horizon))
}

/** What a rival says of all steps after an origin; null where there is no such rival. */
function said(rivals: DistantRivals, output: number, name: RivalName, origin: number): Float64Array | null {
  const ofOutput = rivals.map((atDistance) => atDistance[output]?.find((rival) => rival.name === name))
  if (ofOutput.some((rival) => !rival?.available)) return null
  return Float64Array.from(ofOutput, (rival, i) => {
    const row = origin + 1 + i
    return rival?.available ? (rival.predict([row, row + 1])[0] ?? Number.NaN) : Number.NaN
  })
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const part of parts) {
    all.set(part, offset)
    offset += part.length
  }
  return all
}
