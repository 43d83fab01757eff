import { createRecentMean } from '@contract/run/crossings'
import { EVALUATIONS, isExact, judgedPart, RECENT, rivalErrors } from '@contract/run/pausing/judged'
import type { PauseReason, PauseRule } from '@contract/run/pausing/pause-rules'
import type { RunRivals } from '@contract/run/run-scores'
import type { Mark } from '../training/mark'
import type { MadeUpdate } from '../training/update-result'

/** Watches a run for the rules by which it is to pause: each pauses it once, at the first update after which it holds. */
export type Pausing = {
  /** An update was made, to be told once and in order. @returns the first rule that holds now and did not before */
  readonly made: (made: Pick<MadeUpdate, 'loss' | 'gradientNorm'>) => PauseReason | null
  /** The same of the validation loss of the weights after it; NaN where they were not evaluated. */
  readonly evaluated: (loss: number) => PauseReason | null
  /** Marks what it has been told, so that updates which count for nothing after all are as if they had not been told. */
  readonly mark: () => Mark
  /** Rules were set: one that is not among them any more can pause the run again when it is. */
  readonly changed: () => void
}

/**
 * @param done updates that the run has made
 * @param rules asked for after every update
 * @param rivals null as long as they are not found: none is passed until then
 */
export function createPausing(
  done: number,
  rules: () => readonly PauseRule[],
  rivals: () => RunRivals | null,
): Pausing {
  let spent = new Set<string>()
  let recent = createRecentMean(RECENT)
  let evaluations = createRecentMean(EVALUATIONS)
  let update = done

  function first(holds: (rule: PauseRule) => number | null | false): PauseReason | null {
    for (const rule of rules()) {
      const value = spent.has(JSON.stringify(rule)) ? false : holds(rule)
      if (value === false) continue
      spent.add(JSON.stringify(rule))
      return { rule, update, value }
    }
    return null
  }

  /** Whether a rival has a greater error than this mean on the part that a network is judged by. */
  function isPassed(rule: PauseRule, part: 'train' | 'validation', mean: number | null): boolean {
    const found = rivals()
    if (rule.kind !== 'rival-passed' || mean === null || !found || judgedPart(found) !== part) return false
    const all = rivalErrors(found, part)
    const rival = all.find(({ name }) => name === rule.rival)
    return rival !== undefined && !isExact(rival, all) && mean < rival.mse
  }

  return {
    made: ({ loss, gradientNorm }) => {
      update += 1
      recent.add(loss)
      if (rules().length === 0) return null
      return first((rule) => {
        switch (rule.kind) {
          case 'loss-below':
            return loss < rule.loss && loss
          case 'gradient-above':
            return gradientNorm > rule.norm && gradientNorm
          case 'update':
            return update === rule.update && null
          case 'rival-passed': {
            const mean = recent.mean()
            return isPassed(rule, 'train', mean) && mean
          }
        }
      })
    },
    evaluated: (loss) => {
      if (Number.isNaN(loss)) return null
      evaluations.add(loss)
      const mean = evaluations.mean()
      return first((rule) => isPassed(rule, 'validation', mean) && mean)
    },
    mark: () => {
      const told = { spent: [...spent], recent: recent.copy(), evaluations: evaluations.copy(), update }
      return {
        goBack: () => {
          spent = new Set(told.spent)
          ;({ recent, evaluations, update } = told)
        },
        release: () => {},
      }
    },
    changed: () => {
      const present = new Set(rules().map((rule) => JSON.stringify(rule)))
      for (const rule of spent) if (!present.has(rule)) spent.delete(rule)
    },
  }
}
