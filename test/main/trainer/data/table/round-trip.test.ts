import { DELIMITERS, TABLE_ENCODINGS, type TableEncoding } from '@contract/data/table/table-choices'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { table } from './tables'

const SEED = { seed: Number(process.env.UNROLL_SEED), numRuns: 300 }

/** Doubles of every size, and such as people write. */
const anyNumber = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer(),
  fc.integer({ min: -1e6, max: 1e6 }).map((thousandths) => thousandths / 1000),
  fc.constant(Number.NaN),
)
/** Names of letters that every encoding has. */
const anyName = fc.string({ unit: fc.constantFrom(...'abcXYZ_ "\',;|\n\t'), minLength: 1, maxLength: 8 })

const anyTable = fc
  .record({
    names: fc.uniqueArray(anyName, { minLength: 1, maxLength: 5, selector: (name) => name.trim() }),
    delimiter: fc.constantFrom(...DELIMITERS.filter((delimiter) => delimiter !== ' ')),
    decimal: fc.constantFrom('.' as const, ',' as const),
    encoding: fc.constantFrom(...TABLE_ENCODINGS),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.boolean(),
    ends: fc.boolean(),
  })
  .filter(({ names }) => names.every((name) => name.trim() !== '' && !/^\d+$|^sep=/.test(name.trim())))
  .chain((choices) =>
    fc.record({
      choices: fc.constant(choices),
      rows: fc.array(
        fc.array(anyNumber, { minLength: choices.names.length, maxLength: choices.names.length }),
        {
          minLength: 2,
          maxLength: 30,
        },
      ),
    }),
  )
  // A column of nothing but missing values is no column, and an empty line of a single one may be none.
  .filter(({ rows }) => (rows[0] ?? []).every((_, column) => rows.some((row) => !Number.isNaN(row[column]))))
  .filter(({ rows, choices }) => choices.names.length > 1 || !Number.isNaN(rows.at(-1)?.[0]))
  .filter(({ rows, choices }) => choices.names.length > 1 || !Number.isNaN(rows[0]?.[0]))

function encoded(text: string, encoding: TableEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
    case 'gbk':
    case 'windows-1252':
      return new TextEncoder().encode(text)
    case 'utf-16le':
      return new Uint8Array(Buffer.from(text, 'utf16le'))
    case 'utf-16be':
      return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
  }
}

describe('a table that was written', () => {
  it('is read with every bit of its numbers, however it was written', () => {
    fc.assert(
      fc.property(anyTable, ({ choices, rows }) => {
        const { names, delimiter, decimal, encoding, newline, quotes, ends } = choices
        const texts = rows.map((row) =>
          row.map((value) =>
            Number.isNaN(value) ? '' : (Object.is(value, -0) ? '-0' : `${value}`).replace('.', decimal),
          ),
        )
        // A single column's missing value would be an empty line, which papaparse leaves in quotation marks.
        const text = Papa.unparse([names, ...texts], { delimiter, newline, quotes }) + (ends ? newline : '')
        const { series } = table(encoded(text, encoding), { encoding, delimiter, decimal })
        expect(series.columns.map(({ name }) => name)).toEqual(
          names.map((name) => name.trim().replaceAll('\r\n', '\n').replaceAll('\r', '\n')),
        )
        for (const [column, { values }] of series.columns.entries())
          expect(values).toEqual(Float64Array.from(rows, (row) => row[column] as number))
      }),
      SEED,
    )
  })
})
