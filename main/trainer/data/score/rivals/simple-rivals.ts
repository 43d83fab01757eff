import type { RivalName } from '@contract/data/scores'
import type { Column } from '@contract/data/series'
import { text } from '@contract/language/texts'
import { eachRow, type Scored } from '../scored'
import type { TrainingFacts } from '../training-facts'
import { noPredictions, type Rival } from './rival'

/** A mean that is less than this share of the target's spread is what rounding has left of 0. */
const ROUNDING = 1e-6

/** Always the mean of the target in the training part. */
export function meanRival(
  target: Column,
  { horizon }: Scored,
  { count, mean, deviation }: TrainingFacts,
): Rival {
  const name = 'mean'
  if (count === 0) return { name, available: false, why: text('scores.noTargets', { target: target.name }) }
  return {
    name,
    available: true,
    formula: text('scores.meanFormula', {
      target: target.name,
      horizon,
      mean: Math.abs(mean) > ROUNDING * deviation ? mean : 0,
    }),
    notes: [],
    predict: (range) => noPredictions(range).fill(mean),
  }
}

/** The last value that is known: ŷ(t+h) = y(t). */
export function persistenceRival(target: Column, scored: Scored): Rival {
  return repeating('persistence', target, scored, 0)
}

/**
 * The value of the same place in the last season that is known: ŷ(t+h) = y(t+h−m·⌈h/m⌉).
 *
 * @param period rows m of a season, or null where there is none
 */
export function seasonalNaiveRival(target: Column, scored: Scored, period: number | null): Rival {
  const name = 'seasonal-naive'
  // Without the target's past, a season that it has or has not is beside the point.
  if (period === null && seesPast(target, scored))
    return { name, available: false, why: text('scores.noSeason') }
  const season = period ?? 1
  return repeating(name, target, scored, season * Math.ceil(scored.horizon / season) - scored.horizon)
}

function seesPast(target: Column, { inputs }: Scored): boolean {
  return inputs.some(({ name }) => name === target.name)
}

/** ŷ(t+h) = y(t−ago). It needs the target's own past, which the network sees only where the target is an input too. */
function repeating(name: RivalName, target: Column, scored: Scored, ago: number): Rival {
  const { horizon, window } = scored
  if (!seesPast(target, scored))
    return { name, available: false, why: text('scores.targetNoInput', { target: target.name }) }
  return {
    name,
    available: true,
    formula: text('scores.repeatingFormula', { target: target.name, horizon, ago }),
    notes: ago < window ? [] : [text('scores.beyondWindow', { back: ago + 1, window })],
    predict: (range) => {
      const predictions = noPredictions(range)
      // Of the other inputs it wants nothing, and of the rows between only that time does not jump there.
      eachRow({ ...scored, inputs: [] }, range, ago + 1, (row, newest) => {
        predictions[row - range[0]] = target.values[newest - ago] as number
      })
      return predictions
    },
  }
}
