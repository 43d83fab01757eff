import type { Text } from '../language/text'
import { text } from '../language/texts'
import type { PartName } from './parts'

/** Simple rules that see what the network sees, weakest first. */
export const RIVAL_NAMES = ['mean', 'persistence', 'seasonal-naive', 'linear'] as const
export type RivalName = (typeof RIVAL_NAMES)[number]

/** What each rival is called. */
export const RIVAL_LABELS: Readonly<Record<RivalName, Text>> = {
  mean: text('scores.mean'),
  persistence: text('scores.persistence'),
  'seasonal-naive': text('scores.seasonalNaive'),
  linear: text('scores.linear'),
}

/** A number, or why there is none. */
export type Figure = { readonly value: number } | { readonly value: null; readonly why: Text }

/** How far predictions are off, in the target's own unit (`mse` in its square). */
export type Errors = {
  /** Rows with a target and a prediction. */
  readonly count: number
  readonly mse: number
  readonly rmse: number
  readonly mae: number
}

/** How much a series is like itself some rows later. */
export type Autocorrelation = {
  /** By lag, from 0 (where it is 1): in [-1, 1]. */
  readonly values: Float64Array
  /** Rows that are known. */
  readonly count: number
  /** A series without memory stays between -band and band at 95 of 100 lags: 1.96/√count. */
  readonly band: number
}

/** Which earlier value of the target the predictions are most like. */
export type Lag = {
  /** Rows by which the target has to be shifted: 0 for predictions that come in time. */
  readonly best: number
  /** Pearson's correlation of the predictions with the target, shifted so and not shifted. */
  readonly correlation: number
  readonly correlationInTime: number
  /** True where the predictions repeat what the target was when they were made. */
  readonly delayed: boolean
}

/** What can be said of the predictions of one output over one part. */
export type Metrics = Errors & {
  /** MAE by the mean absolute difference of targets one season apart, over the training part. */
  readonly mase: Figure
  /** 1 − MSE / mean squared distance of the targets from the mean of the *training* part. */
  readonly r2: Figure
  /** 1 − MSE / MSE of the rival, over the rows that both predict: 1 is perfect, 0 is no better. */
  readonly skill: Readonly<Record<RivalName, Figure>>
  /** Null where it cannot be said: too few rows, or predictions or targets that do not change. */
  readonly lag: Lag | null
  /** Standard deviation of the predictions by that of the targets: near 0 for a flat line. */
  readonly spread: Figure
  /** Of target − prediction; null where that does not change. */
  readonly residuals: Autocorrelation | null
}

/** A rival for one output: what it does and how far it is off, or why there is none. */
export type RivalScore = { readonly name: RivalName } & (
  | {
      readonly available: true
      readonly formula: Text
      readonly notes: readonly Text[]
      /** Null for a part in which it predicts nothing that is known. */
      readonly errors: Readonly<Record<PartName, Errors | null>>
    }
  | { readonly available: false; readonly why: Text }
)

/** Everything about one output. */
export type OutputScores = {
  /** The target's column. */
  readonly name: string
  /** Rows of a season, by which the seasonal naive rival and MASE go; null where there is none. */
  readonly period: number | null
  readonly rivals: readonly RivalScore[]
  /** Null for a part without any prediction of a known target. */
  readonly parts: Readonly<Record<PartName, Metrics | null>>
}

/** Errors of forecasts by how far ahead they look: a number for each step ahead, from 1. */
export type HorizonErrors = {
  /** Origins with a known target at this distance; where 0, all else is NaN. */
  readonly counts: Float64Array
  readonly rmse: Float64Array
  /** Percentiles of the absolute error over the origins. */
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
}
