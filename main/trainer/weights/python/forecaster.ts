import type { Scalers } from '@contract/data/scaler'
import type { SeriesSource } from '@contract/settings/source-config'

/** A network that can go on by itself: as far as the horizon, and further where all that it sees is among what it says. */
export type Forecaster = {
  readonly source: SeriesSource
  readonly scalers: Scalers
  /** From 1. */
  readonly horizon: number
  /** Rows that it is shown before it goes on by itself, at most. */
  readonly longestWarmUp: number
}
