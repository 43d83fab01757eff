import type { UpdateTable } from '@contract/run/update-table'
import { joinedTable } from '../../../main/trainer/table/joined-table'
import type { History } from '../../../renderer/store/curves/history'
import { tablePart, tableStretches } from '../../../renderer/store/curves/update-table'

/** The parts of the table of a history whose time steps are all in memory. */
export function tableParts(history: History): UpdateTable[] {
  return tableStretches(history).map((stretch) => {
    const part = tablePart(history, stretch)
    if (!part) throw new Error(`updates ${stretch.first} to ${stretch.last} are not in memory`)
    return part
  })
}

export function wholeTable(history: History): UpdateTable {
  return joinedTable(tableParts(history))
}
