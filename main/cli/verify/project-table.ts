import { basename } from 'node:path'
import { tableLabel } from '@contract/data/opened-table'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { SeriesOrigin } from '@contract/settings/source-config'
import { createShelf, type Shelf } from '../../trainer/data/shelf/shelf'
import { isPrivate } from '../../trainer/project/checked-run'
import { openProject } from '../../trainer/project/open-project'
import { EXIT } from '../base/exit-code'
import type { Terminal } from '../base/terminal'
import { openTable } from '../data/open-table'
import type { TableOption } from '../data/table-options'

/** The table that a project has only the hash of; null where it is whole without one. */
type WantedTable = Extract<SeriesOrigin, { kind: 'table' }> | null

/**
 * What a proof finds the series of a project in: empty for one that has all it needs. A project that has only the hash of its
 * table is refused without the table, and with one that is read as other numbers; one that needs none with any.
 *
 * @param option the table that was given; null for none
 * @returns the exit code of the process where it is refused, or a person ends it
 */
export async function shelfFor(
  file: string,
  option: TableOption | null,
  terminal: Terminal,
): Promise<Shelf | number> {
  const refuse = (why: Text) => {
    terminal.warn(why)
    return EXIT.refused
  }
  const shelf = createShelf(null)
  const project = basename(file)
  const wanted = await wantedIn(terminal.pathOf(file))
  if (!wanted.ok) return refuse(wanted.error.text)
  const origin = wanted.value
  if (!origin) return option ? refuse(text('verifyCommand.noTableWanted', { project })) : shelf
  if (!option) return refuse(text('verifyCommand.tableWanted', { project, table: tableLabel(origin) }))
  const table = await openTable(option, terminal)
  if (typeof table === 'number') return table
  const { name, sha256: found } = table
  if (found !== origin.sha256)
    return refuse(text('verifyCommand.otherTable', { project, name, expected: origin.sha256, found }))
  await shelf.put(origin, table.series)
  return shelf
}

async function wantedIn(path: string): Promise<Result<WantedTable>> {
  const opened = await openProject(path)
  if (!opened.ok) return opened
  const project = opened.value
  await project.close()
  const { source } = project.run.config.data
  const isWanted = isPrivate(project) && source.kind === 'series' && source.origin.kind === 'table'
  return ok(isWanted ? source.origin : null)
}
