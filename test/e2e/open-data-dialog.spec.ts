import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sayIn } from '@contract/language/say'
import { expect, type Page } from '@playwright/test'
import {
  type App,
  answerOpenDialog,
  dropFiles,
  keepScreenshot,
  lossesSeen,
  test,
  trainerReady,
  updatesSeen,
  windowSeen,
} from '../helpers/app'
import { axeFaults } from '../helpers/axe'
import { keepPicture, layoutFaults, setWindow } from '../helpers/layout'

/** 日期;气温;湿度 in GBK: the headers of the table. */
const GBK_HEADER = Buffer.from('c8d5c6da3bc6f8cec23bcaaab6c80a', 'hex')
const ROWS = 200
const DAY = 86_400_000

/** A temperature and a humidity that follow each other, by day, with a decimal comma and one missing value. */
function gbkTable(): Buffer {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const day = new Date(Date.UTC(2020, 0, 13) + row * DAY).toISOString().slice(0, 10)
    const [year, month, date] = day.split('-')
    const temperature = (15 + 8 * Math.sin(row / 6)).toFixed(2).replace('.', ',')
    const humidity = row === 7 ? 'NA' : (60 + 20 * Math.cos(row / 6)).toFixed(1).replace('.', ',')
    return `${date}.${month}.${year};${temperature};${humidity}\n`
  })
  return Buffer.concat([GBK_HEADER, Buffer.from(rows.join(''), 'latin1')])
}

/** Opens a file by the dialog, from its button to the table. */
async function openByDialog(app: App, path: string) {
  await answerOpenDialog(app, path)
  await app.page.getByTestId('open-data').click()
  await app.page.getByTestId('data-on').click()
  await expect(app.page.getByTestId('data-preview')).toBeVisible()
}

/** Answers every question about the table that is still open, with the guess. */
async function answerAll(page: Page) {
  const questions = page.getByTestId('data-questions').locator('fieldset')
  for (let at = 0; at < (await questions.count()); at += 1)
    await questions.nth(at).getByRole('radio').first().check()
}

test('learns a table in GBK with semicolons, decimal commas and dates', async ({ launch, folder }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  const path = join(folder, '天气.csv')
  await writeFile(path, gbkTable())
  await openByDialog(app, path)
  await expect(page.getByTestId('data-name')).toContainText('天气.csv')
  // What so few letters leave open is asked, and nothing goes on before it is answered.
  await expect(page.getByTestId('question-encoding')).toBeVisible()
  await expect(page.getByTestId('data-on')).toBeDisabled()
  await page.getByTestId('question-encoding').getByText('GBK (Chinese)').click()
  await answerAll(page)
  await expect(page.getByRole('columnheader', { name: /气温/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: '15,00' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByTestId('data-on').click()

  await expect(page.getByTestId('data-sentence')).toContainText(
    'From 24 values of "气温" and "湿度", say "湿度" one time step later',
  )
  await expect(page.locator('#open-data-title')).toBeFocused()
  expect(await axeFaults(page)).toEqual([])
  // The parts lie side by side, from one end of the bar to the other.
  const edges = await page.locator('.parts-bar').evaluate((bar) => {
    const { left, width } = bar.getBoundingClientRect()
    const share = (x: number) => Math.round((100 * (x - left)) / width)
    return [...bar.querySelectorAll('.bar-part')].map((part) => {
      const { left: from, right: to } = part.getBoundingClientRect()
      return [share(from), share(to)]
    })
  })
  expect(edges).toEqual([
    [0, 70],
    [70, 85],
    [85, 100],
  ])
  await page.getByTestId('input-1').uncheck()
  await page.getByTestId('data-window').fill('20')
  await page.getByTestId('data-on').click()
  await expect(page.getByTestId('open-data-dialog')).toBeHidden()
  await expect(page.getByTestId('open-data')).toBeFocused()

  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await expect(page.locator('.status-phase')).toHaveAttribute('data-phase', 'finished')
  const losses = await lossesSeen(page)
  expect(losses).toHaveLength(60)
  expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 4)
  // The charts have the table's own numbers: the input is the temperature from the first row on.
  const first = await windowSeen(page, 1)
  expect(first.inputs[0]).toBeCloseTo(15, 5)
  expect(first.targets[0]).toBeCloseTo(60 + 20 * Math.cos(1 / 6), 1)
  await keepScreenshot(page, '60-open-data-trained')
})

test('leaves the run alone when the reading is called off or fails', async ({ launch, folder }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(1)
  const path = join(folder, 'bad.csv')
  const rows = Array.from({ length: 300 }, (_, row) => `${row % 7},${row === 250 ? 'broken' : row % 5}.5\n`)
  await writeFile(path, `a,b\n${rows.join('')}`)
  await openByDialog(app, path)
  await page.getByTestId('data-on').click()
  await expect(page.getByTestId('data-problem')).toContainText('Line 252 of "bad.csv"')
  await keepScreenshot(page, '61-open-data-bad-row')
  await page.getByTestId('data-bad-rows').selectOption({ label: 'Leave them out' })
  await page.getByTestId('data-on').click()
  await expect(page.getByTestId('data-notes')).toContainText('Rows left out: 1,')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('open-data-dialog')).toBeHidden()
  expect(await updatesSeen(page)).toBe(1)
  await expect(page.getByTestId('set-aside')).toBeHidden()
})

test('takes a dropped table, a pasted one and a drawn one, and sets the run aside', async ({
  launch,
  folder,
}) => {
  const app = await launch()
  const { page, electron } = app
  await trainerReady(page)
  await page.getByTestId('one-update').click()
  const path = join(folder, 'dropped.csv')
  await writeFile(path, `x,y\n${'1.5,2\n2.5,3\n'.repeat(60)}`)
  await dropFiles(page, [path])
  await expect(page.getByTestId('data-name')).toContainText('dropped.csv')
  await page.keyboard.press('Escape')

  await electron.evaluate(
    ({ clipboard }, pasted) => clipboard.writeText(pasted),
    `x\ty\n${'1.5\t2\n2.5\t3\n'.repeat(60)}`,
  )
  await page.locator('body').click({ position: { x: 3, y: 300 } })
  await page.keyboard.press('ControlOrMeta+V')
  await expect(page.getByTestId('data-name')).toContainText('Pasted table')
  await page.keyboard.press('Escape')

  await page.getByTestId('open-data').click()
  await page.getByTestId('door-draw').check()
  const pad = await page.getByTestId('drawing').boundingBox()
  if (!pad) throw new Error('there is nothing to draw on')
  const at = (share: number) =>
    [pad.x + share * pad.width, pad.y + pad.height * (0.5 - 0.4 * Math.sin(share * 25))] as const
  await page.mouse.move(...at(0))
  await page.mouse.down()
  for (let place = 1; place <= 60; place += 1) await page.mouse.move(...at(place / 60))
  await page.mouse.up()
  await expect(page.getByTestId('drawing-words')).toHaveText('A curve of 500 time steps, drawn in 1 stroke.')
  expect(await axeFaults(page)).toEqual([])
  await page.getByTestId('data-on').click()
  await page.getByTestId('data-on').click()
  await expect(page.getByTestId('open-data-dialog')).toBeHidden()
  await expect(page.getByTestId('set-aside')).toBeVisible()
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(3)
})

for (const language of ['en', 'zh'] as const) {
  test.describe(language, () => {
    test.use({ language })
    test(`is whole in every window, in ${language} @long`, async ({ launch, folder }) => {
      test.setTimeout(240_000)
      const app = await launch()
      const { page } = app
      await trainerReady(page)
      const path = join(folder, 'ein langer Name für eine Tabelle mit Temperaturen und Luftfeuchte.csv')
      const day = (row: number) => new Date(Date.UTC(2020, 2, 1) + row * DAY).toISOString().slice(5, 10)
      const rows = Array.from({ length: 240 }, (_, row) => {
        const [month, date] = day(row > 100 ? row + 30 : row).split('-')
        const value =
          row === 12 ? 'kaputt' : row % 9 === 0 ? '-999' : `1,${String(100 + row).padStart(3, '0')}`
        return `${Number(date) % 12 || 12}/${month}/2020;${value};${row % 11},5;heiter bis wolkig\n`
      })
      await writeFile(path, `Datum;Temperatur;Luftfeuchte;Wetter\n${rows.slice(0, 200).join('')}`)
      const say = sayIn(language)
      const look = async (state: string) => {
        for (const [size, theme] of [
          [{ width: 1280, height: 800, zoom: 1 }, 'light'],
          [{ width: 1280, height: 800, zoom: 1 }, 'dark'],
          [{ width: 800, height: 600, zoom: 1 }, 'light'],
          [{ width: 1280, height: 800, zoom: 2 }, 'dark'],
        ] as const) {
          await setWindow(app, size, theme)
          await keepPicture(app, `62-open-data-${language}-${state}-${size.width}-${size.zoom}-${theme}`)
          expect(await layoutFaults(page), `${state} at ${size.width}, ${size.zoom}`).toEqual([])
        }
        await setWindow(app, { width: 1280, height: 800, zoom: 1 }, 'light')
        expect(await axeFaults(page), state).toEqual([])
      }
      await page.getByTestId('open-data').click()
      await look('file')
      await page.getByTestId('door-paste').check()
      await page.getByTestId('data-pasted').fill('x\ty\n1\t2\n3\t4\n')
      await look('paste')
      await page.getByTestId('door-draw').check()
      await page.getByText(say('openData.byKeys')).click()
      await page.getByTestId('point-3').fill('0.9')
      await page.getByTestId('point-8').fill('0.1')
      await look('draw')
      await page.getByTestId('door-file').check()
      await answerOpenDialog(app, path)
      await page.getByTestId('data-on').click()
      await expect(page.getByTestId('data-questions')).toBeVisible()
      await look('questions')
      await answerAll(page)
      await page.getByTestId('data-time').selectOption({ index: 0 })
      await page.getByTestId('data-bad-rows').selectOption({ index: 1 })
      await look('answered')
      await page.getByTestId('data-on').click()
      await expect(page.getByTestId('data-notes')).toBeVisible()
      await look('roles')
    })
  })
}
