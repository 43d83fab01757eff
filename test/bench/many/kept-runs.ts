import { randomUUID } from 'node:crypto'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, launchApp } from '../../helpers/app'

/** Fills a person's data with so many runs that are kept: the lesson, trained to its end, and copies with other seeds. */
export async function keepRuns(dataFolder: string, count: number): Promise<void> {
  const app = await launchApp(dataFolder)
  try {
    await keepOne(app)
  } finally {
    await app.close()
  }
  await multiply(join(dataFolder, 'runs'), count)
}

/** Trains the lesson to its end. */
async function keepOne({ page }: App) {
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await page.getByTestId('tab-runs').waitFor()
  await page.waitForFunction(
    () => document.querySelector('[data-testid="status-updates"]')?.textContent === '60 / 60',
  )
}

/** Copies the one run that is kept, each copy with an id, a seed and a time of its own. */
async function multiply(runs: string, count: number) {
  const [place = ''] = (await readdir(runs)).filter((name) => /^[\da-f-]{36}$/.test(name))
  const kept = JSON.parse(await readFile(join(runs, place, 'run.json'), 'utf8'))
  for (let seed = 2; seed <= count; seed += 1) {
    const id = randomUUID()
    await cp(join(runs, place), join(runs, id), { recursive: true })
    const config = { ...kept.config, seed }
    const written = { ...kept, id, config, keptAt: kept.keptAt - seed * 1000 }
    await writeFile(join(runs, id, 'run.json'), JSON.stringify(written))
  }
}
