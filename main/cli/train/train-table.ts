import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { WeightReader } from '../../trainer/reading/reader'
import { EXIT } from '../base/exit-code'
import { checkOutputs } from '../base/outputs'
import type { Terminal } from '../base/terminal'
import { findWith } from '../data/find-table'
import { openTable } from '../data/open-table'
import type { TableOption } from '../data/table-options'
import { filesOf, train } from './train'
import { parseTrainOptions, type TrainOptions } from './train-options'

/**
 * Reads a table and trains on it: what the options say of its columns is clear only with it.
 *
 * @param args the arguments that the options were read from
 * @returns the exit code of the process
 */
export async function trainOnTable(
  args: readonly string[],
  options: TrainOptions & { readonly table: TableOption },
  terminal: Terminal,
  read: WeightReader,
): Promise<number> {
  // Also before a long table is read.
  const possible = await checkOutputs(filesOf(options, terminal), options.force, [
    terminal.pathOf(options.table.file),
  ])
  if (!possible.ok) return refuse(possible.error.text, terminal)
  const table = await openTable(options.table, terminal)
  if (typeof table === 'number') return table
  const complete = parseTrainOptions(args, table)
  if (!complete.ok) return refuse(complete.error.text, terminal)
  if (complete.value.coded !== null && complete.value.coded !== table.sha256)
    terminal.warn(text('train.setupOfOtherTable', { name: table.name }))
  return train(complete.value, terminal, read, findWith(table))
}

function refuse(sentence: Text, terminal: Terminal): number {
  terminal.warn(sentence)
  return EXIT.refused
}
