import { madeSeriesOf } from '../data/made-series'
import type { Text } from '../language/text'
import { text } from '../language/texts'
import type { RunId } from '../run-id'
import type { RunConfig } from '../settings/run-config'
import type { MomentId } from '../timeline/moment'

/** A run that is kept on disk, in what a person needs to know it again. It was at rest when it was left. */
export type KeptRun = {
  /** The run's own id: it keeps it when it is opened again. */
  readonly id: RunId
  /** What a person calls it; null where nobody has named it. */
  readonly name: string | null
  /** The model in words: `RNN(1 → 32) → Linear(32 → 1)`. */
  readonly network: string
  /** Its settings; null when they were written by another version, which had others. */
  readonly config: RunConfig | null
  /** Where it stands. */
  readonly updatesDone: number
  readonly goal: number
  readonly phase: 'paused' | 'finished' | 'diverged'
  /** Of its last update; null when that is not known. */
  readonly loss: number | null
  /** When it stood there by the clock on the wall, in milliseconds since 1970: for people, never to reckon with. */
  readonly keptAt: number
  /** The moment of another run that it goes on from; null for a run of its own, and where that is not known. */
  readonly branch: MomentId | null
  /** What is known of how good it is; left out where nothing is, as by versions that kept none. */
  readonly figures?: RunFigures
}

/** How good a kept run was when it was kept, and what it took. Null: not known, or there is none. */
export type RunFigures = {
  /** The least loss of all its updates. */
  readonly bestLoss: number | null
  /** The last one that was evaluated. */
  readonly validationLoss: number | null
  /**
   * 1 − its loss / that of the best rival that can be beaten: of its last validation loss, or without a validation part of the mean
   * loss of its last 20 updates.
   */
  readonly skill: number | null
  /** Seconds for which the app has trained it, pace and all; single updates that were asked for count for none. */
  readonly seconds: number | null
}

/** A kept run, and what it takes: as the list of runs has it. */
export type ListedRun = KeptRun & {
  /** What its files take on the disk; 0 while none of it is there. */
  readonly bytes: number
  /** The first line of what a person has written about it; left out where nobody has. */
  readonly note?: string
}

/** The runs that are kept, and what they may take. */
export type RunList = {
  /** The present one first, where it has made an update, then newest first. */
  readonly runs: readonly ListedRun[]
  /** Bytes that they may take before a person is asked which may go. */
  readonly budget: number
}

/**
 * What a run learns, by its name: a network alone tells nobody which of ten runs it was. Null for the lesson's curve,
 * which most runs learn, and where the settings are not known.
 */
export function learnedName(config: RunConfig | null): Text | null {
  const source = config?.data.source
  if (source?.kind !== 'series') return null
  const { origin } = source
  return origin.kind === 'made'
    ? madeSeriesOf(origin.name).label
    : text('seriesPage.fileName', { name: origin.name })
}
