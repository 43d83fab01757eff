import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type App, dropFiles, test, trainerPid, trainerReady, updatesSeen } from '../helpers/app'
import { axeFaults } from '../helpers/axe'
import { keepPicture, layoutFaults, SIZES, setWindow } from '../helpers/layout'

// A trace keeps a copy of the page for each of the many looks.
test.use({ trace: 'off' })

const WIDE = { width: 1280, height: 800, zoom: 1 }
/** Where everything that folds is folded. */
const NARROW = { width: 1280, height: 800, zoom: 2 }

/** Looks at the state that the app is in, in every window, light and dark; what is wrong is gathered. */
function inspector(app: App) {
  const faults: string[] = []
  return {
    faults,
    async look(state: string) {
      for (const theme of ['light', 'dark'] as const) {
        for (const size of SIZES) {
          await setWindow(app, size, theme)
          const { width, height, zoom } = size
          for (const fault of await layoutFaults(app.page))
            faults.push(`${state}, ${width} x ${height} at ${zoom * 100} %, ${theme}: ${fault}`)
        }
        for (const size of [NARROW, WIDE]) {
          await setWindow(app, size, theme)
          for (const fault of await axeFaults(app.page)) faults.push(`${state}, ${theme}, ${fault}`)
        }
      }
      await setWindow(app, NARROW, 'light')
      await keepPicture(app, `40-${state.replaceAll(' ', '-')}-narrow`)
      await setWindow(app, WIDE, 'light')
      await keepPicture(app, `40-${state.replaceAll(' ', '-')}`)
    },
  }
}

test('nothing is cut, covered or out of reach in any window, and axe finds nothing in any state', async ({
  launch,
  folder,
}) => {
  test.setTimeout(300_000)
  const app = await launch()
  const { page, electron } = app
  const { look, faults } = inspector(app)
  const phase = (words: string) => expect(page.getByTestId('status-phase')).toContainText(words)
  const tour = () =>
    electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-tour')?.click())
  await trainerReady(page)
  await look('fresh')

  await tour()
  for (let stop = 1; stop <= 5; stop += 1) {
    await expect(page.getByTestId('tour')).toContainText(`${stop} of 5`)
    await look(`tour ${stop}`)
    await page.getByTestId('tour-next').click()
  }

  for (const group of ['data', 'optimiser']) await page.getByTestId(`group-${group}`).click()
  await page.getByTestId('points').fill('1')
  await setWindow(app, NARROW, 'light')
  await page.getByTestId('open-settings').click()
  await look('settings open')
  await page.getByTestId('points').press('Escape')
  await setWindow(app, NARROW, 'light')
  await page.getByTestId('close-settings').click()
  await page.getByTestId('file-menu').click()
  await setWindow(app, WIDE, 'light')

  await page.getByTestId('pace').selectOption('1')
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(1)
  await look('training')
  await page.getByTestId('start-pause').click()
  await phase('Paused')
  await look('paused')

  const table = join(folder, 'data.csv')
  await writeFile(table, 'month,passengers\n1949-01,112\n')
  await dropFiles(page, [table])
  await expect(page.getByTestId('notice')).toBeVisible()
  await look('notice')
  await page.getByTestId('dismiss-notice').click()

  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await phase('Finished')
  await page.getByTestId('toggle-reference').click()
  await page.getByTestId('toggle-gradient-norm').click()
  await expect(page.getByTestId('reference-difference')).not.toBeEmpty()
  await look('finished')

  await page.getByTestId('export').click()
  await look('export dialog')
  await page.keyboard.press('Escape')

  await page.getByTestId('optimizer').selectOption('sgd')
  await page.getByTestId('learning-rate').fill('10')
  await page.getByTestId('cell').selectOption('rnn-relu')
  await page.getByTestId('reset').click()
  await page.getByTestId('start-pause').click()
  await phase('Diverged')
  await look('diverged')

  process.kill(await trainerPid(app), 'SIGKILL')
  await expect(page.getByTestId('trainer-gone')).toBeVisible()
  await look('trainer gone')
  expect(faults).toEqual([])
})
