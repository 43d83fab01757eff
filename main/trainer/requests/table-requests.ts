import { ok } from '@contract/result'
import type { UpdateTable } from '@contract/run/update-table'
import { exportTable } from '../exchange/export-table'
import { joinedTable } from '../table/joined-table'
import type { TrainerHandlers } from './handlers'

/** A table of updates, handed over in parts and written. It is what the page shows, whatever run is open here. */
export function createTableRequests(): Pick<TrainerHandlers, 'addToTable' | 'exportTable' | 'cancelTable'> {
  let parts: UpdateTable[] = []
  let writing: AbortController | null = null
  return {
    addToTable: (part, isFirst) => {
      if (isFirst) parts = []
      parts.push(part)
      return ok()
    },
    exportTable: (path) => {
      const table = joinedTable(parts)
      parts = []
      writing = new AbortController()
      return exportTable(path, table, writing.signal)
    },
    cancelTable: () => {
      parts = []
      writing?.abort()
    },
  }
}
