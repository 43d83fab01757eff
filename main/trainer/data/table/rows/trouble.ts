import type { TimeFormat } from '@contract/data/table/table-choices'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** Why a row cannot be read; columns by their names. */
export type Trouble =
  | { readonly kind: 'ragged'; readonly expected: number; readonly found: number }
  | { readonly kind: 'number' | 'infinite'; readonly column: string; readonly found: string }
  | { readonly kind: 'time'; readonly column: string; readonly found: string; readonly format: TimeFormat }
  /** Not later than the row before, or at the same time as it; no choice leaves such rows out. */
  | {
      readonly kind: 'order'
      readonly column: string
      readonly found: string
      readonly previous: string
      readonly same: boolean
    }

/** An example of each way to write times. */
const EXAMPLES: { readonly [Format in TimeFormat]: string } = {
  iso: '2020-12-31',
  'day-month-year': '31.12.2020',
  'month-day-year': '12/31/2020',
  'year-month': '2020-12',
  'unix-seconds': '1609372800',
  'unix-milliseconds': '1609372800000',
  year: '2020',
  number: '0.5',
}

/** The trouble with a row in one sentence. */
export function troubleText(trouble: Trouble, file: string | null, line: number): Text {
  switch (trouble.kind) {
    case 'ragged': {
      const { expected, found } = trouble
      return text('tableFile.ragged', { file, line, expected, found })
    }
    case 'number': {
      const { column, found } = trouble
      return text('tableFile.notNumber', { file, line, column, found })
    }
    case 'infinite': {
      const { column, found } = trouble
      return text('tableFile.infinite', { file, line, column, found })
    }
    case 'time': {
      const { column, found, format } = trouble
      return text('tableFile.notTime', { file, line, column, found, example: EXAMPLES[format] })
    }
    case 'order': {
      const { column, found, previous, same } = trouble
      return text('tableFile.timeBack', { file, line, column, found, previous, same })
    }
  }
}

/** The same for rows that were left out, without their place. */
export function lostText(kind: Exclude<Trouble['kind'], 'order'>): Text {
  switch (kind) {
    case 'ragged':
      return text('tableFile.lostRagged')
    case 'number':
      return text('tableFile.lostNumber')
    case 'infinite':
      return text('tableFile.lostInfinite')
    case 'time':
      return text('tableFile.lostTime')
  }
}
