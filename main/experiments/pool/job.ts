import type { ExperimentRun } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import type { RunConfig } from '@contract/settings/run-config'

/** A run that a worker is to make. */
export type Job = {
  /** Its place in the plan. */
  readonly index: number
  readonly config: RunConfig
  readonly shown: 'all' | 'last'
}

/** Whoever has runs to be made: the pool asks for one after the other, and tells what became of each. */
export type JobSource = {
  /** Runs that could be asked for now. */
  readonly waiting: () => number
  /** The next run; null where there is none. */
  readonly next: () => Job | null
  /** A run that was asked for is not being made any more, through no fault of its own: it is asked for again. */
  readonly back: (job: Job) => void
  readonly made: (job: Job, run: ExperimentRun) => void
  /** Nobody can make it, and why. */
  readonly refused: (job: Job, why: Text) => void
  /** Workers died of it, as often as is tried. */
  readonly lost: (job: Job) => void
  /** There are no workers: the pool has let go of the source. */
  readonly deserted: (why: Text) => void
}
