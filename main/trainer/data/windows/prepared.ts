import { type PartName, type PartRange, partsOf } from '@contract/data/parts'
import type { Scaler, Scalers } from '@contract/data/scaler'
import type { Series } from '@contract/data/series'
import type { RunConfig } from '@contract/settings/run-config'
import type { SeriesSource } from '@contract/settings/source-config'
import { gapsIn } from './gaps'
import { fitScaler } from './scaler'
import { type Stretch, stretchesOf } from './stretches'

/** What a run's settings make of a series: its columns by their roles, its parts, and how the training part scales it. */
export type MeasuredSeries = {
  /** The columns in their own units, in the order of the roles. */
  readonly raw: { readonly inputs: readonly Float64Array[]; readonly targets: readonly Float64Array[] }
  readonly scalers: Scalers
  readonly rows: number
  readonly horizon: number
  readonly parts: Readonly<Record<PartName, PartRange>>
  /** Rows after which time jumps. */
  readonly gaps: readonly number[]
  /** Of the pairs of each part, by the rows of their inputs. */
  readonly stretches: Readonly<Record<PartName, readonly Stretch[]>>
}

/** A series made ready for a run: scaled, and its columns beside each other. */
export type PreparedSeries = MeasuredSeries & {
  /** As the network sees them: [row, input]. */
  readonly inputs: Float32Array
  /** [row, output]; 0 where it is missing. */
  readonly targets: Float32Array
  /** 0 where a target is missing: [row, output]; null when none is. */
  readonly mask: Uint8Array | null
}

/**
 * Makes a series ready.
 *
 * @param known how its columns are scaled, where that was fitted on another one
 * @throws Error if it has not all columns of the source: who asks has looked
 */
export function prepareSeries(
  series: Series,
  source: SeriesSource,
  data: RunConfig['data'],
  known?: Scalers,
): PreparedSeries {
  const measured = measureSeries(series, source, data)
  const { raw } = measured
  const scalers = known ?? measured.scalers
  return {
    ...measured,
    scalers,
    inputs: besideEachOther(raw.inputs, scalers.inputs),
    targets: besideEachOther(raw.targets, scalers.targets),
    mask: maskOf(raw.targets),
  }
}

/**
 * Measures a series, without a copy of it.
 *
 * @throws Error if it has not all columns of the source: who asks has looked
 */
export function measureSeries(series: Series, source: SeriesSource, data: RunConfig['data']): MeasuredSeries {
  const column = (name: string) => {
    const found = series.columns.find((each) => each.name === name)
    if (!found) throw new Error(`the series has no column ${name}`)
    return found.values
  }
  const raw = { inputs: source.inputs.map(column), targets: source.targets.map(column) }
  const rows = series.columns[0]?.values.length ?? 0
  const parts = partsOf(rows, data)
  const fit = (values: Float64Array) => fitScaler(values, parts.train, data.scaling)
  const scalers = { inputs: raw.inputs.map(fit), targets: raw.targets.map(fit) }
  const gaps = gapsIn(series.times)
  const stretches = (part: PartRange) => stretchesOf(part, raw.inputs, gaps, data.horizon)
  return {
    raw,
    scalers,
    rows,
    horizon: data.horizon,
    parts,
    gaps,
    stretches: {
      train: stretches(parts.train),
      validation: stretches(parts.validation),
      test: stretches(parts.test),
    },
  }
}

/** Scaled columns as rows: [row, column]. What is missing becomes 0, and is never looked at. */
function besideEachOther(columns: readonly Float64Array[], scalers: readonly Scaler[]): Float32Array {
  const width = columns.length
  const together = new Float32Array((columns[0]?.length ?? 0) * width)
  for (const [index, values] of columns.entries()) {
    const { offset, scale } = scalers[index] as Scaler
    for (let row = 0; row < values.length; row += 1) {
      const value = values[row] as number
      together[row * width + index] = Number.isNaN(value) ? 0 : (value - offset) / scale
    }
  }
  return together
}

function maskOf(columns: readonly Float64Array[]): Uint8Array | null {
  const width = columns.length
  const mask = new Uint8Array((columns[0]?.length ?? 0) * width).fill(1)
  let isWhole = true
  for (const [index, values] of columns.entries())
    for (let row = 0; row < values.length; row += 1)
      if (Number.isNaN(values[row])) {
        mask[row * width + index] = 0
        isWhole = false
      }
  return isWhole ? null : mask
}
