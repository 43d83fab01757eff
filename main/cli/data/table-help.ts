import { TABLE_ENCODINGS, TIME_FORMATS } from '@contract/data/table/table-choices'
import type { Say } from '@contract/language/say'
import { below, entry } from '../base/help-lines'

/**
 * The lines of help about `--data` and how a table is read.
 *
 * @param dataHelp what the table is for
 */
export function tableEntries(say: Say, dataHelp = say('tableOptions.dataHelp')): string {
  return [
    entry('--data FILE', dataHelp),
    entry('--delimiter MARK', say('tableOptions.delimiterHelp')),
    entry('--decimal MARK', say('tableOptions.decimalHelp')),
    entry('--thousands MARK', say('tableOptions.thousandsHelp')),
    entry('--encoding NAME', TABLE_ENCODINGS.join(', ')),
    entry('--header', say('tableOptions.headerHelp')),
    entry('--time COLUMN', say('tableOptions.timeHelp')),
    entry('--time-format NAME', say('tableOptions.timeFormatHelp')),
    below(TIME_FORMATS.slice(0, 4).join(', ')),
    below(TIME_FORMATS.slice(4).join(', ')),
    entry('--missing MARKS', say('tableOptions.missingHelp')),
    entry('--bad-rows NAME', say('tableOptions.badRowsHelp')),
    entry('--irregular NAME', say('tableOptions.irregularHelp')),
  ].join('\n')
}
