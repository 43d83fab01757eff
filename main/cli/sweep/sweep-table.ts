import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { openSeriesFolder } from '../../trainer/data/shelf/series-folder'
import { EXIT } from '../base/exit-code'
import { checkOutputs } from '../base/outputs'
import type { Terminal } from '../base/terminal'
import { openTable } from '../data/open-table'
import type { TableOption } from '../data/table-options'
import type { WorkersOf } from './child-workers'
import { sweep } from './sweep'
import { parseSweepOptions, type SweepOptions } from './sweep-options'

/**
 * Reads a table and makes the runs of a sweep on it. The processes that make them find it in a folder for this time alone.
 *
 * @param args the arguments that the options were read from
 * @returns the exit code of the process
 */
export async function sweepOnTable(
  args: readonly string[],
  { table: option, save, force }: Pick<SweepOptions, 'save' | 'force'> & { readonly table: TableOption },
  terminal: Terminal,
  workersOf: WorkersOf,
): Promise<number> {
  const refuse = (why: Text) => {
    terminal.warn(why)
    return EXIT.refused
  }
  // Also before a long table is read.
  const outputs = save === null ? [] : [{ path: terminal.pathOf(save), beside: null }]
  const possible = await checkOutputs(outputs, force, [terminal.pathOf(option.file)])
  if (!possible.ok) return refuse(possible.error.text)
  const table = await openTable(option, terminal)
  if (typeof table === 'number') return table
  const options = parseSweepOptions(args, table)
  if (!options.ok) return refuse(options.error.text)
  const { coded } = options.value
  if (coded !== null && coded !== table.sha256)
    terminal.warn(text('train.setupOfOtherTable', { name: table.name }))
  const folder = await mkdtemp(join(tmpdir(), 'unroll-sweep-'))
  try {
    const why = await openSeriesFolder(folder).write(table.sha256, table.series)
    if (why) return refuse(text('disk.notSaved', { name: table.name, why }))
    return await sweep(options.value, terminal, workersOf(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
