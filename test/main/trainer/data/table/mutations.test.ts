import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAtTable } from '../../../../../main/trainer/data/table/look-at-table'
import { readTableBytes } from '../../../../../main/trainer/data/table/paste-table'
import { decodeSeries, encodeSeries } from '../../../../../main/trainer/data/table/series-file'
import { anyDamaged, anyMutation, bytesOfTexts, judge } from '../../weights/any-mutation'
import { DAMAGED_FILES, TOLD } from '../../weights/many-files'
import { table, tableFixture } from './tables'

const isSentence = (message: string) => message.length < 600 && /^[A-Z"][^\n]+; [^\n]+\.$/.test(message)

describe(`${TOLD} damaged tables`, () => {
  const whole = [
    'american.csv',
    'chinese.csv',
    'hard.csv',
    'missing.csv',
    'quotes.csv',
    'semicolons.csv',
    'spaces.txt',
    'thousands.csv',
    'wide.tsv',
  ].map(tableFixture)
  const parts = bytesOfTexts(
    ',',
    ';',
    '\t',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    '.',
    '-',
    'e',
    'NaN',
    'inf',
    '\0',
    '\xff\xfe',
    '\xef\xbb\xbf',
    '2020-01-01',
    '1,234',
    '\xb0',
    ' ',
    'sep=;\n',
    '年',
  )

  it('are read or refused in one sentence', () => {
    const { seen, look } = judge(isSentence)
    fc.assert(
      fc.property(anyDamaged(whole, anyMutation(parts)), fc.boolean(), (bytes, drops) => {
        const guess = lookAtTable(bytes, { size: bytes.byteLength, name: 'any.csv' })
        if (!guess.ok) return look(guess)
        const choices = guess.value.choices
        const read = readTableBytes(bytes, { ...choices, badRows: drops ? 'drop' : 'refuse' }, 'any.csv')
        look(read)
        if (!read.ok) return
        const { series, rows } = read.value
        for (const { values } of series.columns) {
          expect(values).toHaveLength(rows)
          expect(values.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY)).toBe(false)
        }
        if (series.times.kind === 'rows') return
        const times = series.times.values
        expect(times.every((time, i) => i === 0 || time > (times[i - 1] as number))).toBe(true)
      }),
      DAMAGED_FILES,
    )
    expect(seen.good).toBeGreaterThan(0)
    expect(seen.kinds.size).toBeGreaterThan(8)
  })
})

describe(`${TOLD} damaged series`, () => {
  it('are refused in one sentence, whatever byte is another', () => {
    const series = Buffer.concat(
      encodeSeries(table('t,a,b\n1,2,3\n2,4,\n', { time: { column: 0, format: 'number' } }).series),
    )
    const parts = bytesOfTexts('UNROLLS2', '"rows":9', '\0\0\0\0', '[', 'NaN')
    const { seen, look } = judge(isSentence)
    fc.assert(
      fc.property(anyDamaged([new Uint8Array(series)], anyMutation(parts)), (bytes) => {
        const read = decodeSeries(bytes)
        look(read)
        expect(read.ok).toBe(series.equals(bytes))
      }),
      DAMAGED_FILES,
    )
    expect(seen.kinds.size).toBeGreaterThan(0)
  })
})
