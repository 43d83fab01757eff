import type { InsideRow } from '@contract/inside/states'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** What each row of a layer is called. */
export const ROW_NAMES: { readonly [Row in InsideRow]: Text } = {
  h: text('inside.rowH'),
  c: text('inside.rowC'),
  reset: text('inside.rowReset'),
  update: text('inside.rowUpdate'),
  candidate: text('inside.rowCandidate'),
  input: text('inside.rowInput'),
  forget: text('inside.rowForget'),
  output: text('inside.rowOutput'),
}
