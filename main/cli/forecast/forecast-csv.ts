import type { SourceFacts } from '@contract/data/source-facts'
import papaparse from 'papaparse'
import { hasTimes, timeOf } from '../base/series-places'
import type { Ahead } from './forecast-ahead'

/**
 * A forecast as a table: its rows go on from those of the series, as its times do where these are known, and each target has
 * its column under its own name.
 *
 * @param rows of the series
 */
export function forecastCsv(
  facts: Pick<SourceFacts, 'times'>,
  rows: number,
  ahead: readonly Ahead[],
): string {
  const { times } = facts
  const timed = times.kind !== 'rows' && hasTimes(facts)
  const fields = ['row', ...(timed ? [times.name] : []), ...ahead.map(({ name }) => name)]
  const data = Array.from({ length: ahead[0]?.values.length ?? 0 }, (_, step) => {
    const row = rows + step + 1
    return [row, ...(timed ? [timeOf(facts, row)] : []), ...ahead.map(({ values }) => values[step] as number)]
  })
  return `${papaparse.unparse({ fields, data }, { newline: '\n' })}\n`
}
