import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '@contract/language/languages'
import { expect, type Page } from '@playwright/test'
import { type App, dropFiles, lossesSeen, test, trainerReady, updatesSeen } from '../helpers/app'
import { keepPicture, layoutFaults, setWindow } from '../helpers/layout'
import { greatestDifference, referenceRun } from '../helpers/reference'

// A trace keeps a copy of the page for each of the many looks.
test.use({ trace: 'off' })

const SIZES = [
  { width: 800, height: 600, zoom: 1 },
  { width: 1280, height: 800, zoom: 1 },
] as const
const LARGE = SIZES[1]

function reaches(page: Page, phase: string): Promise<void> {
  return expect(page.locator('.status-phase')).toHaveAttribute('data-phase', phase)
}

/** Looks at a state in both sizes and both themes, and gathers what is cut, covered or out of reach. */
function inspector(app: App, language: Language) {
  const faults: string[] = []
  return {
    faults,
    look: async (state: string) => {
      for (const theme of ['light', 'dark'] as const) {
        for (const size of SIZES) {
          await setWindow(app, size, theme)
          const where = `${state}, ${size.width} x ${size.height}, ${theme}`
          for (const fault of await layoutFaults(app.page)) faults.push(`${where}: ${fault}`)
          // One picture of each: small in the dark, large in the light.
          if ((size === LARGE) === (theme === 'light'))
            await keepPicture(app, `50-${language}-${state.replaceAll(' ', '-')}-${theme}-${size.width}`)
        }
      }
      await setWindow(app, LARGE, 'light')
    },
  }
}

for (const language of ['zh', 'pseudo'] as const) {
  test.describe(`the window in ${language}`, () => {
    test.use({ language })

    test('has no text that is cut off or lies on another @windows', async ({ launch, folder }) => {
      test.setTimeout(300_000)
      const app = await launch()
      const { page, electron } = app
      const { look, faults } = inspector(app, language)
      const choose = (item: string) =>
        electron.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), item)
      await trainerReady(page)
      await look('fresh')

      await choose('show-shortcuts')
      await expect(page.getByTestId('shortcuts-dialog')).toBeVisible()
      await look('shortcuts')
      await page.keyboard.press('Escape')

      await choose('show-tour')
      for (let stop = 1; stop <= 5; stop += 1) {
        await expect(page.getByTestId('tour')).toContainText(`${stop}`)
        await look(`tour ${stop}`)
        await page.getByTestId('tour-next').click()
      }

      for (const group of ['data', 'optimiser']) await page.getByTestId(`group-${group}`).click()
      await page.getByTestId('points').fill('1')
      await look('a setting out of its limits')
      await page.getByTestId('points').press('Escape')

      await page.getByTestId('pace').selectOption('1')
      await page.getByTestId('start-pause').click()
      await expect.poll(() => updatesSeen(page)).toBeGreaterThan(1)
      await look('training')
      await page.getByTestId('start-pause').click()
      await reaches(page, 'paused')
      await page.getByTestId('explain').click()
      await look('explained')
      await page.getByTestId('back-to-curves').click()

      const table = join(folder, 'data.csv')
      await writeFile(table, 'month,passengers\n1949-01,112\n')
      await dropFiles(page, [table])
      await expect(page.getByTestId('notice')).toBeVisible()
      await look('an error')
      await page.getByTestId('dismiss-notice').click()

      await page.getByTestId('pace').selectOption('max')
      await page.getByTestId('start-pause').click()
      await reaches(page, 'finished')
      await page.getByTestId('toggle-reference').click()
      await page.getByTestId('toggle-gradient-norm').click()
      await expect(page.getByTestId('reference-difference')).not.toBeEmpty()
      await page.getByTestId('loss-chart').focus()
      for (const key of ['Home', 'PageDown', 'PageDown', 'Enter']) await page.keyboard.press(key)
      await expect(page.getByTestId('unmark')).toBeVisible()
      await look('finished')

      await page.getByTestId('export').click()
      await look('export dialog')
      await page.keyboard.press('Escape')

      await page.getByTestId('optimizer').selectOption('sgd')
      await page.getByTestId('learning-rate').fill('10')
      await page.getByTestId('cell').selectOption('rnn-relu')
      await page.getByTestId('reset').click()
      await expect(page.getByTestId('set-aside')).toBeVisible()
      await page.getByTestId('dismiss-set-aside').click()
      await page.getByTestId('earlier-runs').click()
      await look('earlier runs')
      await page.getByTestId('earlier-runs-done').click()
      await page.getByTestId('start-pause').click()
      await reaches(page, 'diverged')
      await look('diverged')
      expect(faults).toEqual([])
    })
  })
}

test.describe('the lesson in Chinese', () => {
  test.use({ language: 'zh' })

  test('is found by role and name, and comes to the numbers of PyTorch', async ({ launch }) => {
    const { page } = await launch()
    await trainerReady(page)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    await page.getByRole('combobox', { name: '速度' }).selectOption('max')
    await page.getByRole('button', { name: '更新一次' }).click()
    await expect(page.getByRole('button', { name: '继续' })).toBeVisible()
    await page.getByRole('button', { name: '继续' }).click()
    await expect(page.getByRole('status').filter({ hasText: '已完成' })).toBeVisible()
    const reference = referenceRun('torch-rnn-seed1').updates.map(({ loss }) => loss)
    expect(greatestDifference(await lossesSeen(page), reference)).toBeLessThan(1e-4)
    await expect(page.getByRole('slider', { name: /损失/ })).toBeVisible()
    await page.getByRole('button', { name: '重置', exact: true }).click()
    await expect(page.getByRole('button', { name: '开始' })).toBeEnabled()
  })
})
