import type { PartName } from '@contract/data/parts'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** What each part is called. */
export const PART_NAMES: Readonly<Record<PartName, Text>> = {
  train: text('dataPicture.train'),
  validation: text('dataPicture.validation'),
  test: text('dataPicture.test'),
}
