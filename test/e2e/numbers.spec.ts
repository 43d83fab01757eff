import { expect } from '@playwright/test'
import { applyPreset, test, trainerReady, trainOut } from '../helpers/app'
import { keepPicture, layoutFaults, setWindow } from '../helpers/layout'

test('a series is judged beside simple rules, gone back to at its best, and forecast', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await trainOut(page)
  // The lesson: its network is better than the mean, and a weighted sum does it exactly.
  await expect(page.getByTestId('skill')).toHaveText(/^\+\d+%$/)
  await expect(page.getByTestId('headline')).toContainText('No network is needed: cos t')
  await setWindow(app, { width: 800, height: 600, zoom: 1 }, 'light')
  expect(await layoutFaults(page)).toEqual([])
  await keepPicture(app, 'numbers-lesson-small')
  await setWindow(app, { width: 1280, height: 800, zoom: 1 }, 'light')

  // Nobody can say a random walk: to repeat its last value is best.
  await applyPreset(page, 'random-walk')
  await trainOut(page)
  await expect(page.getByTestId('skill')).toHaveText(/^−\d+%$/)
  await expect(page.getByTestId('lag-badge')).toHaveText('repeats the value of 1 time step before')
  await expect(page.getByTestId('scored-of')).toHaveText(/: the present ones, not the best\.$/)
  await page.getByTestId('load-best').click()
  await expect(page.getByTestId('status-origin')).toContainText('the best')

  // Sunspots come again, and a network says how.
  await applyPreset(page, 'sunspots')
  await trainOut(page)
  await page.getByTestId('toggle-figures').click()
  await expect(page.getByTestId('figure-rmse').getByRole('cell')).toHaveCount(3)
  await expect(page.getByTestId('passed-mean')).toHaveText(/^\d+$/)
  await page.getByTestId('forecast').click()
  await expect(page.getByTestId('forecast-said')).toContainText('After row 216 (1915)')
  await expect(page.getByTestId('forecast-origins')).toContainText(/^Over \d+ forecasts/)
  for (const [width, theme] of [
    [800, 'light'],
    [1280, 'dark'],
  ] as const) {
    await setWindow(app, { width, height: 600, zoom: 1 }, theme)
    expect(await layoutFaults(page)).toEqual([])
    await keepPicture(app, `numbers-sunspots-${width}`)
  }

  // From x alone to z: what the network sees next it does not say.
  await setWindow(app, { width: 1280, height: 800, zoom: 1 }, 'light')
  await applyPreset(page, 'lorenz')
  await page.getByTestId('updates').fill('40')
  await page.getByTestId('updates').press('Enter')
  await trainOut(page)
  await page.getByTestId('forecast').click()
  await expect(page.getByTestId('forecast-problem')).toContainText('"x"')
})
