import { PARTS, type PartName } from '@contract/data/parts'
import type { OutputScores, RivalScore } from '@contract/data/scores'
import { atOnce } from '../../pieces'
import { errorsOf } from './errors'
import { metricsOf, type Yardsticks } from './metrics'
import { linearRivalsInPieces } from './rivals/linear-rival'
import type { Rival } from './rivals/rival'
import { meanRival, persistenceRival, seasonalNaiveRival } from './rivals/simple-rivals'
import { type Scored, valuesIn } from './scored'
import { trainingFacts } from './training-facts'

/**
 * Fits every rival of every output on the training part alone. For another horizon, fit with another `scored.horizon`: each
 * rival is made for that one.
 *
 * @param periods rows of a season for each output, or null: of `seasonalPeriod`, or what a person says
 */
export function yardsticksOf(scored: Scored, periods: readonly (number | null)[]): Yardsticks[] {
  return atOnce(yardsticksInPieces(scored, periods))
}

/** The same in pieces, for whoever has other things to do between them. */
export function* yardsticksInPieces(
  scored: Scored,
  periods: readonly (number | null)[],
): Generator<void, Yardsticks[]> {
  const linear = yield* linearRivalsInPieces(scored)
  const all: Yardsticks[] = []
  for (const output of scored.targets.keys()) {
    all.push(yield* yardsticksOfOutput(scored, output, periods[output] ?? null, linear[output] as Rival))
    yield
  }
  return all
}

function* yardsticksOfOutput(
  scored: Scored,
  output: number,
  period: number | null,
  linear: Rival,
): Generator<void, Yardsticks> {
  const target = scored.targets[output] as Scored['targets'][number]
  const facts = yield* trainingFacts(scored, output, period ?? 1)
  const rivals = [
    meanRival(target, scored, facts),
    persistenceRival(target, scored),
    seasonalNaiveRival(target, scored, period),
    linear,
  ]
  return { facts, rivals }
}

/** How far each rival of one output is off in each part, in pieces. */
export function* rivalScores(
  scored: Scored,
  output: number,
  { rivals }: Yardsticks,
): Generator<void, RivalScore[]> {
  const target = scored.targets[output] as Scored['targets'][number]
  const scores: RivalScore[] = []
  for (const rival of rivals) {
    if (!rival.available) {
      scores.push(rival)
      continue
    }
    const { name, available, formula, notes, predict } = rival
    const errors = yield* inEachPartInPieces((part) => {
      const range = scored.parts[part]
      return errorsOf(predict(range), valuesIn(target, range))
    })
    scores.push({ name, available, formula, notes, errors })
  }
  return scores
}

/**
 * Everything about one output, in pieces.
 *
 * @param predictions of the target rows of each part, NaN where there is none
 * @param period what the yardsticks were made with
 */
export function* scoresOf(
  scored: Scored,
  output: number,
  predictions: Readonly<Record<PartName, Float64Array>>,
  yardsticks: Yardsticks,
  period: number | null,
): Generator<void, OutputScores> {
  return {
    name: (scored.targets[output] as Scored['targets'][number]).name,
    period,
    rivals: yield* rivalScores(scored, output, yardsticks),
    parts: yield* inEachPartInPieces((part) =>
      metricsOf(scored, output, scored.parts[part], predictions[part], yardsticks),
    ),
  }
}

/** What is found of each part, a piece each. */
function* inEachPartInPieces<Found>(
  find: (part: PartName) => Found,
): Generator<void, Record<PartName, Found>> {
  const found: [PartName, Found][] = []
  for (const part of PARTS) {
    found.push([part, find(part)])
    yield
  }
  return Object.fromEntries(found) as Record<PartName, Found>
}
