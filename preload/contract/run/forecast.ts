import type { HorizonErrors, RivalName } from '../data/scores'
import type { RunId } from '../run-id'

/** The most time steps that a forecast goes ahead. */
export const MAX_FORECAST_STEPS = 1000

/** Where a forecast begins, and how far it goes. */
export type ForecastFrom = {
  /** The last row of the series that is known to the network, from 0. */
  readonly origin: number
  /** Time steps ahead, from 1. */
  readonly steps: number
}

/** What is said of one output for the time steps after the origin: number i of each is of row origin + 1 + i, in its own unit. */
export type OutputForecast = {
  /** The target's column. */
  readonly name: string
  /** The network fed with its own predictions. */
  readonly closedLoop: Float64Array
  /** The same network shown what was: NaN where that is not known. */
  readonly teacherForced: Float64Array
  /** NaN where it is missing, or not yet. */
  readonly truth: Float64Array
  /** Of the rivals that there are, each made for every distance by itself. */
  readonly rivals: readonly { readonly name: RivalName; readonly values: Float64Array }[]
  /** By how far ahead, over many origins of the validation and the test part. */
  readonly errors: {
    readonly network: HorizonErrors
    readonly rivals: readonly { readonly name: RivalName; readonly errors: HorizonErrors }[]
  }
}

/** A forecast in closed loop, beside what it is to be compared with. */
export type Forecast = ForecastFrom & {
  readonly runId: RunId
  /** Inputs that are no targets, where these keep it from going as far as it was asked to: then it goes as far as the horizon. */
  readonly lacking: readonly string[]
  /** Updates that the weights have seen. */
  readonly update: number
  readonly outputs: readonly OutputForecast[]
  /** Forecasts that the errors are of: from evenly spread origins, at most 200. */
  readonly origins: number
}
