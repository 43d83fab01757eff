import type { TableGuess } from '@contract/data/table/table-preview'
import { describe, expect, it } from 'vitest'
import { lookAtTable } from '../../../../../main/trainer/data/table/look-at-table'
import { readTableBytes } from '../../../../../main/trainer/data/table/paste-table'
import frozen from '../../../../fixtures/tables/pandas.json'
import { tableFixture, unpacked } from './tables'

function lookAt(name: string): TableGuess {
  const bytes = tableFixture(name)
  const guess = lookAtTable(bytes, { size: bytes.byteLength, name })
  if (!guess.ok) throw new Error(guess.error.text.id)
  return guess.value
}

/** What each table leaves open, in the order of the choices. */
const DOUBTS: { readonly [name: string]: readonly string[] } = {
  'chinese.csv': ['encoding'],
  // What accents make with the letter behind them are letters of GBK, too.
  'semicolons.csv': ['encoding'],
  'spaces.txt': ['time'],
  'thousands.csv': ['thousands', 'time'],
}

describe('a table that pandas has read', () => {
  it.each(Object.entries(frozen.tables))(
    'is read by its guesses to the same bits: %s',
    (name, { time, columns }) => {
      const { guesses, choices: guessed } = lookAt(name)
      const doubts = Object.entries(guesses).flatMap(([choice, { sure }]) => (sure ? [] : [choice]))
      expect(doubts).toEqual(DOUBTS[name] ?? [])
      // As the person answers who knows that the first column is one of values.
      const choices = { ...guessed, ...(time === null ? { time: null } : {}) }
      const found = readTableBytes(tableFixture(name), choices, name)
      if (!found.ok) throw new Error(found.error.text.id)
      const { times, columns: read } = found.value.series
      const values = new Map(read.map((column) => [column.name, column.values]))
      if (times.kind !== 'rows') values.set(times.name, times.values)
      expect([...values.keys()].sort()).toEqual(Object.keys(columns).sort())
      for (const [column, packed] of Object.entries(columns))
        expect([column, values.get(column)]).toEqual([column, unpacked(packed)])
      expect(times.kind).toBe(time === null ? 'rows' : 'dates')
    },
  )

  it('has a preview with every cell as what it is', () => {
    const { preview } = lookAt('quotes.csv')
    expect(preview.columns).toEqual([
      { name: 'time', isNamed: true, use: 'time' },
      { name: 'say "x"', isNamed: true, use: 'number' },
      { name: 'note', isNamed: true, use: 'text' },
    ])
    expect(preview.rows).toEqual([
      row(2, ['2020-01', 'time'], ['1.5', 'number'], ['a, b', 'text']),
      row(3, ['2020-02', 'time'], ['2.5', 'number'], ['two\nlines', 'text']),
      row(5, ['2020-03', 'time'], ['3.5', 'number'], ['"q"', 'text']),
    ])
  })
})

function row(line: number, ...cells: readonly (readonly [text: string, kind: string])[]) {
  return { line, cells: cells.map(([text, kind]) => ({ text, kind })), trouble: null }
}
