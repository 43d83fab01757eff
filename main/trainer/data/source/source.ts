import type { Scalers } from '@contract/data/scaler'
import type { Series } from '@contract/data/series'
import type { SourceFacts } from '@contract/data/source-facts'
import type { Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import type { SeriesOrigin } from '@contract/settings/source-config'
import type { Cursor, Window } from './window'

/** The first sequence of a window, as a person knows the numbers. */
export type Shown = {
  /** Of the first input column: [time step]. */
  readonly inputs: Float32Array
  /** [time step, output]; NaN where it is missing. */
  readonly targets: Float32Array
}

/** What a run learns from. */
export type Source = {
  readonly facts: SourceFacts
  /** How its columns are scaled; null for the lesson's curve, which is as it is. */
  readonly scalers: Scalers | null
  /** The window of the next update of a run. */
  readonly windowAt: (cursor: Cursor, config: RunConfig) => Window
  /** The first sequence of a window in the columns' own units. */
  readonly shown: (window: Window) => Shown
  /** Predictions of the network in the targets' own units: [time step, output]. */
  readonly inOwnUnits: (predictions: Float32Array) => Float32Array
}

/** Finds a series again by where it comes from; fails with a sentence that says what to do. */
export type FindSeries = (origin: SeriesOrigin, dataSeed: number) => Result<Series>
