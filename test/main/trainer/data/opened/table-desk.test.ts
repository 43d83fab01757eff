import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DRAWN_NAME, PASTED_NAME } from '@contract/data/opened-table'
import type { ReadSeries, TableReading } from '@contract/data/read-series'
import { inEnglish } from '@contract/language/say'
import type { Result } from '@contract/result'
import { afterAll, describe, expect, it } from 'vitest'
import { readSeriesInPlace, type SeriesReader } from '../../../../../main/trainer/data/opened/read-series'
import { createTableDesk } from '../../../../../main/trainer/data/opened/table-desk'
import { createShelf } from '../../../../../main/trainer/data/shelf/shelf'
import { sentenceOf } from '../../../../helpers/saying'
import { CHOICES } from '../table/tables'

const folder = mkdtempSync(join(tmpdir(), 'unroll-desk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function desk(readSeries: SeriesReader = readSeriesInPlace) {
  const told: (TableReading | null)[] = []
  const shelf = createShelf(null)
  return { ...createTableDesk(readSeries, shelf, (reading) => told.push(reading)), shelf, told }
}

/** A reader that ends when it is called off, or when `end` is called. */
function slowReader() {
  const ends: (() => void)[] = []
  const reader: SeriesReader = (order, { progress, signal } = {}) =>
    new Promise((resolve) => {
      progress?.({ rows: 1, bytes: 2, ofBytes: 3 })
      signal?.addEventListener('abort', () => resolve(null))
      ends.push(() => void readSeriesInPlace(order).then(resolve))
    })
  return { reader, end: () => ends.at(-1)?.() }
}

function read(result: Result<ReadSeries | null>): ReadSeries {
  if (!result.ok) throw new Error(sentenceOf(result.error))
  if (!result.value) throw new Error('it was called off')
  return result.value
}

const IRREGULAR = 't,a\n0,0\n1,2\n2,4\n4,8\n5,10\n6,12\n'
const TIMED = { ...CHOICES, time: { column: 0, format: 'number' } } as const

describe('a table on the desk', () => {
  it('is looked at, previewed, and read into a series on the shelf', async () => {
    const { open, guess, read: readOpened, shelf, told } = desk()
    const opened = await open(put('a.csv', 'a;b\n1;2\n3;\n5;9\n'))
    expect(opened).toMatchObject({ ok: true, value: { name: 'a.csv', bytes: 15 } })
    const choices = { ...CHOICES, delimiter: ';' } as const
    const shown = await guess({ delimiter: ';' })
    expect(shown.ok && shown.value.preview.columns.map(({ name }) => name)).toEqual(['a', 'b'])
    const series = read(await readOpened(choices, 'keep'))
    expect(series).toMatchObject({
      origin: { kind: 'table', name: 'a.csv' },
      rows: 3,
      columns: [
        { name: 'a', missing: 0, least: 1, greatest: 5, mean: 3 },
        { name: 'b', missing: 1, least: 2, greatest: 9, mean: 5.5 },
      ],
      times: { kind: 'rows' },
      irregular: null,
      windowless: [],
    })
    const found = shelf.find(series.origin, 1)
    expect(found.ok && [...(found.value.columns[1]?.values ?? [])]).toEqual([2, Number.NaN, 9])
    // What was told of it has an end.
    expect(told.at(-1)).toBeNull()
  })

  it('has irregular times as a person wants them', async () => {
    const { open, read: readOpened, shelf } = desk()
    await open(put('t.csv', IRREGULAR))
    const kept = read(await readOpened(TIMED, 'keep'))
    expect(kept.irregular).toEqual({ kind: 'irregular', median: 1, offShare: 1 / 5, greatest: 2, after: 2 })
    const even = read(await readOpened(TIMED, 'resample'))
    expect(even).toMatchObject({
      rows: 7,
      irregular: null,
      windowless: [],
      times: { kind: 'regular', first: 0, interval: 1 },
    })
    const found = shelf.find(even.origin, 1)
    expect(found.ok && [...(found.value.columns[0]?.values ?? [])]).toEqual([0, 2, 4, 6, 8, 10, 12])
    const apart = read(await readOpened(TIMED, 'intervals'))
    expect(apart.columns.map(({ name, missing, greatest }) => [name, missing, greatest])).toEqual([
      ['a', 0, 12],
      ['interval', 1, 2],
    ])
    expect(new Set([kept, even, apart].map(({ origin }) => origin.sha256)).size).toBe(3)
    expect([even, apart].map(({ notes }) => notes.map(inEnglish))).toEqual([
      ['The values stand at regular times now: 7 time steps instead of 6.'],
      ['Column "interval" says how much later each time step is than the one before.'],
    ])
  })

  it('is refused with a sentence, and the one before stays open', async () => {
    const { open, read: readOpened, guess } = desk()
    expect(sentenceOf(await errorOf(guess(CHOICES)))).toBe('A table should be open, but none is; open one.')
    expect(sentenceOf(await errorOf(readOpened(CHOICES, 'keep')))).toMatch(/^A table should be open/)
    await open(put('good.csv', 'a\n1\n2\n'))
    expect(sentenceOf(await errorOf(open(put('empty.csv', ''))))).toMatch(/"empty\.csv"/)
    expect(sentenceOf(await errorOf(open(join(folder, 'gone.csv'))))).toMatch(/"gone\.csv"/)
    expect(read(await readOpened(CHOICES, 'keep')).origin.name).toBe('good.csv')
  })

  it('tells how far it is read, and that it is read', async () => {
    const { reader, end } = slowReader()
    const { open, read: readOpened, told } = desk(reader)
    await open(put('a.csv', 'a\n1\n2\n'))
    const reading = readOpened(CHOICES, 'keep')
    expect(told).toEqual([{ rows: 1, bytes: 2, of: 3 }])
    end()
    read(await reading)
    expect(told).toEqual([{ rows: 1, bytes: 2, of: 3 }, null])
  })

  it.each([
    ['Cancel', (one: ReturnType<typeof desk>) => one.cancel()],
    ['another reading', (one: ReturnType<typeof desk>) => void one.read(CHOICES, 'keep')],
    ['another table', (one: ReturnType<typeof desk>) => one.paste('a\tb\n1\t2\n')],
  ])('is called off by %s', async (_what, callOff) => {
    const one = desk(slowReader().reader)
    await one.open(put('a.csv', 'a\n1\n2\n'))
    const reading = one.read(CHOICES, 'keep')
    callOff(one)
    expect(await reading).toEqual({ ok: true, value: null })
  })

  it('is called off no less when it was read to its end in the same instant', async () => {
    let end = () => {}
    const deaf: SeriesReader = async (order) => {
      await new Promise<void>((resolve) => {
        end = resolve
      })
      return readSeriesInPlace(order)
    }
    const { open, read: readOpened, cancel, shelf } = desk(deaf)
    await open(put('a.csv', 'a\n1\n2\n'))
    const reading = readOpened(CHOICES, 'keep')
    cancel()
    end()
    expect(await reading).toEqual({ ok: true, value: null })
    const again = desk()
    await again.open(join(folder, 'a.csv'))
    expect(shelf.find(read(await again.read(CHOICES, 'keep')).origin, 1).ok).toBe(false)
  })

  it('may be pasted', async () => {
    const { paste, guess, read: readOpened } = desk()
    const pasted = paste('a\tb\n1\t2,5\n3\t4\n')
    expect(pasted).toMatchObject({
      ok: true,
      value: { name: null, guess: { guesses: { delimiter: { value: '\t' } } } },
    })
    const choices = { ...CHOICES, delimiter: '\t', decimal: ',' } as const
    const again = await guess({ header: false })
    expect(again.ok && again.value.preview.rows).toHaveLength(3)
    expect(again.ok && again.value.choices).toMatchObject({ delimiter: '\t', decimal: ',', header: false })
    expect(read(await readOpened(choices, 'keep'))).toMatchObject({
      origin: { name: PASTED_NAME },
      columns: [{ name: 'a' }, { name: 'b', greatest: 4 }],
    })
    expect(paste('only words').ok).toBe(false)
  })
})

describe('a drawn curve', () => {
  it('is a series of one column', async () => {
    const { draw, shelf } = desk()
    const drawn = read(await draw(Float64Array.of(0, 0.5, 1)))
    expect(drawn).toMatchObject({
      origin: { kind: 'table', name: DRAWN_NAME },
      rows: 3,
      columns: [{ name: 'y', missing: 0, least: 0, greatest: 1, mean: 0.5 }],
    })
    expect(shelf.find(drawn.origin, 1).ok).toBe(true)
  })
})

async function errorOf(asked: Promise<Result<unknown>>) {
  const result = await asked
  return result.ok ? undefined : result.error
}
