import type { ExperimentRun } from '../experiment/experiment'
import type { Text } from '../language/text'
import type { RunConfig } from '../settings/run-config'

/** What main tells a worker: a process that makes runs of experiments, one after the other. */
export type ToWorker =
  /** Makes a run from its seed to its end. */
  | {
      readonly kind: 'run'
      /** What its answer is known by. */
      readonly job: number
      readonly index: number
      readonly config: RunConfig
      /** Whether many of its windows are kept, or the last alone. */
      readonly shown: 'all' | 'last'
    }
  /** Records what updates of these settings need, so that the first run does not wait. */
  | { readonly kind: 'warm'; readonly config: RunConfig }
  /** Gives up what is under way and what waits; answered by `dropped`, after which nothing of it is told. */
  | { readonly kind: 'drop' }

/** What a worker tells. */
export type FromWorker =
  /** TensorFlow is loaded. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'made'; readonly job: number; readonly run: ExperimentRun }
  /** A run that cannot be made by anybody, such as one of a series that is gone, and why in one sentence. */
  | { readonly kind: 'refused'; readonly job: number; readonly why: Text }
  /** What was under way when `drop` came is given up, and so is what waited. A worker that is not heard for seconds is killed. */
  | { readonly kind: 'dropped' }
