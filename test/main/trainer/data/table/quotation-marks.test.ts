import type { TableChoices } from '@contract/data/table/table-choices'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planTable } from '../../../../../main/trainer/data/table/rows/plan'
import { createTableParser } from '../../../../../main/trainer/data/table/rows/table-parser'
import { bytesOf, CHOICES } from './tables'

const SEED = { seed: Number(process.env.UNROLL_SEED), numRuns: 1500 }

/*
 * The same bytes are read in two ways: a table in GBK with vertical lines goes through papaparse cell by cell, as half a
 * letter may look like such a line there, and one in UTF-8 mostly from its bytes. Of ASCII both are the same table.
 */
const CELLS = ['1', '-2.5', '3e2', '1,5', 'NA', 'oh', '', ' ', ' 7 ', '2020-01-02 03:04', 'a b'] as const
const inQuotes = fc
  .array(fc.constantFrom(...CELLS, '""', '\n', '|', '\r\n', ','), { maxLength: 3 })
  .map((parts) => `"${parts.join('')}"`)
const anyCell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CELLS) },
  { weight: 6, arbitrary: fc.constantFrom(...CELLS).map((cell) => `"${cell}"`) },
  { weight: 2, arbitrary: inQuotes },
  {
    weight: 1,
    arbitrary: fc.constantFrom(' "1"', '"1" ', '1"', '"1"2', '"', '""', '"""', '""""', '"a"|"b"'),
  },
)
const anyText = fc
  .record({
    // Most rows are right, so that more than the first one is read.
    good: fc.array(fc.array(fc.constantFrom('1', '"2"', '"-3.5"'), { minLength: 3, maxLength: 3 })),
    rows: fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
    names: fc.constantFrom('a|b|c', '"a"|"b"|"c"', '"a\n1"|b|"c ""d"""'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    times: fc.boolean(),
  })
  .map(({ good, rows, names, end, times }) => {
    const time = (i: number) => `"2020-01-01 00:${String(i).padStart(2, '0')}"`
    const lines = [...good, ...rows].map((row, i) =>
      (times ? [time(i % 60), ...row.slice(1)] : row).join('|'),
    )
    return [names, ...lines].join(end)
  })

const anyChoices = fc.record({
  badRows: fc.constantFrom('refuse' as const, 'drop' as const),
  time: fc.constantFrom(null, { column: 0, format: 'iso' as const }),
  decimal: fc.constantFrom('.' as const, ',' as const),
})

/** What is read of a table, given in pieces that end at some places; its numbers as texts, for a NaN is none. */
function read(bytes: Uint8Array, cuts: readonly number[], choices: TableChoices) {
  const planned = planTable(bytes, choices, 't.csv', true)
  if (!planned.ok) return planned.error
  const parser = createTableParser(planned.value.plan)
  const places = [...cuts.map((cut) => cut % bytes.length), bytes.length].sort((a, b) => a - b)
  let from = 0
  for (const to of places) {
    const error = parser.push(bytes.slice(from, to))
    if (error) return error
    from = to
  }
  const found = parser.finish()
  if (!found.ok) return found.error
  const { series, lost, notes } = found.value
  return { columns: series.columns.map(({ name, values }) => [name, values.join()]), lost, notes }
}

it('a table with quotation marks is read from its bytes as by the library, wherever it is cut', () => {
  fc.assert(
    fc.property(
      anyText,
      anyChoices,
      fc.array(fc.nat(500), { maxLength: 4 }),
      fc.array(fc.nat(500), { maxLength: 4 }),
      (written, some, cuts, otherCuts) => {
        const bytes = bytesOf(written)
        const choices = { ...CHOICES, ...some, delimiter: '|' } as const
        const byLibrary = read(bytes, otherCuts, { ...choices, encoding: 'gbk' })
        expect(read(bytes, cuts, { ...choices, encoding: 'utf-8' })).toEqual(byLibrary)
      },
    ),
    SEED,
  )
})
