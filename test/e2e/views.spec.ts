import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { suggestedRun } from '@contract/data/made-series'
import { expect } from '@playwright/test'
import { lorenz } from '../../main/trainer/data/made/lorenz'
import { type App, answerSaveDialog, applyPreset, lossesSeen, test, trainerReady } from '../helpers/app'

/** Saves the view of a card by its menu, and answers what was written. */
async function save(app: App, card: string, format: string, path: string): Promise<Buffer> {
  const { page } = app
  await answerSaveDialog(app, path)
  await page.locator(card).getByTestId('view-menu').first().click()
  await page.getByTestId(`save-view-${format}`).click()
  await expect(page.getByTestId('notice')).toContainText(`Saved ${basename(path)}`)
  await page.getByTestId('dismiss-notice').click()
  return readFile(path)
}

/**
 * What a browser makes of an SVG and of a PNG: their sizes, how far apart their pixels are on average (0 to 255), and how
 * far those of the PNG are from its ground. A browser draws no SVG that is not well-formed XML.
 */
function compared({ page }: App, svg: Buffer, png: Buffer) {
  return page.evaluate(
    async (sources) => {
      const [svg, png] = await Promise.all(
        sources.map(async (src) => {
          const image = new Image()
          image.src = src
          await image.decode()
          return image
        }),
      )
      if (!svg || !png) throw new Error('there are two pictures')
      const [width, height] = [png.naturalWidth, png.naturalHeight]
      const pixels = (image: HTMLImageElement) => {
        const canvas = document.createElement('canvas')
        Object.assign(canvas, { width, height })
        const ctx = canvas.getContext('2d')
        ctx?.drawImage(image, 0, 0, width, height)
        return ctx?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
      }
      const [ofSvg, ofPng] = [pixels(svg), pixels(png)]
      let [apart, seen] = [0, 0]
      for (let at = 0; at < ofPng.length; at++) {
        apart += Math.abs((ofSvg[at] ?? 0) - (ofPng[at] ?? 0))
        seen += Math.abs((ofPng[at] ?? 0) - (ofPng[at % 4] ?? 0))
      }
      return {
        svg: [svg.naturalWidth, svg.naturalHeight],
        png: [width, height],
        apart: apart / ofPng.length,
        seen: seen / ofPng.length,
      }
    },
    [
      `data:image/svg+xml;base64,${svg.toString('base64')}`,
      `data:image/png;base64,${png.toString('base64')}`,
    ],
  )
}

test('saves a view as two pictures that look the same, and as its numbers', async ({ launch, folder }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')

  const loss = (await save(app, '.card.loss', 'csv', join(folder, 'loss.csv'))).toString()
  const rows = loss.trim().split('\r\n').slice(1)
  const losses = rows.map((row) => Math.fround(Number(row.split(',')[1])))
  expect(losses).toEqual(await lossesSeen(page))

  for (const card of ['loss', 'prediction', 'period']) {
    const svg = await save(app, `.card.${card}`, 'svg', join(folder, `${card}.svg`))
    const png = await save(app, `.card.${card}`, 'png', join(folder, `${card}.png`))
    const found = await compared(app, svg, png)
    expect(found.png).toEqual(found.svg.map((length) => 2 * length))
    // What a browser smooths at edges differs; what is drawn does not.
    expect(found.seen).toBeGreaterThan(2)
    expect(found.apart).toBeLessThan(found.seen / 5)
  }

  // The chart of a series has buckets of its rows; what is saved are the rows.
  await applyPreset(page, 'lorenz')
  await page.getByTestId('tab-data').click()
  const series = (await save(app, '.card.series-picture', 'csv', join(folder, 'series.csv'))).toString()
  const [head = [], ...points] = series
    .trim()
    .split('\r\n')
    .map((row) => row.split(','))
  const { columns } = lorenz(suggestedRun('lorenz').data.dataSeed)
  // What the run learns of it.
  const learned = columns.filter(({ name }) => head.includes(name))
  expect(learned.map(({ name }) => name)).toContain('x')
  for (const { name, values } of learned) {
    const at = head.indexOf(name)
    expect([name, points.map((point) => Number(point[at]))]).toEqual([name, [...values]])
  }
})
