import type { TableChoices } from '@contract/data/table/table-choices'
import type { TableGuess } from '@contract/data/table/table-preview'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { lookAtTable } from '../../../../../main/trainer/data/table/look-at-table'
import { lookAtPasted, readPasted } from '../../../../../main/trainer/data/table/paste-table'
import { sentenceOf } from '../../../../helpers/saying'
import { bytesOf, valuesOf } from './tables'

function look(table: string | Uint8Array): TableGuess {
  const bytes = typeof table === 'string' ? bytesOf(table) : table
  const found = lookAtTable(bytes, { size: bytes.byteLength, name: 't.csv' })
  if (!found.ok) throw new Error(sentenceOf(found.error))
  return found.value
}

/** What is guessed, and the question with its other answers where there is one. */
function guessed(table: string | Uint8Array, choice: keyof TableGuess['guesses']): unknown[] {
  const guess = look(table).guesses[choice]
  return guess.sure ? [guess.value] : [guess.value, inEnglish(guess.question), ...guess.others]
}

/** The choices in force once this was said of a table. */
function under(told: Partial<TableChoices>, table: string | Uint8Array): TableChoices {
  const bytes = typeof table === 'string' ? bytesOf(table) : table
  const found = lookAtTable(bytes, { size: bytes.byteLength, name: 't.csv' }, told)
  if (!found.ok) throw new Error(sentenceOf(found.error))
  return found.value.choices
}

function refusalOf(table: string | Uint8Array, size?: number): string {
  const bytes = typeof table === 'string' ? bytesOf(table) : table
  const found = lookAtTable(bytes, { size: size ?? bytes.byteLength, name: 't.csv' })
  return found.ok ? '' : sentenceOf(found.error)
}

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('the delimiter', () => {
  it.each([
    [',', rows('a,b', '1,2', '3,4')],
    [';', rows('a;b', '1,5;2,5', '3,5;4,5')],
    ['\t', rows('a\tb', '1\t2', '3\t4')],
    ['|', rows('a|b', '1|2', '3|4')],
    [' ', rows('a b', '1   2.5', '3  4.5')],
    [',', rows('time,v', '2020-01-01 10:00,1', '2020-01-01 11:00,2')],
    [';', rows('a;b', '"1;2";3', '"4;5";6')],
  ])('is known for sure: %j', (delimiter, table) => {
    expect(guessed(table, 'delimiter')).toEqual([delimiter])
  })

  it('is asked for where a comma is one or a decimal mark', () => {
    expect(guessed(rows('1,234', '2,345'), 'delimiter')).toEqual([
      ',',
      'Is "1,234" two numbers, or one with a decimal comma?',
      ';',
    ])
    expect(guessed(rows('a,b', '1,234', '2,345'), 'delimiter')).toEqual([','])
  })
})

describe('the decimal mark', () => {
  it.each([
    [',', rows('a;b', '1,5;2', '3,25;4')],
    [',', rows('a;b', '0,234;2', '3,250;4')],
    ['.', rows('a;b', '1.5;2', '3.25;4')],
    ['.', rows('a,b', '1.234,2', '3.250,4')],
    ['.', rows('a;b', '1;2', '3;4')],
  ])('is known for sure: %s', (decimal, table) => {
    expect(guessed(table, 'decimal')).toEqual([decimal])
    expect(guessed(table, 'thousands')).toEqual([null])
  })

  it('is asked for where every number may have thousands', () => {
    const question = 'Is "1,234" a number above a thousand, or one with three decimals?'
    expect(guessed(rows('a;b', '1,234;5', '2,345;6'), 'decimal')).toEqual([',', question, '.'])
    expect(guessed(rows('a;b', '1,234;5', '2,345;6'), 'thousands')).toEqual([null, question, ','])
    expect(guessed(rows('a,b', '"1,234",5', '"2,345",6'), 'decimal')).toEqual(['.', question, ','])
    expect(guessed(rows('a;b', '1.234;5', '2.345;6'), 'decimal')).toEqual([
      '.',
      'Is "1.234" a number above a thousand, or one with three decimals?',
      ',',
    ])
  })

  it.each([
    ['1,234,567.5', '.', ','],
    ['1.234.567,5', ',', '.'],
    ['1.234,5', ',', '.'],
    ['1,234.5', '.', ','],
    ['1 234,5', ',', ' '],
    ["1'234.5", '.', "'"],
    ['1\u202f234,5', ',', ' '],
  ])('leaves what groups thousands to be asked: %s', (example, decimal, mark) => {
    const table = rows('a;b', `${example};5`, '7;6')
    expect(guessed(table, 'decimal')).toEqual([decimal])
    expect(guessed(table, 'thousands')).toEqual([
      mark,
      `Are the digits of "${example}" grouped in thousands?`,
      null,
    ])
  })

  it.each(["1'000'000", "1'234.5", '1 234.5', '1\u202f234.5', '1 234 567'])(
    'leaves it to be asked also where no number is written otherwise: %s',
    (example) => {
      const question = `Are the digits of "${example}" grouped in thousands?`
      const mark = example.includes("'") ? "'" : ' '
      for (const table of [rows('v', example, example), rows('a;b', `${example};x`, `${example};y`)])
        expect(guessed(table, 'thousands')).toEqual([mark, question, null])
    },
  )
})

describe('times', () => {
  it.each([
    ['iso', '2020-01-30', '2020-01-31'],
    ['iso', '2020-01-30T10:00:00Z', '2020-01-30T11:00:00Z'],
    ['iso', '2020年1月30日', '2020年1月31日'],
    ['year-month', '2020-01', '2020-02'],
    ['day-month-year', '30.01.2020', '31.01.2020'],
    ['month-day-year', '01/30/2020 1:00 PM', '01/30/2020 2:00 PM'],
    ['year', '1999', '2000'],
    ['unix-seconds', '1600000000', '1600000060'],
    ['unix-milliseconds', '1600000000000', '1600000060000'],
    ['number', '0.5', '1.0'],
  ])('are known by how they are written, and a name: %s', (format, one, other) => {
    expect(guessed(rows('v,time', `1,${one}`, `2,${other}`), 'time')).toEqual([{ column: 1, format }])
  })

  it('are asked for where the day may be the month, even if one of the two does not grow', () => {
    expect(guessed(rows('d,v', '03/04/2020,1', '04/04/2020,2'), 'time')).toEqual([
      { column: 0, format: 'day-month-year' },
      'Does "03/04/2020" begin with the day or with the month?',
      { column: 0, format: 'month-day-year' },
      null,
    ])
    expect(guessed(rows('d,v', '12/04/2020,1', '01/05/2020,2'), 'time').slice(0, 1)).toEqual([
      { column: 0, format: 'day-month-year' },
    ])
    expect(guessed(rows('d,v', '03/04/2020,1', '13/04/2020,2'), 'time')).toEqual([
      { column: 0, format: 'day-month-year' },
    ])
  })

  it('are asked for where numbers grow in the first column, or only look like years', () => {
    expect(guessed(rows('x,v', '1,5', '2,4'), 'time')).toEqual([
      { column: 0, format: 'number' },
      'Does column "x", which begins with "1", say when the rows were?',
      null,
    ])
    expect(guessed(rows('x,v', '1900,5', '1901,4'), 'time').slice(0, 1)).toEqual([
      { column: 0, format: 'year' },
    ])
    expect(guessed(rows('x,v', '2,5', '1,4'), 'time')).toEqual([null])
  })
})

describe('the names', () => {
  it('are known for sure, or asked for', () => {
    expect(guessed(rows('a,b', '1,2'), 'header')).toEqual([true])
    expect(guessed(rows('3,4', '1,2'), 'header')).toEqual([false])
    expect(guessed(rows('a,2020', '1,2', '2,3'), 'header').slice(1)).toEqual([
      'Does the first row have the names of the columns?',
      true,
    ])
  })

  it('are asked for where the first row alone counts, as years above their columns do', () => {
    const asked = [true, 'Does the first row have the names of the columns?', false]
    expect(guessed(rows('1990,1991,1992', '3.1,4.5,2', '3,4,2.2'), 'header')).toEqual(asked)
    expect(guessed(rows('3,2,1', '9,4,2'), 'header')).toEqual(asked)
    expect(guessed(rows('1,2,3', '2,3,4'), 'header')).toEqual([false])
    expect(guessed(rows('1990,1992,1995', '3,4,2'), 'header')).toEqual([false])
    expect(guessed(rows('1990,1991', '3,4'), 'header')).toEqual([false])
  })

  it('are numbers where there are none, and have numbers where they come again', () => {
    expect(look(rows('3,4', '1,2')).preview.columns.map(({ name }) => name)).toEqual(['1', '2'])
    const { preview } = look(rows('x,x,,x (2),x', '1,2,3,4,5', '0,2,3,4,5'))
    expect(preview.columns.map(({ name }) => name)).toEqual(['x', 'x (3)', '3', 'x (2)', 'x (4)'])
    expect(preview.notes.map((note) => inEnglish(note))).toEqual([
      '"x" names more than one column; the later ones have a number behind the name.',
    ])
  })
})

describe('missing values', () => {
  it('are asked for where a number stands out', () => {
    const table = rows('a,b', '1,5', '-999,5', '2,6', '-999,7')
    const [value, question, other] = guessed(table, 'missing') as [string[], string, string[]]
    expect(question).toBe('Does "-999", which comes 2 times, stand for a missing value?')
    expect([value.includes('-999'), other.includes('-999')]).toEqual([false, true])
    expect(guessed(rows('a,b', '900,5', '999,5', '950,6', '999,7'), 'missing')).toHaveLength(1)
  })
})

describe('the encoding', () => {
  it.each([
    ['utf-8', bytesOf('\ufeffé,b\n1,2\n')],
    ['utf-8', bytesOf('温,b\n1,2\n')],
    ['utf-16le', new Uint8Array(Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'))],
    ['utf-16be', new Uint8Array(Buffer.from('a,b\n1,2\n', 'utf16le').swap16())],
    ['windows-1252', letters('M\xe9,b\n1,2\n')],
  ])('is known for sure: %s', (encoding, bytes) => {
    expect(guessed(bytes, 'encoding')).toEqual([encoding])
  })

  it('is asked for where it is GBK or Windows-1252', () => {
    const question = 'Are its letters Chinese, in GBK, or Western ones with accents, in Windows-1252?'
    // 温度 in GBK; Zürich, where the u with its dots and the r make a letter of GBK.
    expect(guessed(letters('\xce\xc2\xb6\xc8,b\n1,2\n'), 'encoding')).toEqual([
      'gbk',
      question,
      'windows-1252',
    ])
    expect(guessed(letters('Z\xfcrich,b\n1,2\n'), 'encoding')).toEqual(['windows-1252', question, 'gbk'])
  })
})

describe('what is no table', () => {
  const not = (what: string) =>
    `"t.csv" is not a table as a text: ${what}; save the table as CSV, or choose another file.`

  it.each([
    ['it is a PNG picture', letters('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['it is a workbook of Excel', letters('PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml')],
    [
      'it is an OpenDocument file, as LibreOffice saves it',
      letters('PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
    ],
    ['it is a zip archive', letters('PK\x03\x04\x14\0\0\0\x08\0\0\0!\0a.csv')],
    [
      'it is a workbook of an older Excel, or another Office document',
      letters('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'),
    ],
    ['it is a gzip archive', letters('\x1f\x8b\x08\0\0\0\0\0')],
    ['it is a PDF document', letters('%PDF-1.7\n1 0 obj\n')],
    ['it is a web page, and not the file that was to come', letters('<!DOCTYPE html><html></html>')],
    ['it is a JSON text', letters('{"a": [1, 2]}')],
    ['it holds nothing but zeros, as a download leaves that was cut off', new Uint8Array(100)],
  ])('is told for what it is: %s', (what, bytes) => {
    expect(refusalOf(bytes)).toBe(not(what))
    // Also where it goes on for long.
    expect(refusalOf(bytes, 1e9)).toBe(not(what))
  })

  it('may begin as other files do, if it is a text', () => {
    for (const start of ['BM', 'ID3', 'x^2', 'GIF8', '[mV]'])
      expect(refusalOf(rows(`${start},b`, '1,2', '2,3'))).toBe('')
  })

  it.each([
    ['', '"t.csv" should hold a table, but is empty; choose another one.'],
    ['\n\n', '"t.csv" should hold a table, but is empty; choose another one.'],
    [
      'a,b\nc,d\n',
      '"t.csv" should have a column of numbers, but has only cells such as "c"; choose another delimiter or encoding, or another table.',
    ],
    [
      'a,b\n$1.50,5 %\n$2.50,6 %\n',
      '"t.csv" should have a column of numbers, but has only cells such as "$1.50"; choose another delimiter or encoding, or another table.',
    ],
    [
      'My table\n\na,b\n1,2\n3,4\n',
      'The first row of "t.csv" should have as many cells as most rows below it, but has 1, and line 4 has 2; remove what stands above the table, name every column, or choose another delimiter.',
    ],
    [
      'a,b\n1,2,\n3,4,\n',
      'The first row of "t.csv" should have as many cells as most rows below it, but has 2, and line 2 has 3; remove what stands above the table, name every column, or choose another delimiter.',
    ],
    [
      'a,b\n1,2\n\0,3\n',
      'Line 3 of "t.csv" should be text, but has a byte of value 0, which no text has; save the table as CSV again, or choose UTF-16 as its encoding.',
    ],
    [
      'a,b\n1,"2\n3,4\n',
      'A quotation mark in the row that begins in line 2 of "t.csv" should be closed, but is not within a megabyte; close or remove it.',
    ],
  ])('is refused in one sentence: %j', (table, sentence) => {
    expect(refusalOf(table)).toBe(sentence)
  })

  it.each(['\xff\xfe\0\0a\0\0\0', '\0\0\xfe\xff\0\0\0a'])('is in UTF-32: %j', (bytes) => {
    expect(refusalOf(letters(bytes))).toBe(
      '"t.csv" should be in UTF-8, UTF-16, GBK or Windows-1252, but is in UTF-32; save it in UTF-8.',
    )
  })

  it('has too many columns, which are counted', () => {
    const wide = Array.from({ length: 10_001 }, (_, i) => i).join(',')
    expect(refusalOf(rows(wide, wide))).toBe(
      '"t.csv" should have at most 10,000 columns, but has 10,001; remove some, or choose another delimiter.',
    )
  })
})

describe('a preview', () => {
  it('ends after 50 rows and shows what troubles each', () => {
    const table = rows('a,b', ...Array.from({ length: 80 }, (_, i) => (i === 3 ? '1,2,3' : `${i},${i}`)))
    const { preview, choices } = look(table)
    expect(preview.rows).toHaveLength(50)
    expect(
      preview.rows.flatMap(({ line, trouble }) => (trouble ? [[line, inEnglish(trouble)]] : [])),
    ).toEqual([
      [
        5,
        'Line 5 of "t.csv" should have 2 cells, as the first row has, but has 3; correct it, choose another delimiter, or choose to leave out such rows.',
      ],
    ])
    expect(choices.badRows).toBe('refuse')
  })

  it('leaves out a last row that the sample cuts', () => {
    const bytes = bytesOf('a,b\n1,2\n3,4\n5')
    const found = lookAtTable(bytes, { size: 1e6, name: 't.csv' })
    expect(found.ok && found.value.preview.rows.map(({ line }) => line)).toEqual([2, 3])
  })
})

describe('what a person has said', () => {
  // Two columns by commas; by semicolons four, the first of them dates.
  const both = rows('d;a;b;c,x', ...Array.from({ length: 9 }, (_, i) => `2020-01-0${i + 1};1,5;${i};2,5`))

  it('is in force, and what depends on it is guessed from the table as it is read now', () => {
    expect(under({ delimiter: ';' }, both)).toMatchObject({
      ...{ delimiter: ';', decimal: ',', thousands: null, header: true },
      time: { column: 0, format: 'iso' },
    })
    expect(under({ delimiter: '\t' }, both)).toMatchObject({ delimiter: '\t', time: null })
    expect(under({ delimiter: ';', time: null, header: false, badRows: 'drop' }, both)).toMatchObject({
      ...{ time: null, header: false, badRows: 'drop' },
    })
    // By its letters alone, a column is named otherwise; here the names are numbers, and the letters say so.
    const wide = letters(
      '\u0000a\u0000,\u0000b\u0000\n\u00001\u0000,\u00002\u0000\n\u00003\u0000,\u00004\u0000\n',
    )
    expect(under({ encoding: 'utf-16be' }, wide)).toMatchObject({ delimiter: ',', header: true })
  })

  it('decides the other mark of numbers, as no mark is both', () => {
    const open = rows('a;b', '1,234;2', '2,345;3')
    expect(under({ decimal: '.' }, open)).toMatchObject({ decimal: '.', thousands: ',' })
    expect(under({ decimal: ',' }, open)).toMatchObject({ decimal: ',', thousands: null })
    const grouped = rows('a;b', '1.234.567,5;2', '2.345.678,5;3')
    expect(under({}, grouped)).toMatchObject({ decimal: ',', thousands: '.' })
    expect(under({ decimal: '.' }, grouped)).toMatchObject({ decimal: '.', thousands: null })
    expect(under({ thousands: ',' }, rows('a;b', '1,5;2', '2,5;3'))).toMatchObject({
      decimal: '.',
      thousands: ',',
    })
  })

  it('says of 1,5 in one cell that its comma is a decimal one', () => {
    const one = rows('1,234', '2,345', '3,456')
    expect(under({ delimiter: ';' }, one)).toMatchObject({ decimal: ',', thousands: null })
    // Where nobody asked if it is one number or two, it is asked what it is.
    expect(under({ delimiter: '\t' }, rows('a;b', '1,234;5'))).toMatchObject({ delimiter: '\t' })
  })

  it('leaves its question as it was asked', () => {
    const bytes = bytesOf(rows('1,234', '2,345', '3,456'))
    const file = { size: bytes.byteLength, name: 't.csv' }
    const [before, after] = [lookAtTable(bytes, file), lookAtTable(bytes, file, { delimiter: ';' })]
    expect(after.ok && after.value.guesses.delimiter).toEqual(before.ok && before.value.guesses.delimiter)
  })

  it('of a time in a column that is not there is not in force', () => {
    const told = { time: { column: 4, format: 'year' } } as const
    expect(under(told, rows('a,b', '1,2', '2,4')).time).toEqual(under({}, rows('a,b', '1,2', '2,4')).time)
  })
})

describe('what was pasted', () => {
  it('is a table too, and called so', () => {
    const pasted = 'when\tA\tB\r\n1\t1,5\t2\r\n2\t2,5\tx\r\n'
    const found = lookAtPasted(bytesOf(pasted))
    if (!found.ok) throw new Error(sentenceOf(found.error))
    const choices = { ...found.value.guess.choices, time: null }
    expect(choices).toMatchObject({ delimiter: '\t', decimal: ',', header: true })
    expect([found.value.name, found.value.bytes]).toEqual([null, pasted.length])
    const shown = lookAtPasted(bytesOf(pasted), choices)
    expect(shown.ok && shown.value.guess.preview.rows.map(({ trouble }) => trouble !== null)).toEqual([
      false,
      true,
    ])
    const refused = readPasted(bytesOf(pasted), choices)
    expect(refused.ok ? '' : sentenceOf(refused.error)).toBe(
      'Line 3 of the pasted table should have a number in column "B", but has "x"; correct it, count it as missing, or choose to leave out such rows.',
    )
    const read = readPasted(bytesOf(pasted.replace('x', '7')), choices)
    expect(read.ok && valuesOf(read.value.series)).toEqual({ when: [1, 2], A: [1.5, 2.5], B: [2, 7] })
  })
})
