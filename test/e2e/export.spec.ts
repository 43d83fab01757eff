import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { companionNames } from '@contract/files/companion-files'
import { EXPORT_FORMATS, type ExportFormat } from '@contract/files/weight-formats'
import { expect, type Page } from '@playwright/test'
import {
  type App,
  answerOpenDialog,
  answerSaveDialog,
  dropFiles,
  keepScreenshot,
  test,
  trainerReady,
  updatesSeen,
  windowSeen,
} from '../helpers/app'
import { lookInside } from '../helpers/exported-files'
import { greatestDifference } from '../helpers/reference'

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[]

async function finishRun(page: Page) {
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
}

/** Chooses a format in the dialog that is open, and presses Export. */
async function choose({ page }: App, format: ExportFormat) {
  await page.getByTestId(`format-${format}`).click()
  await page.getByTestId('export-write').click()
}

/** Opens the dialog; a narrow window folds the three buttons of files into one menu. */
async function openExport(page: Page): Promise<void> {
  const menu = page.getByTestId('file-menu')
  // A window that has just become narrow may still be folding them.
  await expect(async () => {
    if (await menu.isVisible()) await menu.click({ timeout: 1_000 })
    await page.getByTestId('export').click({ timeout: 1_000 })
  }).toPass()
}

/** Exports to a path, and answers what the report says. */
async function exportTo(app: App, format: ExportFormat, path: string): Promise<string> {
  await answerSaveDialog(app, path)
  await openExport(app.page)
  await choose(app, format)
  const report = app.page.getByTestId('export-report')
  await expect(report).toBeVisible()
  return report.innerText()
}

/** Makes main's question whether to replace a file answer so, and keeps what was asked. */
async function answerQuestion({ electron }: App, replace: boolean) {
  await electron.evaluate(({ dialog }, response) => {
    const asked: string[] = []
    Object.assign(globalThis, { questionsAsked: asked })
    dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
      asked.push(message)
      return { response, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  }, Number(replace))
  return () => electron.evaluate(() => (globalThis as unknown as { questionsAsked: string[] }).questionsAsked)
}

test('exports every format, reads it back, and says what that found', async ({ launch, folder }) => {
  const app = await launch()
  await finishRun(app.page)
  for (const format of FORMATS)
    await test.step(format, async () => {
      const path = join(folder, `a run é ${format}${EXPORT_FORMATS[format].ending}`)
      const report = await exportTo(app, format, path)
      await keepScreenshot(app.page, `20-exported-${format}`)
      const beside = companionNames(basename(path), { format, script: false })
      for (const name of [basename(path), ...beside]) {
        expect(report).toContain(name)
        expect(await readdir(folder)).toContain(name)
      }
      const found = await lookInside(format, path)
      if (format === 'csv') {
        expect(report).toContain('every number is the same')
        expect(found).toMatchObject({ rows: 600 })
      } else {
        const said = /largest difference in a prediction is (\S+)\.\n/.exec(report)?.[1]
        expect(Number(said)).toBeLessThan(1e-6)
        expect(found.parameters).toBe(format === 'keras' || format === 'tfjs' ? 1153 - 32 : 1153)
      }
      await app.page.getByTestId('export-done').click()
      await expect(app.page.getByTestId('export')).toBeFocused()
    })
})

for (const format of FORMATS.filter((one) => EXPORT_FORMATS[one].loads)) {
  test(`predicts on from ${format}, loaded by the dialog and dropped @long`, async ({ launch, folder }) => {
    const app = await launch()
    const { page } = app
    await finishRun(page)
    const path = join(folder, `run${EXPORT_FORMATS[format].ending}`)
    await exportTo(app, format, path)
    await page.keyboard.press('Escape')
    const next = async () => {
      await page.getByTestId('one-update').click()
      await expect(page.getByTestId('status-updates')).toHaveText(/^61 /)
      return windowSeen(page, 61)
    }
    const expected = await next()
    const expectTheSame = async () => {
      // A file is read beside everything else: only its notice tells that it has been taken in.
      await expect(page.getByTestId('notice')).toContainText(`Loaded ${basename(path)}`)
      await page.getByTestId('dismiss-notice').click()
      await expect(page.getByTestId('status-origin')).toContainText(basename(path))
      await expect.poll(() => updatesSeen(page)).toBe(0)
      const { times, predictions } = await next()
      expect(times).toEqual(expected.times)
      expect(greatestDifference(predictions, expected.predictions)).toBeLessThan(1e-6)
    }
    await answerOpenDialog(app, path)
    await page.getByTestId('load-weights').click()
    await expectTheSame()
    const beside = companionNames(basename(path), { format, script: false })
    await page.getByTestId('reset').click()
    await expect.poll(() => updatesSeen(page)).toBe(0)
    await dropFiles(page, [...beside.map((name) => join(folder, name)), path])
    await expectTheSame()
  })
}

test('closes without a trace when the person has changed their mind', async ({ launch, folder }) => {
  const app = await launch()
  const { page } = app
  await finishRun(page)
  await app.electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  await page.keyboard.press('Tab')
  await page.getByTestId('export').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^safetensors/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^NumPy/ })).toBeChecked()
  await page.getByTestId('export-write').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('export-write')).toHaveText('Export…')
  await expect(page.getByTestId('export-problem')).toBeHidden()
  await expect(page.getByTestId('export-write')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('export-dialog')).toBeHidden()
  await expect(page.getByTestId('export')).toBeFocused()
  // Only the app's own data are there.
  expect(await readdir(folder)).toEqual(['data'])
  await page.getByTestId('export').click()
  await expect(page.getByRole('radio', { name: /^NumPy/ })).toBeChecked()
})

test('says in the dialog what went wrong, and writes elsewhere at the next try', async ({
  launch,
  folder,
}) => {
  const app = await launch()
  const { page } = app
  await finishRun(page)
  const taken = join(folder, 'taken.safetensors')
  await mkdir(taken)
  await answerSaveDialog(app, taken)
  await page.getByTestId('export').click()
  await choose(app, 'safetensors')
  await expect(page.getByTestId('export-problem')).toContainText('"taken.safetensors" could not be saved')
  await keepScreenshot(page, '21-export-problem')
  await answerSaveDialog(app, join(folder, 'free'))
  await page.getByTestId('export-write').click()
  await expect(page.getByTestId('export-report')).toContainText('free.safetensors')
  expect((await readdir(folder)).sort()).toEqual(['data', 'free.safetensors', 'taken.safetensors'])
  expect(await readdir(taken)).toEqual([])
})

test('asks before it replaces a file beside the one that was chosen', async ({ launch, folder }) => {
  const app = await launch()
  const { page } = app
  await finishRun(page)
  const mine = join(folder, 'run.py')
  await writeFile(mine, 'mine')
  await answerSaveDialog(app, join(folder, 'run.safetensors'))
  const asked = await answerQuestion(app, false)
  await page.getByTestId('export').click()
  await page.getByTestId('export-script').check()
  await page.getByTestId('export-write').click()
  await expect.poll(asked).toEqual(['run.py already exists. Replace it?'])
  await expect(page.getByTestId('export-write')).toHaveText('Export…')
  expect(await readFile(mine, 'utf8')).toBe('mine')
  expect(await readdir(folder)).not.toContain('run.safetensors')
  await answerQuestion(app, true)
  await page.getByTestId('export-write').click()
  await expect(page.getByTestId('export-report')).toContainText('run.py')
  expect(await readFile(mine, 'utf8')).toContain('load_state_dict')
})

test('lets the run go on meanwhile, and shows the file in its folder', async ({ launch, folder }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('updates').fill('100000')
  await page.getByTestId('updates').press('Enter')
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(2)
  await page.getByTestId('export').click()
  const opened = await updatesSeen(page)
  await expect(page.getByTestId('export-extent')).toContainText('Written as they are at that moment')
  await keepScreenshot(page, '22-export-training')
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(opened + 5)
  const path = join(folder, 'moment.safetensors')
  await answerSaveDialog(app, path)
  await choose(app, 'safetensors')
  const report = await page.getByTestId('export-report').innerText()
  const told = Number(/after ([\d,]+) updates/.exec(report)?.[1]?.replaceAll(',', ''))
  expect(told).toBeGreaterThan(opened)
  const { metadata } = await lookInside('safetensors', path)
  expect(Number(metadata?.['unroll.updates'])).toBe(told)
  await app.electron.evaluate(({ shell }) => {
    shell.showItemInFolder = (shown) => Object.assign(globalThis, { shownItem: shown })
  })
  await page.getByTestId('show-exported').click()
  await expect
    .poll(() => app.electron.evaluate(() => (globalThis as unknown as { shownItem: string }).shownItem))
    .toBe(path)
})

test('the dialog is whole in a light and a dark window, also in a small one', async ({ launch, folder }) => {
  const app = await launch()
  const { electron, page } = app
  await finishRun(page)
  for (const theme of ['light', 'dark'] as const) {
    const resize = async (width: number, height: number) => {
      await electron.evaluate(
        ({ BrowserWindow, nativeTheme }, [themeSource, w, h]) => {
          nativeTheme.themeSource = themeSource
          const [window] = BrowserWindow.getAllWindows()
          window?.setMinimumSize(1, 1)
          window?.setContentSize(w, h)
        },
        [theme, width, height] as const,
      )
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width)
    }
    await resize(1000, 640)
    const button = await page.getByTestId('export').boundingBox()
    expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual(1000)
    expect(button?.x).toBeGreaterThan(0)
    await keepScreenshot(page, `23-export-${theme}-1000-button`)
    for (const [width, height] of [
      [1280, 800],
      [800, 600],
      [700, 420],
    ] as const) {
      await resize(width, height)
      await openExport(page)
      for (const format of ['npz', 'tfjs', 'csv'] as const) {
        await page.getByTestId(`format-${format}`).click()
        await keepScreenshot(page, `23-export-${theme}-${width}-${format}`)
        await expectNothingCutOff(page)
      }
      await page.keyboard.press('Escape')
    }
    await resize(800, 600)
    const long = `${theme} ${'a long name '.repeat(15)}.safetensors`
    await exportTo(app, 'safetensors', join(folder, long))
    await keepScreenshot(page, `24-export-${theme}-800-report`)
    await expectNothingCutOff(page)
    await page.keyboard.press('Escape')
    await exportTo(app, 'safetensors', join(dirname(folder), basename(folder), `${theme}.safetensors`))
    await page.keyboard.press('Escape')
  }
})

/** Every text of the dialog can be scrolled to, and none is wider than its place. */
async function expectNothingCutOff(page: Page) {
  const cut = await page.getByTestId('export-dialog').evaluate((dialog) => {
    const { width, height, left, top } = dialog.getBoundingClientRect()
    const outside = left < 0 || top < 0 || left + width > innerWidth || top + height > innerHeight
    const wide = [...dialog.querySelectorAll('*')].filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && !element.matches('.visually-hidden'),
    )
    const footer = dialog.querySelector('.dialog-foot')?.getBoundingClientRect()
    return {
      outside,
      wide: wide.map(({ className }) => className),
      foot: (footer?.bottom ?? 0) <= innerHeight,
    }
  })
  expect(cut).toEqual({ outside: false, wide: [], foot: true })
}
