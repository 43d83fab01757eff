import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadSeries, TableReading } from '@contract/data/read-series'
import type { Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { expect, type Page } from '@playwright/test'
import { answerOpenDialog, lossesSeen, test, trainerReady, updatesSeen } from '../helpers/app'

const ROWS = 400

/** Two waves by the hour, as a German spreadsheet writes them; a value is missing. */
function table(): string {
  const cell = (value: number) => value.toFixed(6).replace('.', ',')
  const lines = Array.from({ length: ROWS }, (_, t) => {
    const when = new Date(Date.UTC(2020, 0, 1) + t * 3_600_000).toISOString().slice(0, 16)
    return `${when};${cell(Math.sin(t / 5))};${t === 200 ? '' : cell(10 + Math.cos(t / 5))}`
  })
  return ['when;wave;level', ...lines, ''].join('\n')
}

function answered<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** A run of the series, small and quick. */
function learning({ origin }: ReadSeries): RunConfig {
  return withSettings(LESSON, {
    source: { kind: 'series', origin, inputs: ['wave'], targets: ['level'] },
    scaling: 'standard',
    window: 20,
    horizon: 1,
    order: 'random',
    batch: 4,
    carryState: false,
    hiddenUnits: 8,
    updates: 30,
  })
}

/** Opens the table that the next dialog answers with, and reads it as it was guessed. */
async function openAndRead(page: Page): Promise<ReadSeries> {
  const opened = answered(await page.evaluate(() => window.unroll.request.openTable()))
  if (!opened) throw new Error('the dialog was closed')
  const choices = opened.guess.choices
  const read = await page.evaluate((given) => window.unroll.request.readTable(given, 'keep'), choices)
  const series = answered(read)
  if (!series) throw new Error('the reading was called off')
  return series
}

test('a series from a file is learned, and is there tomorrow with its run', async ({ launch, folder }) => {
  const path = join(folder, 'waves.csv')
  await writeFile(path, table())
  const app = await launch()
  await trainerReady(app.page)
  await answerOpenDialog(app, path)
  const series = await openAndRead(app.page)
  expect(series).toMatchObject({
    origin: { name: 'waves.csv' },
    rows: ROWS,
    columns: [
      { name: 'wave', missing: 0 },
      { name: 'level', missing: 1 },
    ],
    times: { kind: 'regular', of: 'dates', interval: 3_600_000 },
    irregular: null,
    windowless: [],
  })
  const config = learning(series)
  const picture = answered(
    await app.page.evaluate((data) => window.unroll.request.describeSeries(data), config.data),
  )
  expect(picture).toMatchObject({ rows: ROWS, parts: { train: { from: 0, to: 280 } } })
  expect(picture.targets[0]?.season).toBe(31)
  expect(answered(await app.page.evaluate((given) => window.unroll.request.createRun(given), config))).toBe(
    undefined,
  )
  await app.page.evaluate(() => window.unroll.request.setPace('max'))
  await app.page.getByTestId('start-pause').click()
  await expect(app.page.getByTestId('status-updates')).toHaveText('30 / 30')
  await expect.poll(() => updatesSeen(app.page)).toBe(30)
  const losses = await lossesSeen(app.page)
  await app.close()

  // The file itself is not needed any more.
  await rm(path)
  const later = await launch()
  await trainerReady(later.page)
  await expect(later.page.getByTestId('status-updates')).toHaveText('30 / 30')
  await expect.poll(() => lossesSeen(later.page)).toEqual(losses)
  await later.page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(later.page)).toBe(31)
  await later.close()

  // Without its series the run cannot go on: the app starts all the same, and says so.
  await rm(join(folder, 'data', 'series', `${series.origin.sha256}.series`))
  const without = await launch()
  await trainerReady(without.page)
  await expect(without.page.getByTestId('notice')).toContainText(
    'The series "waves.csv" is not there any more',
  )
  await without.page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(without.page)).toBe(1)
})

test('a long table can be called off, and the run trains on meanwhile', async ({ launch, folder }) => {
  const path = join(folder, 'long.csv')
  const block = Array.from({ length: 100_000 }, (_, i) => `${i},${i % 97},${(i * 7919) % 10_007}`).join('\n')
  await writeFile(path, `a,b,c\n${Array.from({ length: 30 }, () => block).join('\n')}\n`)
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('start-pause').click()
  await answerOpenDialog(app, path)
  const opened = answered(await page.evaluate(() => window.unroll.request.openTable()))
  // Its first column begins again and again.
  const choices = opened && { ...opened.guess.choices, time: null }
  const seen = await page.evaluate(async (given) => {
    const told: (TableReading | null)[] = []
    const begun = new Promise<void>((resolve) =>
      window.unroll.on.tableReading((reading) => {
        told.push(reading)
        resolve()
      }),
    )
    const read = given && window.unroll.request.readTable(given, 'keep')
    await begun
    const before = window.unrollHistory.updates()
    while (window.unrollHistory.updates() < before + 2) await new Promise(requestAnimationFrame)
    await window.unroll.request.cancelTableReading()
    return { result: await read, told }
  }, choices)
  expect(seen.result).toEqual({ ok: true, value: null })
  expect(seen.told[0]).toMatchObject({ of: opened?.bytes })
  await expect.poll(() => readdir(join(folder, 'data', 'series')).catch(() => [])).toEqual([])
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
})

test('a table that the app is started with is offered to the page, beside the run', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'waves.csv')
  await writeFile(path, table())
  const { page } = await launch(path)
  await trainerReady(page)
  // Main has looked at it: it can be read without a dialog.
  const preview = await page.evaluate(async () => {
    for (;;) {
      const shown = await window.unroll.request.guessTable({ delimiter: ';', decimal: ',' })
      if (shown.ok) return shown.value.preview
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
  expect(preview.columns.map(({ name }) => name)).toEqual(['when', 'wave', 'level'])
})
