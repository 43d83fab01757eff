import { expect, type Page } from '@playwright/test'
import { lossesSeen, test, trainerReady, updatesSeen } from '../helpers/app'
import { axeFaults } from '../helpers/axe'
import { layoutFaults } from '../helpers/layout'

const CELLS = ['rnn-tanh', 'gru', 'lstm'] as const

/** The loss of the last update of the lesson with a cell, trained by itself. */
async function lossAlone(page: Page, cell: string): Promise<number> {
  await page.getByTestId('cell').selectOption(cell)
  await page.getByTestId('reset').click()
  await expect(page.getByTestId('status-updates')).toHaveText('0 / 60')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await expect.poll(() => updatesSeen(page)).toBe(60)
  return (await lossesSeen(page)).at(-1) as number
}

/** The lanes from the first place on, as the ranking has them. */
const ranked = (page: Page) =>
  page
    .getByTestId('race-ranking')
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-lane'))))

test('races three cells at one click, in lock step, and opens a lane at an update', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  const alone: number[] = []
  for (const cell of CELLS) alone.push(await lossAlone(page, cell))

  await page.getByTestId('tab-runs').click()
  await page.getByTestId('runs-view-experiments').check({ force: true })
  await page.getByTestId('experiment-kind-race').check({ force: true })
  await page.getByTestId('race-preset-cells').click()
  await page.getByTestId('race-speed').selectOption('5')
  await expect(page.getByTestId('race-moment')).toHaveText('update 60 of 60', { timeout: 60_000 })
  await expect(page.getByTestId('race-play')).toHaveText('Play again')
  const order = [0, 1, 2].sort((one, other) => (alone[one] as number) - (alone[other] as number))
  expect(await ranked(page)).toEqual(order)
  await expect(page.getByTestId('race-said')).toHaveText(/^update 60 of 60: 1\. /)

  const rail = page.getByTestId('race-rail')
  await rail.press('Home')
  await expect(page.getByTestId('race-moment')).toHaveText('update 0 of 60')
  await page.getByTestId('race-step').click()
  await expect(page.getByTestId('race-moment')).toHaveText('update 1 of 60')
  await rail.press('Shift+ArrowRight')
  await rail.press('PageDown')
  await expect(page.getByTestId('race-moment')).toHaveText('update 17 of 60')
  const box = await rail.boundingBox()
  if (!box) throw new Error('the rail is not seen')
  await rail.click({ position: { x: box.width / 2, y: box.height / 2 } })
  await expect(page.getByTestId('race-moment')).toHaveText('update 30 of 60')
  for (const lane of [0, 1, 2])
    await expect(page.getByTestId(`race-open-${lane}`)).toHaveText('Open at update 30')

  await page.getByTestId('race-by-seconds').check({ force: true })
  await expect(page.getByTestId('race-moment')).toHaveText(/ s of \S+ s$/)
  expect(await axeFaults(page)).toEqual([])
  expect(await layoutFaults(page)).toEqual([])

  await page.getByTestId('race-by-updates').check({ force: true })
  await rail.press('Home')
  await rail.press('PageDown')
  await page.getByTestId('race-open-1').click()
  await expect(page.getByTestId('notice')).toContainText('GRU of the race, as it stood after update 6')
  await expect(page.getByTestId('status-updates')).toHaveText('6 / 60')
  await expect(page.getByTestId('cell')).toHaveValue('gru')
})
