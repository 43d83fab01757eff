import type { PartName, PartRange } from '../data/parts'
import type { OutputScores, RivalName } from '../data/scores'
import type { RunId } from '../run-id'

/** A rule's mean squared error over all outputs, in the network's own units: what a loss is to be compared with. */
export type RivalLine = {
  readonly name: RivalName
  /** Null for a part in which it predicts nothing that is known, and in all where an output has no such rival. */
  readonly mse: Readonly<Record<PartName, number | null>>
}

/** What simple rules are worth on what a run learns. It does not change in a run and needs no network: told once. */
export type RunRivals = {
  readonly runId: RunId
  /** Target rows by which rivals and network are scored: of a very long part, its last ones. Of the lesson, time steps of its curve. */
  readonly rows: Readonly<Record<PartName, PartRange>>
  readonly outputs: readonly Pick<OutputScores, 'name' | 'period' | 'rivals'>[]
  readonly lines: readonly RivalLine[]
}

/** How good the network is on every part of a series, with the weights of one moment and beside its rivals. */
export type RunScores = {
  readonly runId: RunId
  /** Updates that those weights have seen. */
  readonly update: number
  readonly outputs: readonly OutputScores[]
  /** Mean squared error over all outputs in the network's own units; null for a part without predictions of known targets. */
  readonly losses: Readonly<Record<PartName, number | null>>
}
