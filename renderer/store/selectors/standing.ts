import type { PartName } from '@contract/data/parts'
import type { RivalName } from '@contract/data/scores'
import { isExact, judgedPart, RECENT, type RivalError, rivalErrors } from '@contract/run/pausing/judged'
import type { RunRivals, RunScores } from '@contract/run/run-scores'
import type { History } from '../curves/history'

/** How the network stands against its rivals, by the mean squared errors over all outputs on one part. */
export type Standing = {
  /** By which it is judged. */
  readonly part: PartName
  /** The best of the rivals that can be beaten; null where there is none. */
  readonly best: RivalError | null
  /** Rivals that are right but for rounding: a network can be no better. */
  readonly exact: readonly RivalName[]
  /** Rivals with a greater error than the network's, worst first. */
  readonly beaten: readonly RivalName[]
  /** Rivals, but for the exact ones, with an error that is no greater than the network's. */
  readonly unbeaten: readonly RivalName[]
  /** The network's mean squared error; null as long as it is not known. */
  readonly loss: number | null
  /** 1 − the network's error / the best rival's: 1 is perfect, 0 no better, below 0 worse. Null where one is missing. */
  readonly skill: number | null
}

/** Skills nearer to 0 than this are said to be none. */
export const LEVEL = 0.005

/** The best of the rivals that can be beaten, on the part that a network is judged by; null where there is none. */
export function bestRival(rivals: RunRivals): RivalError | null {
  const all = rivalErrors(rivals, judgedPart(rivals))
  return all.filter((rival) => !isExact(rival, all)).at(-1) ?? null
}

/** The mean loss of the last 20 updates; null before the first. */
export function recentLoss({ losses, updates }: Pick<History, 'losses' | 'updates'>): number | null {
  if (updates === 0) return null
  const recent = losses.values.data.subarray(Math.max(0, updates - RECENT), updates)
  return recent.reduce((sum, loss) => sum + loss, 0) / recent.length
}

/**
 * How the network stands. A series is judged by its newest scores, the lesson, which has none, by the losses of its last 20
 * updates.
 *
 * @param recent of `recentLoss`
 */
export function standingOf(rivals: RunRivals, scores: RunScores | null, recent: number | null): Standing {
  const part = judgedPart(rivals)
  const all = rivalErrors(rivals, part)
  const beatable = all.filter((rival) => !isExact(rival, all))
  const best = beatable.at(-1) ?? null
  const loss = scores ? scores.losses[part] : recent
  const isBeaten = ({ mse }: RivalError) => loss !== null && loss < mse
  const names = (some: readonly RivalError[]) => some.map(({ name }) => name)
  return {
    part,
    best,
    exact: names(all.filter((rival) => isExact(rival, all))),
    beaten: names(beatable.filter(isBeaten)),
    unbeaten: names(beatable.filter((rival) => !isBeaten(rival))),
    loss,
    skill: loss === null || best === null ? null : 1 - loss / best.mse,
  }
}
