import { resolve } from 'node:path'
import { ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import type { SeriesSource } from '@contract/settings/source-config'
import { openSource } from '../../../main/trainer/data/open-source'
import { createSeriesThread } from '../../../main/trainer/data/opened/series-thread'
import { lookAtFile } from '../../../main/trainer/data/table/read-table'
import { below, type Figure } from '../figure'
import { writeTable } from './tables'

const ROWS = 10_000_000

/** What a run of ten million rows of two columns holds in the trainer, beside what it held before, in megabytes. */
export async function memoryOfRows(folder: string): Promise<Figure[]> {
  const { path } = writeTable(folder, 'long.csv', 'a,b', ROWS, (i) => `${(i * 7919) % 10_007},${i % 97}`)
  const looked = await lookAtFile(path)
  if (!looked.ok) throw new Error(`a table of our own is refused: ${looked.error.text.id}`)
  const before = resident()
  const read = createSeriesThread(resolve(import.meta.dirname, 'tableThread.js'))
  const found = await read({
    place: { kind: 'file', path },
    choices: looked.value.guess.choices,
    onIrregular: 'keep',
  })
  if (!found?.ok) throw new Error('a table of our own is not read')
  const { series, read: summary } = found.value
  const source: SeriesSource = {
    kind: 'series',
    origin: summary.origin,
    inputs: ['a', 'b'],
    targets: ['a'],
  }
  const config = withSettings(LESSON, { source, order: 'random', batch: 16 })
  const opened = openSource(config, () => ok(series))
  if (!opened.ok) throw new Error(`a series of our own is refused: ${opened.error.text.id}`)
  const windows = Array.from({ length: 100 }, (_, position) =>
    opened.value.windowAt({ position, update: position }, config),
  )
  const held = resident() - before
  if (windows.length !== 100) throw new Error('a window is missing')
  return [below(600, `${ROWS.toLocaleString('en')} rows of two columns, in use`, held, 'MB')]
}

/** Megabytes that the process has after garbage was collected. */
function resident(): number {
  void globalThis.gc?.()
  return process.memoryUsage().rss / 1e6
}
