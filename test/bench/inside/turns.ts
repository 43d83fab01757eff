import type { Page } from '@playwright/test'
import type { App } from '../../helpers/app'

/** What a page was told and when, see `watch`. Times are milliseconds of the page's clock. */
type Seen = { updates: number; at: number; frames: number[] }

declare global {
  interface Window {
    benchSeen: Seen
  }
}

/** What a page went through in some seconds. */
export type Turn = {
  /** Updates a second. */
  readonly pace: number
  /** Milliseconds from each frame to the next. */
  readonly frames: readonly number[]
  /** Microseconds of the processor that the trainer took for an update: others who use it do not count. */
  readonly trainer: number
  /** Part of one core that the page took, in percent. */
  readonly page: number
}

/** How long a tab stands before its turn: what it costs to be shown at all is none of its cost while it stands. */
const SETTLING = 500
/** No turn goes on for longer without news of an update. */
const LONGEST = 30_000

/** Lets the page write down the updates that it is told of, and its frames. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen = { updates: 0, at: 0, frames: [] }
    window.benchSeen = seen
    window.unroll.on.updates(({ firstUpdate, losses }) => {
      seen.updates = firstUpdate + losses.length - 1
      seen.at = performance.now()
    })
    let last = performance.now()
    const frame = (now: number) => {
      seen.frames.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

/** Trains a run from its beginning, and waits until it is at its pace: until the graph that it needs is recorded. */
export async function begin(page: Page): Promise<void> {
  await page.getByTestId('start-pause').click()
  await page.waitForFunction(() => window.benchSeen.updates > 200, undefined, { timeout: 120_000 })
  await page.waitForTimeout(3000)
}

/** Puts the run aside for a new one of the same settings. */
export async function beginAgain(page: Page): Promise<void> {
  await page.getByTestId('start-pause').click()
  await page.getByTestId('reset').click()
  await page.waitForFunction(() => window.unrollHistory.updates() === 0)
  await page.evaluate(() => {
    window.benchSeen.updates = 0
  })
  await begin(page)
}

/** Shows a tab, and measures how the training goes meanwhile. */
export async function turn(
  app: App,
  tab: 'learning' | 'inside' | 'runs',
  milliseconds: number,
): Promise<Turn> {
  const { page } = app
  await page.getByTestId(`tab-${tab}`).click()
  await page.waitForTimeout(SETTLING)
  const from = { ...(await nextNews(page)), ...(await processorSeconds(app)) }
  await page.waitForTimeout(milliseconds)
  const to = { ...(await nextNews(page)), ...(await processorSeconds(app)) }
  const [updates, time] = [to.updates - from.updates, to.at - from.at]
  if (updates <= 0) throw new Error('the run came to its end before its turn did')
  return {
    pace: (1000 * updates) / time,
    frames: to.frames,
    trainer: (1e6 * (to.trainer - from.trainer)) / updates,
    page: (100_000 * (to.page - from.page)) / time,
  }
}

/** What both processes have taken since they began. */
async function processorSeconds({ electron }: App): Promise<{ trainer: number; page: number }> {
  const metrics = await electron.evaluate(({ app }) => app.getAppMetrics())
  const seconds = (found?: (typeof metrics)[number]) => found?.cpu.cumulativeCPUUsage ?? Number.NaN
  return {
    trainer: seconds(metrics.find(({ name }) => name === 'Unroll trainer')),
    page: seconds(metrics.find(({ type }) => type === 'Tab')),
  }
}

/** Waits for an update, so that the time of the last one is known; tells the frames since it was asked before. */
function nextNews(page: Page): Promise<Seen> {
  return page.evaluate(async (longest) => {
    const { benchSeen: seen } = window
    const [before, began] = [seen.at, performance.now()]
    while (seen.at === before) {
      if (performance.now() - began > longest) throw new Error('no update came')
      await new Promise(requestAnimationFrame)
    }
    return { ...seen, frames: seen.frames.splice(0) }
  }, LONGEST)
}
