import { MADE_SERIES } from '@contract/data/made-series'
import { inEnglish, sayIn } from '@contract/language/say'
import { expect, type Page } from '@playwright/test'
import {
  type App,
  applyPreset,
  lossesSeen,
  test,
  trainerReady,
  trainOut,
  updatesSeen,
  windowSeen,
} from '../helpers/app'
import { keepPicture, layoutFaults, setWindow } from '../helpers/layout'

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const phase = (page: Page) => page.getByTestId('status-phase')

/** Sets a number and leaves its field, as Enter does. */
async function fill(page: Page, field: string, value: number) {
  await page.getByTestId(field).fill(`${value}`)
  await page.getByTestId(field).press('Enter')
}

test('a series is chosen, learned, paused, cut in another way, and is back at the next start', async ({
  launch,
}) => {
  const { page, close } = await launch()
  await trainerReady(page)
  await expect(page.getByRole('tab')).toHaveCount(0)
  await applyPreset(page, 'mackey-glass')
  await expect(page.locator('.source-sentence')).toContainText('From 40 values of "x"')
  await fill(page, 'updates', 120)
  await trainOut(page)
  const losses = await lossesSeen(page)
  expect(losses).toHaveLength(120)
  expect(mean(losses.slice(-20))).toBeLessThan(0.5 * mean(losses.slice(0, 20)))
  // Scaled for the network, and shown as it is: this series stays between 0.2 and 1.4.
  const last = await windowSeen(page, 120)
  expect(last.targets).toHaveLength(40)
  expect([Math.min(...last.targets) > 0.1, Math.max(...last.targets) < 1.5]).toEqual([true, true])
  // Six time steps ahead: what the network is asked for it sees six time steps later.
  expect(last.targets.slice(0, 34)).toEqual(last.inputs.slice(6))
  await page.getByTestId('prediction-chart').focus()
  await page.keyboard.press('End')
  await expect(page.getByTestId('prediction-reading')).toContainText(
    /update 120 {3}row [\d,]+ {3}target .* prediction/,
  )

  await page.getByRole('tab', { name: 'Learning' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tabpanel', { name: 'Data' })).toContainText('Mackey-Glass equation')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByTestId('prediction-chart')).toBeVisible()

  await fill(page, 'updates', 100_000)
  await expect(page.getByTestId('status-updates')).toHaveText('120 / 100,000')
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(150)
  await page.getByTestId('start-pause').click()
  await expect(phase(page)).toHaveText('Paused')
  await fill(page, 'updates', 60)
  await page.getByTestId('group-data').click()
  await fill(page, 'window', 20)
  await expect(page.getByTestId('window-waits')).toBeVisible()
  await page.getByTestId('reset').click()
  await expect(page.locator('.source-sentence')).toContainText('From 20 values of "x"')
  await expect(page.getByTestId('preset-modified')).toHaveText('modified: updates, window length')
  await trainOut(page)
  const [before, seen] = [await lossesSeen(page), await windowSeen(page, 60)]
  expect([before.length, seen.targets.length]).toEqual([60, 20])
  await close()

  const { page: again } = await launch()
  await trainerReady(again)
  await expect.poll(() => updatesSeen(again)).toBe(60)
  expect([await lossesSeen(again), await windowSeen(again, 60)]).toEqual([before, seen])
  await expect(again.getByTestId('preset')).toHaveValue('mackey-glass')
  await expect(phase(again)).toHaveText('Finished')
  await expect(again.locator('.source-sentence')).toContainText('From 20 values of "x"')
  await again.getByTestId('runs').click()
  await expect(again.getByTestId('runs-list')).toContainText('Mackey-Glass equation')
})

test('every series to try makes a run that trains @long', async ({ launch }) => {
  test.setTimeout(180_000)
  const { page } = await launch()
  await trainerReady(page)
  for (const { name, label, inputs, targets } of MADE_SERIES) {
    await applyPreset(page, name)
    await expect(page.getByTestId('series-card')).toContainText(inEnglish(label))
    await expect(page.getByTestId('model-summary')).toContainText(`(${inputs.length} → `)
    await expect(page.getByTestId('model-summary')).toContainText(` → ${targets.length})`)
    await page.getByTestId('one-update').click()
    await expect.poll(() => updatesSeen(page), name).toBe(1)
    const [loss] = await lossesSeen(page)
    expect(loss, name).toBeGreaterThan(0)
  }
})

/** Looks at what is there in both themes and two sizes, and keeps a picture of each. */
async function lookAt(app: App, name: string): Promise<string[]> {
  const faults: string[] = []
  for (const theme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1280, 800],
      [800, 600],
    ] as const) {
      await setWindow(app, { width, height, zoom: 1 }, theme)
      await keepPicture(app, `70-${name}-${theme}-${width}`)
      for (const fault of await layoutFaults(app.page)) faults.push(`${name} ${theme} ${width}: ${fault}`)
    }
  await setWindow(app, { width: 1280, height: 800, zoom: 1 }, 'light')
  return faults
}

for (const language of ['en', 'zh'] as const)
  test.describe(`series in ${language}`, () => {
    test.use({ language })

    test('have no text that is cut off or lies on another @long', async ({ launch }) => {
      test.setTimeout(240_000)
      const app = await launch()
      const { page } = app
      const say = sayIn(language)
      await trainerReady(page)
      await page.getByTestId('group-data').click()
      await page.getByTestId('pace').selectOption('max')
      const faults: string[] = []
      // Chaos, several inputs and few targets, and a series with dates and gaps.
      for (const name of ['lorenz', 'adding', 'co2'] as const) {
        await applyPreset(page, name)
        await expect(phase(page)).toHaveText(say('phases.ready'))
        faults.push(...(await lookAt(app, `${language}-${name}-before`)))
        await page.getByTestId('start-pause').click()
        await expect(phase(page)).toHaveText(say('phases.finished'), { timeout: 60_000 })
        faults.push(...(await lookAt(app, `${language}-${name}-trained`)))
      }
      await page.getByTestId('tab-data').click()
      faults.push(...(await lookAt(app, `${language}-co2-data`)))
      expect(faults).toEqual([])
    })
  })
