import type { PartName } from '@contract/data/parts'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** The parts as columns are headed with them. */
export const PART_LABELS: Readonly<Record<PartName, Text>> = {
  train: text('numbers.training'),
  validation: text('numbers.validation'),
  test: text('numbers.test'),
}
