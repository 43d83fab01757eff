import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type App, dropFiles, test, trainerPid, trainerReady, updatesSeen } from '../helpers/app'
import { axeFaults } from '../helpers/axe'
import { keepPicture, layoutFaults, SIZES, type Size, setWindow, type WindowTheme } from '../helpers/layout'

// A trace keeps a copy of the page for each of the many looks.
test.use({ trace: 'off' })

const WIDE = { width: 1280, height: 800, zoom: 1 }
/** Where everything that folds is folded. */
const NARROW = { width: 1280, height: 800, zoom: 2 }

/** As small, as usual and as folded as it gets: for what the other sizes have told of already. */
const FEW: readonly Size[] = [
  { width: 800, height: 600, zoom: 1 },
  WIDE,
  NARROW,
  { width: 800, height: 600, zoom: 2 },
]

/** Looks at the state that the app is in, in every window, light and dark; what is wrong is gathered. */
function inspector(app: App) {
  const faults: string[] = []
  async function inspect(state: string, theme: WindowTheme, sizes: readonly Size[]) {
    for (const size of sizes) {
      await setWindow(app, size, theme)
      const { width, height, zoom } = size
      for (const fault of await layoutFaults(app.page))
        faults.push(`${state}, ${width} x ${height} at ${zoom * 100} %, ${theme}: ${fault}`)
      if (size !== WIDE && size !== NARROW) continue
      for (const fault of await axeFaults(app.page)) faults.push(`${state}, ${theme}: ${fault}`)
      await keepPicture(app, `40-${state.replaceAll(' ', '-')}-${theme}-${width / zoom}`)
    }
    await setWindow(app, WIDE, theme)
  }
  return {
    faults,
    /** Sizes do not depend on colours: in the dark a few are enough. */
    async look(state: string) {
      await inspect(state, 'dark', FEW)
      await inspect(state, 'light', [...SIZES, NARROW, WIDE])
    },
    async glance(state: string) {
      await inspect(state, 'light', FEW)
    },
  }
}

test('nothing is cut, covered or out of reach in any window, and axe finds nothing in any state @windows', async ({
  launch,
  folder,
}) => {
  test.setTimeout(300_000)
  const app = await launch()
  const { page, electron } = app
  const { look, glance, faults } = inspector(app)
  const phase = (words: string) => expect(page.getByTestId('status-phase')).toContainText(words)
  const choose = (item: string) =>
    electron.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), item)
  await trainerReady(page)
  await look('fresh')

  await choose('show-shortcuts')
  await expect(page.getByTestId('shortcuts-dialog')).toBeVisible()
  await glance('shortcuts')
  await page.keyboard.press('Escape')

  await choose('show-tour')
  for (let stop = 1; stop <= 5; stop += 1) {
    await expect(page.getByTestId('tour')).toContainText(`${stop} of 5`)
    await glance(`tour ${stop}`)
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
  await expect(page.getByRole('menuitem')).toHaveCount(3)
  for (const fault of [...(await layoutFaults(page)), ...(await axeFaults(page))])
    faults.push(`file menu: ${fault}`)
  await page.keyboard.press('Escape')
  await setWindow(app, WIDE, 'light')

  await page.getByTestId('pace').selectOption('1')
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(1)
  await look('training')
  await page.getByTestId('start-pause').click()
  await phase('Paused')
  await look('paused')
  await page.getByTestId('explain').click()
  await glance('explained')
  await page.getByTestId('back-to-curves').click()

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
  await page.getByTestId('loss-chart').focus()
  for (const key of ['Home', 'PageDown', 'PageDown', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByTestId('unmark')).toHaveText('update 21')
  await look('finished')

  await page.getByTestId('export').click()
  await look('export dialog')
  await page.keyboard.press('Escape')

  await page.getByTestId('optimizer').selectOption('sgd')
  await page.getByTestId('learning-rate').fill('10')
  await page.getByTestId('cell').selectOption('rnn-relu')
  await page.getByTestId('reset').click()
  await expect(page.getByTestId('set-aside')).toBeVisible()
  for (const fault of [...(await layoutFaults(page)), ...(await axeFaults(page))])
    faults.push(`set aside: ${fault}`)
  await page.getByTestId('dismiss-set-aside').click()
  await page.getByTestId('earlier-runs').click()
  await look('earlier runs')
  await page.getByTestId('earlier-runs-done').click()
  await page.getByTestId('start-pause').click()
  await phase('Broke at update')
  await look('diverged')

  process.kill(await trainerPid(app), 'SIGKILL')
  await expect(page.getByTestId('trainer-gone')).toBeVisible()
  await look('trainer gone')
  expect(faults).toEqual([])
})
