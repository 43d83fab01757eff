import type { PartName } from '@contract/data/parts'
import type { RunConfig } from '@contract/settings/run-config'
import type { SeriesSource } from '@contract/settings/source-config'
import type { Range, Scored } from './score/scored'
import type { PreparedSeries } from './windows/prepared'

/** A series made ready, as scores look at it: in its own units. */
export function scoredSeries(
  { raw, parts, gaps, horizon }: PreparedSeries,
  { inputs, targets }: SeriesSource,
  { window }: RunConfig['data'],
): Scored {
  const named = (names: readonly string[], columns: readonly Float64Array[]) =>
    names.map((name, index) => ({ name, values: columns[index] as Float64Array }))
  const range = (part: PartName): Range => [parts[part].from, parts[part].to]
  return {
    inputs: named(inputs, raw.inputs),
    targets: named(targets, raw.targets),
    parts: { train: range('train'), validation: range('validation'), test: range('test') },
    horizon,
    window,
    gaps,
  }
}
