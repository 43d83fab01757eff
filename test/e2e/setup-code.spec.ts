import { expect } from '@playwright/test'
import { type App, keepScreenshot, test, trainerReady, updatesSeen } from '../helpers/app'

/** Chooses an item of the menu by its id. */
async function choose({ electron }: App, id: string) {
  await electron.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId)
    if (!item?.enabled) throw new Error(`the menu item ${itemId} is not there or not enabled`)
    item.click()
  }, id)
}

test('a setup code is copied, and pasted makes its run, with a way back', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('hidden-units').fill('8')
  await page.getByTestId('hidden-units').press('Enter')
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(1)
  await choose(app, 'copy-setup')
  await expect(page.getByTestId('notice')).toContainText('Setup code copied: U1.')
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/^U1\.[\w-]+$/)

  await choose(app, 'paste-setup')
  await expect(page.getByTestId('setup-present')).toHaveText(copied)
  const lorenz = 'U1.ACvRvVNXQ6QcM3xJB5JQUKIVS1xiRAe1Aiknvyg1rwoteKogwYMIDjTPw3xpZFoLAA'
  await app.electron.evaluate(({ clipboard }, code) => clipboard.writeText(` ${code}\n`), lorenz)
  await page.getByTestId('setup-written').focus()
  await page.keyboard.press('ControlOrMeta+V')
  await expect(page.getByTestId('setup-changes')).toContainText('Lorenz')
  await keepScreenshot(page, '40-setup-code')
  await page.getByTestId('setup-apply').click()
  await expect(page.getByTestId('preset')).toHaveValue('lorenz')
  await expect.poll(() => updatesSeen(page)).toBe(0)
  await expect(page.getByTestId('status-phase')).toContainText('Ready')

  await page.getByTestId('undo-set-aside').click()
  await expect.poll(() => updatesSeen(page)).toBe(1)
  await choose(app, 'copy-setup')
  await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(copied)
})
