import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtFile, readTable, type TableProgress } from '../../../../../main/trainer/data/table/read-table'
import { Collector } from '../../../../../main/trainer/data/table/rows/collector'
import { planTable } from '../../../../../main/trainer/data/table/rows/plan'
import { sentenceOf } from '../../../../helpers/saying'
import { bytesOf, CHOICES, refusal, table, valuesOf } from './tables'

const all = (lines: readonly string[]) => `${lines.join('\n')}\n`
const rows = (...lines: readonly string[]) => all(lines)
const FROM_ROW = 'or choose to leave out such rows.'

describe('a row that cannot be read', () => {
  it.each([
    [
      'a,b\n1,2\n3\n',
      `Line 3 of "t.csv" should have 2 cells, as the first row has, but has 1; correct it, choose another delimiter, ${FROM_ROW}`,
    ],
    [
      'a,b\n1,2\n3,4,\n',
      `Line 3 of "t.csv" should have 2 cells, as the first row has, but has 3; correct it, choose another delimiter, ${FROM_ROW}`,
    ],
    [
      'a,b\n1,2\n3,4\n5,six\n',
      `Line 4 of "t.csv" should have a number in column "b", but has "six"; correct it, count it as missing, ${FROM_ROW}`,
    ],
    [
      'a,b\n1,2\n3,1,\n',
      `Line 3 of "t.csv" should have 2 cells, as the first row has, but has 3; correct it, choose another delimiter, ${FROM_ROW}`,
    ],
    [
      'a,b\n1,2\n3,0x10\n',
      `Line 3 of "t.csv" should have a number in column "b", but has "0x10"; correct it, count it as missing, ${FROM_ROW}`,
    ],
    [
      'a,b\n1,2\n3,1e999\n',
      `Line 3 of "t.csv" should have a finite number in column "b", but has "1e999"; correct it, ${FROM_ROW}`,
    ],
    [
      'a,b\n1,2\n3,-Infinity\n',
      `Line 3 of "t.csv" should have a finite number in column "b", but has "-Infinity"; correct it, ${FROM_ROW}`,
    ],
    [
      '"a\nb",c\n1,2\n3,x\n',
      `Line 4 of "t.csv" should have a number in column "c", but has "x"; correct it, count it as missing, ${FROM_ROW}`,
    ],
    [
      'a,b\n\n1,2\n\n3,x\n',
      `Line 5 of "t.csv" should have a number in column "b", but has "x"; correct it, count it as missing, ${FROM_ROW}`,
    ],
    [
      'a,b\r1,2\r3,x\r',
      `Line 3 of "t.csv" should have a number in column "b", but has "x"; correct it, count it as missing, ${FROM_ROW}`,
    ],
    [
      'a,b\n1,2\n3,"x" y\n',
      'In the row that begins in line 3 of "t.csv" a delimiter should follow a closing quotation mark, but letters do; double quotation marks inside of a cell, or remove them.',
    ],
    ['a,b\n1,2\n', '"t.csv" should have at least 2 rows of values, but has 1; choose a longer one.'],
    [
      'a,b\n,\n,\n',
      '"t.csv" should have a column of numbers, but has only empty cells; choose another delimiter or encoding, or another table.',
    ],
  ])('is named by its line: %j', (text, sentence) => {
    expect(refusal(text)).toBe(sentence)
  })

  it('is too long', () => {
    expect(refusal(`a\n1\n${'2'.repeat(2 ** 20 + 1)}\n`)).toBe(
      'Line 3 of "t.csv" should have at most 1,048,576 bytes, but has more; a table has a line for each row.',
    )
  })

  it.each([
    [
      '2020-01-02',
      '2020-01-01',
      'has "2020-01-01" after "2020-01-02"; sort the table by time, or choose no time column.',
    ],
    [
      '2020-01-02',
      '2020-01-02',
      'both have "2020-01-02"; leave one row for each time, or choose no time column.',
    ],
    [
      '2020-01-02T00:00:00.000000001Z',
      '2020-01-02T00:00:00.000000002Z',
      '"2020-01-02T00:00:00.000000002Z" and "2020-01-02T00:00:00.000000001Z" are the same to a millisecond; leave one row for each time, or choose no time column.',
    ],
    [
      '2020-01-02T00:00+01:00',
      '2020-01-01T23:00Z',
      '"2020-01-01T23:00Z" and "2020-01-02T00:00+01:00" are the same to a millisecond; leave one row for each time, or choose no time column.',
    ],
  ])('is not later than the one before, also where bad rows are left out: %s', (one, other, end) => {
    for (const badRows of ['refuse', 'drop'] as const)
      expect(
        refusal(rows('t,v', `${one},1`, `${other},2`), { time: { column: 0, format: 'iso' }, badRows }),
      ).toBe(`Line 3 of "t.csv" should be later than the row before by column "t", but ${end}`)
  })

  it.each([
    ['iso', '2020-02-30', '2020-12-31'],
    ['iso', '2020-02-03 24:00', '2020-12-31'],
    ['iso', '', '2020-12-31'],
    ['day-month-year', '31.12.20', '31.12.2020'],
    ['month-day-year', '31/12/2020', '12/31/2020'],
    ['year-month', '2020-13', '2020-12'],
    ['year', '20.5', '2020'],
    ['unix-seconds', '1e20', '1609372800'],
    ['number', 'NaN', '0.5'],
  ] as const)('has no time in %s: %j', (format, found, example) => {
    expect(refusal(rows('t,v', `${found},1`, '5,5'), { time: { column: 0, format } })).toBe(
      `Line 2 of "t.csv" should have a time such as ${example} in column "t", but has ${found === '' ? 'nothing' : JSON.stringify(found)}; correct it, choose how times are written, ${FROM_ROW}`,
    )
  })

  it('is left out and counted, where that was chosen', () => {
    const read = table(rows('t,v', '2020,1', '2021', 'x,3', '2023,inf', '2024,y', '2025,6'), {
      time: { column: 0, format: 'year' },
      badRows: 'drop',
    })
    expect(valuesOf(read.series)).toEqual({ v: [1, 6] })
    expect(read.lost.map(({ why, ...lost }) => ({ ...lost, why: inEnglish(why) }))).toEqual([
      { why: 'they have more or fewer cells than the first row', rows: 1, lines: [3] },
      { why: 'their time cannot be read', rows: 1, lines: [4] },
      { why: 'they have an infinite number', rows: 1, lines: [5] },
      { why: 'they have a text where a number should be', rows: 1, lines: [6] },
    ])
    expect(read.rows).toBe(2)
  })
})

describe('a table that is too large', () => {
  it('is refused by what it has too many of', () => {
    const tall = Buffer.alloc(2 * 10_000_001, '1\n')
    expect(refusal(new Uint8Array(tall), { header: false })).toBe(
      '"t.csv" should have at most 10,000,000 rows, but has more; choose a part of it.',
    )
    expect(table(new Uint8Array(tall.subarray(2)), { header: false }).rows).toBe(10_000_000)
    const planned = planTable(bytesOf('a,b\n1,2\n'), CHOICES, 't.csv', true)
    if (!planned.ok) throw new Error('it is a table')
    const collector = new Collector(planned.value.plan, 1000)
    let error = null
    for (; error === null && collector.rows < 2000; ) error = collector.endRow(2, 1, null)
    expect(error && inEnglish(error.text)).toBe(
      '"t.csv" should have at most 1,000 numbers, but has more in its 2 columns; remove columns that are not needed.',
    )
  })
})

describe('a table', () => {
  it('has its numbers, whatever its line ends, quotation marks and empty lines', () => {
    const expected = { a: [1, -2.5], b: [Number.NaN, 4e3] }
    for (const text of [
      'a,b\n1,\n-2.5,4e3',
      'a,b\r\n1,\r\n-2.5,4e3\r\n\r\n',
      'a,b\r1,\r\r-2.5,4e3\r',
      '\ufeff"a","b"\n"1",""\n-2.5,"4e3"\n',
      'sep=,\na, b\n 1 , \n -2.5,\t4e3 \n',
    ])
      expect([text, valuesOf(table(text).series)]).toEqual([text, expected])
  })

  it('has the same hash for the same numbers and names', () => {
    const { sha256 } = table('a,b\n1,2\n3,4\n')
    expect(table('a,b\r\n1.0,2\r\n"3",4').sha256).toBe(sha256)
    for (const other of ['a,c\n1,2\n3,4\n', 'a,b\n1,2\n3,5\n', 'b,a\n1,2\n3,4\n'])
      expect(table(other).sha256).not.toBe(sha256)
    // By the layout that series-file.ts tells.
    const header = '{"rows":2,"times":{"kind":"rows"},"columns":["a","b"]}'
    const head = Buffer.alloc(12 + Math.ceil((12 + header.length) / 8) * 8 - 12, ' ')
    head.write('UNROLLS1')
    head.writeUInt32LE(head.length - 12, 8)
    head.write(header, 12)
    const numbers = Buffer.from(Float64Array.of(1, 3, 2, 4).buffer)
    expect(sha256).toBe(createHash('sha256').update(head).update(numbers).digest('hex'))
  })

  it('has no column of texts, of nothing but missing values, and tells of both', () => {
    const read = table(rows('a,b,c,d', '1,x,NA,7', '2,y,?,7'))
    expect(valuesOf(read.series)).toEqual({ a: [1, 2], d: [7, 7] })
    expect(read.textColumns).toEqual(['b'])
    expect(read.notes.map((note) => inEnglish(note))).toEqual([
      'Column "c" has nothing but missing values and is not used.',
      'Column "d" has the same value in every row.',
    ])
  })

  it('may have a column whose first value comes late, be it a number or a text', () => {
    const many = Array.from({ length: 400_000 }, (_, i) => `${i},,`)
    const read = table(all(['a,late,text', ...many, '-1,5,', '-2,,x']))
    expect(read.series.columns.map(({ name }) => name)).toEqual(['a', 'late'])
    const late = read.series.columns[1]?.values
    expect([late?.length, late?.[400_000], late?.[399_999]]).toEqual([400_002, 5, Number.NaN])
    expect(read.textColumns).toEqual(['text'])
  })

  it('of one column has a missing value in an empty line, but not at its end', () => {
    expect(valuesOf(table('a\n1\n\n\n2\n\n').series)).toEqual({ a: [1, Number.NaN, Number.NaN, 2] })
  })

  it('has letters of GBK whose second byte is that of a delimiter', () => {
    const bytes = Uint8Array.from('a|b\n1|\x81|\n2|\x81|\n', (letter) => letter.charCodeAt(0))
    const read = table(bytes, { encoding: 'gbk', delimiter: '|' })
    expect([valuesOf(read.series), read.textColumns]).toEqual([{ a: [1, 2] }, ['b']])
  })

  it('of a megabyte of quotation marks and spaces is refused at once', () => {
    const row = `"${'" '.repeat(2e5)}${' '.repeat(4e5)}`
    expect(refusal(`a,b\n1,2\n${row}\n3,4\n`)).toMatch(
      /^In the row that begins in line 3 of "t.csv" a delimiter/,
    )
    expect(refusal(`a,b\n${'"'.repeat(1e6)}`)).toMatch(/^"t.csv" should have|^Line 2 of|^A quotation/)
  })

  it('leaves out rows of nothing below it, as spreadsheets write them', () => {
    const time = { column: 0, format: 'year' } as const
    expect(table('t,v\n2020,1\n2021,2\n,\n,\n', { time }).rows).toBe(2)
    expect(table('t,"v"\n2020,1\n2021,2\n,\n,\n', { time }).rows).toBe(2)
  })

  it('has a missing value for -999, where that was chosen, however it is written', () => {
    const text = 'a,b\n-999,1\n-999.0,2\n-9.99e2,3\n5,"-999"\n'
    expect(valuesOf(table(text, { missing: ['-999'] }).series)).toEqual({
      a: [Number.NaN, Number.NaN, Number.NaN, 5],
      b: [1, 2, 3, Number.NaN],
    })
    expect(table(text).series.columns[0]?.values[0]).toBe(-999)
  })

  it('has times in the finest unit that tells them apart, and tells that they are in UTC', () => {
    const unit = (format: 'iso' | 'year-month' | 'year' | 'unix-seconds', ...texts: readonly string[]) => {
      const { times } = table(rows('t,v', ...texts.map((text, i) => `${text},${i}`)), {
        time: { column: 0, format },
      }).series
      return times.kind === 'dates' ? [times.unit, new Date(times.values[1] as number).toISOString()] : []
    }
    expect(unit('year', '2020', '2021')).toEqual(['year', '2021-01-01T00:00:00.000Z'])
    expect(unit('year-month', '2020-01', '2020M02')).toEqual(['month', '2020-02-01T00:00:00.000Z'])
    expect(unit('iso', '2020-02-28', '2020-02-29')).toEqual(['day', '2020-02-29T00:00:00.000Z'])
    expect(unit('iso', '2020-01-01', '2020-01-01 10:30')).toEqual(['minute', '2020-01-01T10:30:00.000Z'])
    expect(unit('iso', '2020-01-01T00:00:00Z', '2020-01-01T08:00:01+0800')).toEqual([
      'second',
      '2020-01-01T00:00:01.000Z',
    ])
    expect(unit('unix-seconds', '0', '0.25')).toEqual(['millisecond', '1970-01-01T00:00:00.250Z'])
    const note = (text: string) =>
      table(rows('t,v', '2020-01-01,1', `${text},2`), { time: { column: 0, format: 'iso' } }).notes.map(
        (one) => inEnglish(one),
      )
    expect(note('2020-01-02 10:00')).toEqual([
      'The times of column "t" name no time zone and are taken for UTC.',
    ])
    expect([note('2020-01-02'), note('2020-01-02 10:00Z')]).toEqual([[], []])
  })
})

describe('a file', () => {
  let folder: string
  const put = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const readFile = async (path: string, choices = CHOICES) => {
    const read = await readTable(path, choices)
    return read?.ok ? read.value : sentenceOf(read?.ok === false ? read.error : undefined)
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'unroll-tables-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['\n', 'utf8', 'utf-8'],
    ['\r\n', 'utf8', 'utf-8'],
    ['\r', 'utf8', 'utf-8'],
    ['\r\n', 'utf16le', 'utf-16le'],
  ] as const)(
    'is read in pieces as it would be in one, with line ends %j in %s',
    async (end, encoding, named) => {
      // Quotation marks, letters beyond ASCII and line ends lie wherever the pieces are cut.
      const lines = Array.from({ length: 150_000 }, (_, i) =>
        i % 5000 < 2500 ? `${i},${i / 7},"é""${end},${i}"` : `${i},${-i / 7},水${i}`,
      )
      const path = put('pieces.csv', Buffer.from(['x,y,z', ...lines].join(end), encoding))
      const read = await readFile(path, { ...CHOICES, encoding: named })
      if (typeof read === 'string') throw new Error(read)
      const [x, y] = read.series.columns
      expect(x?.values).toEqual(Float64Array.from({ length: 150_000 }, (_, i) => i))
      expect(y?.values).toEqual(
        Float64Array.from({ length: 150_000 }, (_, i) => (i % 5000 < 2500 ? i / 7 : -i / 7)),
      )
    },
  )

  it('names the line of a bad row far from its beginning', async () => {
    const lines = Array.from({ length: 500_000 }, (_, i) => (i === 400_000 ? 'oh,1' : `${i},1`))
    expect(await readFile(put('far.csv', all(['a,b', ...lines])))).toMatch(
      /^Line 400,002 of "far.csv" should have a number/,
    )
    lines[400_000] = '1,"a\nb"'
    expect(await readFile(put('far.csv', all(['a,b', ...lines])))).toMatch(
      /^Line 400,002 of "far.csv" .* "a\\nb"/,
    )
    lines[400_000] = '1,\0'
    expect(await readFile(put('far.csv', all(['a,b', ...lines])))).toMatch(
      /^Line 400,002 of "far.csv" should be text/,
    )
  })

  it('with a line or a quotation mark without end is refused before it is in memory', async () => {
    const long = put('long.csv', Buffer.concat([Buffer.from('a\n1\n2\n'), Buffer.alloc(8e6, '7')]))
    expect(await readFile(long)).toBe(
      'Line 4 of "long.csv" should have at most 1,048,576 bytes, but has more; a table has a line for each row.',
    )
    const first = put('first.csv', Buffer.alloc(8e6, '7'))
    expect(await readFile(first)).toMatch(/^Line 1 of "first.csv" should have at most 1,048,576 bytes/)
    const lines = Array.from({ length: 900_000 }, (_, i) => (i === 300_000 ? `"${i}` : `${i}`))
    expect(await readFile(put('open.csv', all(['a', ...lines])))).toMatch(
      /^A quotation mark in the row that begins in line 300,002 of "open.csv" should be closed/,
    )
  })

  it('tells how far it is, and is called off between two pieces', async () => {
    const path = put('told.csv', all(['a,b', ...Array.from({ length: 300_000 }, (_, i) => `${i},1`)]))
    const told: TableProgress[] = []
    await readTable(path, CHOICES, { progress: (progress) => told.push(progress) })
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toEqual({ rows: 300_000, bytes: told[0]?.ofBytes, ofBytes: told[0]?.ofBytes })
    expect(told.map(({ rows: read }) => read)).toEqual(
      told.map(({ rows: read }) => read).sort((one, other) => one - other),
    )
    const calling = new AbortController()
    let pieces = 0
    const progress = () => {
      pieces += 1
      calling.abort()
    }
    expect(await readTable(path, CHOICES, { signal: calling.signal, progress })).toBeNull()
    expect(pieces).toBe(1)
  })

  it('that cannot be read is refused in one sentence', async () => {
    mkdirSync(join(folder, 'folder.csv'), { recursive: true })
    expect(await readFile(join(folder, 'nowhere.csv'))).toBe(
      '"nowhere.csv" could not be read: there is no file of this name; choose another one.',
    )
    expect(await readFile(join(folder, 'folder.csv'))).toBe(
      '"folder.csv" could not be read: it should be a file, but is a folder; choose a table as a text, such as CSV.',
    )
    expect(await readFile(put('empty.csv', ''))).toBe(
      '"empty.csv" could not be read: it should hold a table, but is empty; choose another file.',
    )
    const path = put('looked.csv', bytesOf('a,b\n1,2\n2,3\n'))
    const looked = await lookAtFile(path)
    expect(looked).toMatchObject({ ok: true, value: { name: 'looked.csv', bytes: 12 } })
    expect(looked.ok && looked.value.guess.preview.rows.length).toBe(2)
    const shown = await lookAtFile(path, { header: false })
    expect(shown.ok && shown.value.guess.preview.rows.length).toBe(3)
    expect((await lookAtFile(`${path}.gone`)).ok).toBe(false)
  })
})
