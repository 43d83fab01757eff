import { resolve } from 'node:path'
import { createSeriesThread } from '../../../main/trainer/data/opened/series-thread'
import { lookAtFile } from '../../../main/trainer/data/table/read-table'
import { atLeast, type Figure } from '../figure'
import { writeTable } from './tables'

const ROWS = 1_500_000
/** Each table is read so often, and the quickest counts: the others were held up by something else. */
const TIMES = 3

const read = createSeriesThread(resolve(import.meta.dirname, 'tableThread.js'))

/** How fast tables are read in the background, in megabytes a second of the clock on the wall. */
export async function readingSpeeds(folder: string): Promise<Figure[]> {
  const wave = (index: number, phase: number) => Math.sin(index / 50 + phase).toFixed(4)
  const plain = writeTable(
    folder,
    'plain.csv',
    'a,b,c,d,e,f,g,h',
    ROWS,
    (i) =>
      `${i},${wave(i, 0)},${wave(i, 1)},${wave(i, 2)},${wave(i, 3)},${wave(i, 4)},${wave(i, 5)},${i % 97}`,
  )
  const dated = writeTable(folder, 'dated.csv', 'time,a,b,c', ROWS, (i) => {
    const time = new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString()
    return `${time},${wave(i, 0)},${wave(i, 1)},${i % 97}`
  })
  const quoted = writeTable(
    folder,
    'quoted.csv',
    '"a","b","c"',
    ROWS,
    (i) => `"${i}","${wave(i, 0)}","${i % 97}"`,
  )
  return [
    atLeast(50, `numbers, 8 columns, ${megabytes(plain)} MB`, await speed(plain), 'MB/s'),
    atLeast(50, `times and 3 columns, ${megabytes(dated)} MB`, await speed(dated), 'MB/s'),
    atLeast(50, `every cell in quotation marks, ${megabytes(quoted)} MB`, await speed(quoted), 'MB/s'),
  ]
}

function megabytes({ bytes }: { readonly bytes: number }): string {
  return (bytes / 1e6).toFixed(0)
}

async function speed({ path, bytes }: { readonly path: string; readonly bytes: number }): Promise<number> {
  const looked = await lookAtFile(path)
  if (!looked.ok) throw new Error(`a table of our own is refused: ${looked.error.text.id}`)
  const choices = looked.value.guess.choices
  let quickest = Number.POSITIVE_INFINITY
  for (let time = 0; time < TIMES; time += 1) {
    const begin = performance.now()
    const found = await read({ place: { kind: 'file', path }, choices, onIrregular: 'keep' })
    if (!found?.ok) throw new Error('a table of our own is not read')
    quickest = Math.min(quickest, performance.now() - begin)
  }
  return bytes / 1000 / quickest
}
