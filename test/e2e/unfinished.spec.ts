import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import {
  type App,
  keepScreenshot,
  killApp,
  lossesSeen,
  test,
  trainerReady,
  updatesSeen,
  windowSeen,
} from '../helpers/app'
import { greatestDifference, referenceRun } from '../helpers/reference'

const reference = referenceRun('torch-rnn-seed1').updates

/** Trains at ten updates a second until there are more than so many. */
async function trainPast({ page }: App, updates: number) {
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('10')
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(updates)
}

/** The update at which the offered run stopped, from the sentence that offers it. */
async function offeredUpdate({ page }: App): Promise<number> {
  const offer = page.getByTestId('unfinished-run')
  await expect(offer).toContainText(
    /^A run of RNN\(1 → 32\) → Linear\(32 → 1\) stopped at update \d+ of 60 on \d+ \w+ \d{4} at \d\d:\d\d\./,
  )
  return Number(/update (\d+) of/.exec(await offer.innerText())?.[1])
}

/** Goes on with the offered run to its end, and holds what follows to the recorded run. */
async function goOnToTheEnd({ page }: App, from: number) {
  await page.getByTestId('go-on-unfinished').click()
  await expect(page.getByTestId('unfinished-run')).toBeHidden()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  const losses = await lossesSeen(page)
  expect(losses).toHaveLength(60 - from)
  const rest = reference.slice(from)
  expect(
    greatestDifference(
      losses,
      rest.map(({ loss }) => loss),
    ),
  ).toBeLessThan(1e-4)
  for (const update of [from + 1, 60]) {
    const { predictions } = await windowSeen(page, update)
    expect(greatestDifference(predictions, reference[update - 1]?.prediction ?? [])).toBeLessThan(1e-4)
  }
}

async function unfinishedFiles(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'data/unfinished-runs'))
  return names.filter((name) => name.endsWith('.checkpoint'))
}

test('an app killed in mid-run offers the run at its next start, and goes on to the same numbers', async ({
  launch,
  folder,
}) => {
  const first = await launch()
  await trainPast(first, 30)
  await killApp(first)
  const second = await launch()
  await trainerReady(second.page)
  const from = await offeredUpdate(second)
  // A checkpoint a second, one in two of them written.
  expect(from).toBeGreaterThan(0)
  await keepScreenshot(second.page, '20-unfinished-run')
  await goOnToTheEnd(second, from)
  await keepScreenshot(second.page, '21-unfinished-run-gone-on')
  await second.close()
  const third = await launch()
  await trainerReady(third.page)
  await expect(third.page.getByTestId('unfinished-run')).toBeHidden()
  expect(await unfinishedFiles(folder)).toEqual([])
})

test('an app that is quit in mid-run keeps its very last update', async ({ launch }) => {
  const first = await launch()
  await trainPast(first, 20)
  const seen = await updatesSeen(first.page)
  await first.close()
  const second = await launch()
  await trainerReady(second.page)
  const from = await offeredUpdate(second)
  expect(from).toBeGreaterThanOrEqual(seen)
  await goOnToTheEnd(second, from)
})

test('the offer stands while another run trains, and is gone when it is discarded', async ({
  launch,
  folder,
}) => {
  const first = await launch()
  await trainPast(first, 5)
  await first.close()
  const second = await launch()
  await trainerReady(second.page)
  const from = await offeredUpdate(second)
  await second.page.getByTestId('start-pause').click()
  await expect(second.page.getByTestId('status-phase')).toContainText('Finished')
  expect(await offeredUpdate(second)).toBe(from)
  await second.close()
  const third = await launch()
  await trainerReady(third.page)
  expect(await offeredUpdate(third)).toBe(from)
  await third.page.getByTestId('discard-unfinished').click()
  await expect(third.page.getByTestId('unfinished-run')).toBeHidden()
  await expect.poll(() => unfinishedFiles(folder)).toEqual([])
  await third.close()
  const fourth = await launch()
  await trainerReady(fourth.page)
  await expect(fourth.page.getByTestId('unfinished-run')).toBeHidden()
})

test('a damaged file is told, logged and set aside, and never stands in the way again', async ({
  launch,
  folder,
}) => {
  const first = await launch()
  await trainPast(first, 5)
  await first.close()
  const [name = ''] = await unfinishedFiles(folder)
  const file = join(folder, 'data/unfinished-runs', name)
  const bytes = await readFile(file)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  await writeFile(file, bytes)
  const second = await launch()
  await trainerReady(second.page)
  await second.page.getByTestId('go-on-unfinished').click()
  await expect(second.page.getByTestId('notice')).toContainText(
    'The unfinished run cannot go on: its file on disk is damaged. It has been set aside',
  )
  await expect(second.page.getByTestId('unfinished-run')).toBeHidden()
  expect(await readFile(join(folder, 'data/logs/unroll.log'), 'utf8')).toContain(
    'the unfinished run is set aside',
  )
  await second.page.getByTestId('one-update').click()
  await expect.poll(() => lossesSeen(second.page)).toHaveLength(1)
  expect((await lossesSeen(second.page))[0]).toBeCloseTo(reference[0]?.loss ?? 0, 5)
})
