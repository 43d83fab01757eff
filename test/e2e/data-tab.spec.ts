import { sayIn } from '@contract/language/say'
import { expect } from '@playwright/test'
import { applyPreset, test, trainerReady } from '../helpers/app'
import { axeFaults } from '../helpers/axe'
import { keepPicture, layoutFaults, setWindow } from '../helpers/layout'

for (const language of ['en', 'zh'] as const)
  test.describe(`the Data tab in ${language}`, () => {
    test.use({ language })

    test('shows each series whole, and nothing of it is cut off or hidden from anybody @long', async ({
      launch,
    }) => {
      test.setTimeout(240_000)
      const app = await launch()
      const { page } = app
      const say = sayIn(language)
      await trainerReady(page)
      await page.getByTestId('pace').selectOption('max')
      const faults: string[] = []
      // Chaos, several columns, and years that are dates with gaps between them.
      for (const name of ['lorenz', 'adding', 'sunspots', 'co2'] as const) {
        await applyPreset(page, name)
        await page.getByTestId('tab-data').click()
        await page.getByTestId('start-pause').click()
        await expect(page.getByTestId('status-phase')).toHaveText(say('phases.finished'), { timeout: 60_000 })
        await expect(page.getByTestId('present-window')).toBeVisible()
        for (const theme of ['light', 'dark'] as const)
          for (const [width, height] of [
            [1280, 800],
            [800, 600],
          ] as const) {
            await setWindow(app, { width, height, zoom: 1 }, theme)
            for (const card of ['series-picture', 'scalers', 'series-card']) {
              await page.getByTestId(card).evaluate(async (element) => {
                element.scrollIntoView({ block: 'nearest' })
                // What is kept as a picture is the frame that was shown last.
                for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
              })
              await keepPicture(app, `75-${language}-${name}-${theme}-${width}-${card}`)
              for (const fault of await layoutFaults(page)) faults.push(`${name} ${theme} ${width}: ${fault}`)
            }
            faults.push(...(await axeFaults(page)).map((fault) => `${name} ${theme} ${width}: ${fault}`))
          }
        await setWindow(app, { width: 1280, height: 800, zoom: 1 }, 'light')
      }
      expect(faults).toEqual([])
    })
  })

test('the parts are cut elsewhere by a handle, and Reset learns from them', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  await applyPreset(page, 'sunspots')
  await page.getByTestId('one-update').click()
  await page.getByTestId('tab-data').click()
  const handle = page.getByTestId('cut-train')
  await expect(handle).toHaveAttribute('aria-valuenow', '70')
  const place = await page.getByTestId('parts').boundingBox()
  const grip = await handle.boundingBox()
  if (!place || !grip) throw new Error('there is no strip of parts')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(place.x + place.width * 0.5, grip.y + 4, { steps: 5 })
  await page.mouse.up()
  await expect(handle).toHaveAttribute('aria-valuenow', '50')
  await expect(page.getByTestId('cut-validation')).toHaveAttribute('aria-valuenow', '85')
  await handle.press('ArrowRight')
  await expect(handle).toHaveAttribute('aria-valuenow', '51')
  await expect(page.getByTestId('cut-waits')).toBeVisible()
  await page.getByTestId('reset').click()
  await expect(page.getByTestId('cut-waits')).toBeHidden()
  await expect(page.getByTestId('series-card')).toContainText('training part 51%, then validation part 34%')
})
