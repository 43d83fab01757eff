import { LEAK_PATH_NAMES, type LeakPath, leakSentence } from '@contract/data/leak'
import type { Series } from '@contract/data/series'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { RunConfig } from '@contract/settings/run-config'
import { cutsOf, findLeaks, PIPELINE } from './leak'
import { prepareSeries } from './windows/prepared'

/** Rows that are looked at when a run begins: how a series is cut and scaled does not change after so many. */
const LOOKED_AT = 200_000

/** What is computed again when a run begins; rivals and predictions, which take seconds, are looked at by `leak`. */
const PATHS: readonly LeakPath[] = ['scaling', 'windows']

/** What was found, in one sentence either way. */
export type LeakReport = { readonly found: boolean; readonly words: Text }

/** Looks for leaks in how the series of a run is cut and scaled, in at most some tenths of a second. */
export function leakReport(series: Series, config: RunConfig): LeakReport {
  const { source } = config.data
  if (source.kind !== 'series') throw new Error('the lesson has no parts')
  const short = shortened(series)
  const pipeline = { ...PIPELINE, season: () => null, rivals: () => [] }
  const leaks = findLeaks(short, source, config, pipeline)
  const [first] = leaks
  const cuts = cutsOf(prepareSeries(short, source, config.data)).length
  const paths = PATHS.map((path) => LEAK_PATH_NAMES[path])
  return {
    found: first !== undefined,
    words: first ? leakSentence(first) : text('leak.none', { paths, cuts }),
  }
}

function shortened({ times, columns }: Series): Series {
  const rows = columns[0]?.values.length ?? 0
  if (rows <= LOOKED_AT) return { times, columns }
  return {
    times: times.kind === 'rows' ? times : { ...times, values: times.values.subarray(0, LOOKED_AT) },
    columns: columns.map(({ name, values }) => ({ name, values: values.subarray(0, LOOKED_AT) })),
  }
}
