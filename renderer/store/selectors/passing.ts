import type { RivalName } from '@contract/data/scores'
import { type Crossing, crossingsOf, type LossCurve } from '@contract/run/crossings'
import { EVALUATIONS, isExact, judgedPart, RECENT, rivalErrors } from '@contract/run/pausing/judged'
import type { RunRivals } from '@contract/run/run-scores'
import type { History } from '../curves/history'

/** By this share of it the run may have grown before it is looked through anew. */
const GROWTH = 0.01

type Known = {
  readonly rivals: RunRivals
  readonly revision: number
  readonly losses: number
  readonly crossings: readonly Crossing[]
}
const known = new WeakMap<History, Known>()

/**
 * Where the network has passed each rival that can be passed, by its losses on the part that it is judged by: those of the
 * validation part, or the running mean of 20 updates. In training it may be late by a hundredth of the run, so that a long run is not looked through with every update.
 */
export function passedRivals(
  history: History,
  rivals: RunRivals,
  isTraining: boolean,
): ReadonlyMap<RivalName, number | null> {
  const validated = judgedPart(rivals) === 'validation'
  const losses = validated ? history.validation.updates.length : history.updates
  const before = known.get(history)
  if (before?.rivals === rivals) {
    const grown = losses - before.losses
    const isNear = isTraining && grown >= 0 && grown <= GROWTH * losses
    if (before.revision === history.updatesRevision || isNear) return asMap(before.crossings)
  }
  const part = judgedPart(rivals)
  const all = rivalErrors(rivals, part)
  const crossings = crossingsOf(
    validated ? validationCurve(history) : trainingCurve(history),
    all.filter((rival) => !isExact(rival, all)),
    validated ? EVALUATIONS : RECENT,
  )
  known.set(history, { rivals, revision: history.updatesRevision, losses, crossings })
  return asMap(crossings)
}

function asMap(crossings: readonly Crossing[]): ReadonlyMap<RivalName, number | null> {
  return new Map(crossings.map(({ name, update }) => [name, update]))
}

function validationCurve({ validation: { updates, losses } }: History): LossCurve {
  return {
    updates: updates.data.subarray(0, updates.length),
    losses: losses.values.data.subarray(0, updates.length),
  }
}

function trainingCurve({ firstUpdate, updates, losses }: History): LossCurve {
  return {
    updates: Float64Array.from({ length: updates }, (_, index) => firstUpdate + index),
    losses: losses.values.data.subarray(0, updates),
  }
}
