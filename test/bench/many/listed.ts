import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, endTour, launchApp } from '../../helpers/app'
import { below, type Figure, told } from '../figure'
import { median } from '../statistics'
import { keepRuns } from './kept-runs'
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
    await keepRuns(data, count)
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
