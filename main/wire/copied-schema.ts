import { type CopiedText, isTableText } from '@contract/files/copied-text'
import { text } from '@contract/language/texts'
import * as v from 'valibot'
import { setupCode } from './argument-schemas'
import { carrying } from './carried-text'

/** What a page may put into the clipboard. */
export const copiedText: v.GenericSchema<unknown, CopiedText> = v.variant('kind', [
  v.strictObject({ kind: v.literal('setup-code'), text: setupCode }),
  v.strictObject({
    kind: v.literal('table'),
    text: v.pipe(v.string(), v.check(isTableText, carrying(text('runsTab.notATable')))),
  }),
])
