import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, endTour, launchApp } from '../../helpers/app'
import { below, type Figure, told } from '../figure'
import { median } from '../statistics'
import { scrolled } from './scrolled'

const ROUNDS = 5

/**
 * How long the real app takes, where so many runs are kept, from a press on the Runs tab to the frame after its first rows,
 * and how smoothly they scroll.
 *
 * @param most milliseconds that the first press may take
 * @param mostFrame milliseconds from frame to frame while they are scrolled, 19 times of 20
 */
export async function listed(count: number, most: number, mostFrame: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'unroll-bench-'))
  try {
    const data = join(folder, 'data')
    await endTour(data)
    await withApp(data, keepOne)
    await multiply(join(data, 'runs'), count)
    return await withApp(data, async ({ page }) => {
      await page.getByTestId('tab-runs').waitFor()
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        times.push(await openRuns(page))
        await page.getByTestId('tab-learning').click()
      }
      await openRuns(page)
      return [
        below(
          most,
          `${count} runs that are kept, from a press on Runs to the first rows`,
          times[0] ?? 0,
          'ms',
        ),
        told('  again', median(times.slice(1)), 'ms'),
        ...(await scrolled(page, mostFrame)),
      ]
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function withApp<Found>(data: string, look: (app: App) => Promise<Found>): Promise<Found> {
  const app = await launchApp(data)
  try {
    return await look(app)
  } finally {
    await app.close()
  }
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
    const config = { ...kept.config, network: { ...kept.config.network, seed } }
    const written = { ...kept, id, config, keptAt: kept.keptAt - seed * 1000 }
    await writeFile(join(runs, id, 'run.json'), JSON.stringify(written))
  }
}

/** Milliseconds, as the page has them. */
function openRuns(page: App['page']): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const from = performance.now()
        document.querySelector<HTMLElement>('[data-testid="tab-runs"]')?.click()
        const look = () =>
          requestAnimationFrame(
            document.querySelector('[data-testid="run-row"]') ? () => done(performance.now() - from) : look,
          )
        look()
      }),
  )
}
