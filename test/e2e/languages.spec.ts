import type { Language } from '@contract/language/languages'
import { expect } from '@playwright/test'
import { type App, lossesSeen, test, trainerReady } from '../helpers/app'
import { type Look, throughEveryState, WIDE } from '../helpers/every-state'
import { keepPicture, layoutFaults, type Size, setWindow } from '../helpers/layout'
import { greatestDifference, referenceRun } from '../helpers/reference'

// A trace keeps a copy of the page for each of the many looks.
test.use({ trace: 'off' })

const SIZES: readonly Size[] = [{ width: 800, height: 600, zoom: 1 }, WIDE]

/** Looks at a state in both sizes and both themes, and gathers what is cut, covered or out of reach. */
function inspector(app: App, language: Language) {
  const faults: string[] = []
  async function gather(where: string) {
    for (const fault of await layoutFaults(app.page)) faults.push(`${where}: ${fault}`)
  }
  const look: Look = async (state, depth) => {
    if (depth === 'here') return gather(state)
    for (const theme of ['light', 'dark'] as const) {
      for (const size of SIZES) {
        await setWindow(app, size, theme)
        await gather(`${state}, ${size.width} x ${size.height}, ${theme}`)
        // One picture of each: small in the dark, large in the light.
        if ((size === WIDE) === (theme === 'light'))
          await keepPicture(app, `50-${language}-${state.replaceAll(' ', '-')}-${theme}-${size.width}`)
      }
    }
    await setWindow(app, WIDE, 'light')
  }
  return { faults, look }
}

for (const language of ['zh', 'pseudo'] as const) {
  test.describe(`the window in ${language}`, () => {
    test.use({ language })

    test('has no text that is cut off or lies on another @long', async ({ launch, folder }) => {
      test.setTimeout(300_000)
      const app = await launch()
      const { look, faults } = inspector(app, language)
      await throughEveryState(app, folder, language, look)
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
