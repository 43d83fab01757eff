import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

/** What is infinite or diverged is null in a file. */
export type Told = number | null
type Interval = { readonly low: number; readonly high: number }

/** Written by test/fixtures/make/run_statistics.py. */
export const REFERENCE: {
  readonly shares: readonly number[]
  readonly groups: readonly {
    readonly losses: readonly Told[]
    readonly quantiles: readonly Told[]
    readonly asked: readonly Told[]
    readonly percentiles: readonly number[]
    readonly interquartileMean: Told
  }[]
  readonly wilson: readonly [count: number, n: number, low: number, high: number][]
  readonly pairs: readonly {
    readonly first: readonly Told[]
    readonly second: readonly Told[]
    readonly p: number
    readonly exact: boolean
    readonly rankBiserial: number
    readonly firstLower: number
    readonly secondLower: number
  }[]
  readonly improvements: readonly ({
    readonly first: readonly Told[]
    readonly second: readonly Told[]
    readonly value: number
  } & { readonly [Name in 'low' | 'high' | 'error']: Told })[]
  readonly means: readonly ({
    readonly losses: readonly Told[]
    /** Standard deviation of the resamples. */
    readonly error: number
  } & Interval)[]
  readonly exactMeans: readonly ({ readonly losses: readonly number[] } & Interval)[]
} = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/scipy-run-statistics.json', import.meta.url), 'utf8'),
)

/** The losses of runs, where one that diverged has none that is a number, of both kinds. */
export function lossesOf(told: readonly Told[]): number[] {
  return told.map((loss, at) => loss ?? (at % 2 === 0 ? Number.NaN : Number.POSITIVE_INFINITY))
}

/** That a number is the one that was told, to a share of it. */
export function expectEqual(found: number, told: Told, within: number): void {
  if (told === null) expect(found).toBe(Number.POSITIVE_INFINITY)
  else expect(Math.abs(found - told)).toBeLessThanOrEqual(within * Math.max(1, Math.abs(told)))
}
