import { suggestedRun } from '@contract/data/made-series'
import { withSettings } from '@contract/settings/settings'
import { expect, type Page } from '@playwright/test'
import { applyPreset, test, trainerReady } from '../helpers/app'
import { axeFaults } from '../helpers/axe'
import { keepPicture, layoutFaults, setWindow } from '../helpers/layout'

const phase = (page: Page) => page.getByTestId('status-phase')
const reading = (page: Page) => page.getByTestId('part-reading')

/** The target and the prediction at the first row. */
async function firstRead(page: Page): Promise<readonly (string | undefined)[]> {
  await page.getByTestId('part-chart').focus()
  await page.keyboard.press('Home')
  await expect(reading(page)).toContainText('target')
  const words = await reading(page).innerText()
  return [/target (\S+)/.exec(words)?.[1], /prediction (\S+)/.exec(words)?.[1]]
}

test('shows what the network says of the validation and the test part, at real times', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await expect(page.getByTestId('shown-part')).toHaveCount(0)
  await applyPreset(page, 'co2')
  // The run that is to make the update, and not the one before it.
  await expect(page.locator('.source-sentence')).toContainText('"co2"')
  await page.getByTestId('one-update').click()
  await expect(page.getByTestId('shown-part').getByRole('option')).toHaveText([
    'Training windows',
    'Validation part',
    'Test part',
  ])
  await page.getByTestId('shown-part').selectOption('validation')
  await expect(page.getByTestId('part-weights')).toHaveText('with the weights after update 1')
  await expect(page.getByTestId('prediction-chart')).toHaveCount(0)
  await page.getByTestId('part-chart').focus()
  await page.keyboard.press('Home')
  await expect(reading(page)).toHaveText(/^row [\d,]+ {3}\w+ \d+, \d{4} {3}target 3\d\d.* prediction /)
  const before = await firstRead(page)

  // While it trains the newest weights are asked again and again, and at its end those of then.
  await page.getByTestId('pace').selectOption('20')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('part-weights')).not.toHaveText('with the weights after update 1')
  await expect(phase(page)).toHaveText('Training')
  await keepPicture(app, '80-part-training')
  await page.getByTestId('pace').selectOption('max')
  await expect(phase(page)).toContainText('Finished')
  const last = (await page.getByTestId('status-updates').innerText()).split(' ')[0]
  await expect(page.getByTestId('part-weights')).toHaveText(`with the weights after update ${last}`)
  const after = await firstRead(page)
  expect(after[0]).toBe(before[0])
  expect(after[1]).not.toBe(before[1])

  // The moment that is looked at: after its first update it said what it said then.
  await page.getByTestId('rail-update').fill('1')
  await page.getByTestId('rail-update').press('Enter')
  await expect(page.getByTestId('part-weights')).toHaveText('with the weights after update 1')
  expect(await firstRead(page)).toEqual(before)
  // Escape hides the crosshair, and then leads back to now.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('part-weights')).toHaveText(`with the weights after update ${last}`)

  await page.getByTestId('shown-part').selectOption('test')
  await page.getByTestId('part-chart').focus()
  await page.keyboard.press('End')
  await expect(reading(page)).toHaveText(/^row [\d,]+ {3}\w+ \d+, 2001 {3}target 37\d/)
  for (const [width, height, theme] of [
    [1280, 800, 'light'],
    [1280, 800, 'dark'],
    [800, 600, 'light'],
  ] as const) {
    await setWindow(app, { width, height, zoom: 1 }, theme)
    expect(await layoutFaults(page)).toEqual([])
    expect(await axeFaults(page)).toEqual([])
    await keepPicture(app, `80-part-co2-${width}-${theme}`)
  }
})

test('shows each of several outputs, from near and from afar', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  const config = withSettings(suggestedRun('lorenz'), {
    source: {
      kind: 'series',
      origin: { kind: 'made', name: 'lorenz' },
      inputs: ['x', 'y', 'z'],
      targets: ['z', 'x'],
    },
    horizon: 1,
    updates: 200,
  })
  await page.getByTestId('pace').selectOption('max')
  await page.evaluate((given) => window.unroll.request.createRun(given), config)
  await expect(page.locator('.source-sentence')).toContainText('"z" and "x"')
  await expect(phase(page)).toHaveText('Ready')
  await page.getByTestId('start-pause').click()
  await expect(phase(page)).toContainText('Finished')
  await page.getByTestId('shown-part').selectOption('test')
  await expect(page.getByTestId('part-weights')).toHaveText('with the weights after update 200')
  const chart = page.getByTestId('part-chart')
  const [z] = await firstRead(page)
  await page.getByTestId('output').selectOption({ label: 'x' })
  const [x] = await firstRead(page)
  expect(z).not.toBe(x)
  await keepPicture(app, '80-part-lorenz-x')
  for (let times = 0; times < 6; times += 1) await page.keyboard.press('+')
  await expect(page.getByTestId('show-all')).toBeEnabled()
  await expect(chart).toHaveAttribute('aria-valuemin', /^\d+$/)
  await keepPicture(app, '80-part-lorenz-near')
  await page.keyboard.press('0')
  await expect(page.getByTestId('show-all')).toBeDisabled()
  await page.getByTestId('shown-part').selectOption('train')
  await expect(page.getByTestId('prediction-chart')).toBeVisible()
})
