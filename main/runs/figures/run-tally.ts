import type { RunFigures } from '@contract/run/kept-run'
import { isExact, judgedPart, RECENT, rivalErrors } from '@contract/run/pausing/judged'
import type { UpdateBatch } from '@contract/run/run'
import type { RunRivals } from '@contract/run/run-scores'

/** Of updates, what tells how good they are. */
export type ToldLosses = Pick<UpdateBatch, 'losses' | 'validationLosses'>

/** Counts along what a run's figures follow from. */
export type RunTally = {
  /** Updates that came before all that this has heard of. */
  readonly earlier: (updates: ToldLosses) => void
  /** Not all of those can be known: what hangs on them is not told. */
  readonly unknownBefore: () => void
  /** How long those have taken, nobody has counted. */
  readonly untimedBefore: () => void
  readonly took: (updates: ToldLosses) => void
  /** The run trains from now on, or no more. */
  readonly trains: (isTraining: boolean) => void
  readonly figures: (rivals: RunRivals | null) => RunFigures
}

/**
 * @param before figures of a run that was kept; null for a new one
 * @param now milliseconds since some fixed moment: a clock that nobody sets
 */
export function createRunTally(before: RunFigures | null, now: () => number): RunTally {
  let bestLoss = before?.bestLoss ?? Number.POSITIVE_INFINITY
  let validationLoss = before?.validationLoss ?? null
  let hasHeardValidation = false
  let seconds = before ? before.seconds : 0
  let isBestKnown = before === null || before.bestLoss !== null
  let recent: readonly number[] = []
  /** Since when time counts; null while the run does not train. */
  let since: number | null = null

  function judged(rivals: RunRivals | null): number | null {
    if (!rivals) return null
    const part = judgedPart(rivals)
    const all = rivalErrors(rivals, part)
    const best = all.filter((rival) => !isExact(rival, all)).at(-1)
    const mean = recent.length === 0 ? null : recent.reduce((sum, loss) => sum + loss, 0) / recent.length
    const loss = part === 'validation' ? validationLoss : mean
    return best === undefined || loss === null ? null : 1 - loss / best.mse
  }

  return {
    earlier({ losses, validationLosses }) {
      bestLoss = leastOf(losses, bestLoss)
      recent = [...losses.slice(-RECENT), ...recent].slice(-RECENT)
      if (!hasHeardValidation) validationLoss = lastNumber(validationLosses) ?? validationLoss
    },
    unknownBefore() {
      isBestKnown = false
    },
    untimedBefore() {
      seconds = null
    },
    took({ losses, validationLosses }) {
      bestLoss = leastOf(losses, bestLoss)
      recent = [...recent, ...losses.slice(-RECENT)].slice(-RECENT)
      const validated = lastNumber(validationLosses)
      hasHeardValidation ||= validated !== null
      validationLoss = validated ?? validationLoss
      if (since === null) return
      const time = now()
      if (seconds !== null) seconds += (time - since) / 1000
      since = time
    },
    trains(isTraining) {
      since = isTraining ? (since ?? now()) : null
    },
    figures: (rivals) => ({
      bestLoss: isBestKnown && Number.isFinite(bestLoss) ? bestLoss : null,
      validationLoss,
      skill: judged(rivals) ?? before?.skill ?? null,
      seconds,
    }),
  }
}

/** A loss that is no number is never the least. */
function leastOf(losses: Float32Array, least: number): number {
  return losses.reduce((best, loss) => (loss < best ? loss : best), least)
}

function lastNumber(values: Float32Array): number | null {
  return values.findLast((value) => !Number.isNaN(value)) ?? null
}
