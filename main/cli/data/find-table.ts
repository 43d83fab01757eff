import { goneText } from '@contract/data/opened-table'
import { fail, ok } from '@contract/result'
import { findMade } from '../../trainer/data/find-made'
import type { FindSeries } from '../../trainer/data/source/source'
import type { OpenTable } from './open-table'

/**
 * Finds the made series, and the table that was read.
 *
 * @param table null where none was
 */
export function findWith(table: Pick<OpenTable, 'sha256' | 'series'> | null): FindSeries {
  return (origin, dataSeed) => {
    if (origin.kind === 'made') return findMade(origin, dataSeed)
    return table?.sha256 === origin.sha256 ? ok(table.series) : fail('file-unreadable', goneText(origin))
  }
}
