import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { Page } from '@playwright/test'
import { type App, trainerReady } from '../../helpers/app'
import { below, type Figure, told } from '../figure'
import { withApp } from '../inside/open-app'
import { median } from '../statistics'
import { tell } from '../tell'

/*
 * A process of its own: `node pause.js` says how long it takes from a press on Pause to the frame in which the page says that it was
 * heard, to the trainer's word that the run stands still, and until the page shows that.
 */

/** Milliseconds: what a person takes for at once. */
const MOST = 50
const lstm = { cell: 'lstm', hiddenUnits: 64, points: 50, batch: 16, updates: 100_000 } as const
const largest = { ...lstm, layers: 4, hiddenUnits: 128, points: 200, batch: 64, updates: 1000 } as const

tell(await pauses('the lesson', withSettings(LESSON, { updates: 1_000_000 }), 40))
tell(await pauses('LSTM 64 / 50 / 16', withSettings(LESSON, lstm), 40))
tell(await pauses('LSTM 4 × 128 / 200 / 64', withSettings(LESSON, largest), 10))

/** Milliseconds from the press to the frame that says it was heard, to the trainer's word that the run stands, and to the frame that says so. */
type Paused = { readonly heard: number; readonly stands: number; readonly still: number }

declare global {
  /** In main: when the trainer last said that the run is paused, in milliseconds since 1970. */
  var pausedAt: number
}

/** Pauses a training that goes flat out, the first times while its update is being recorded. */
function pauses(name: string, config: RunConfig, times: number): Promise<Figure[]> {
  return withApp(config, async ({ electron, page }) => {
    await page.getByTestId('pace').selectOption('max')
    await trainerReady(page)
    await electron.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        const send = webContents.send.bind(webContents)
        webContents.send = (channel, ...told) => {
          if ((told[0] as { readonly phase?: string } | undefined)?.phase === 'paused')
            globalThis.pausedAt = Date.now()
          send(channel, ...told)
        }
      }
    })
    const all: Paused[] = []
    // Moments that are spread over whatever repeats itself: updates, calls, frames.
    for (let time = 0; time < times; time += 1)
      all.push(await pauseOnce({ electron, page }, 40 + ((time * 67) % 400)))
    const [heard, stands, still] = (['heard', 'stands', 'still'] as const).map((what) =>
      all.map((each) => each[what]),
    ) as [number[], number[], number[]]
    return [
      below(MOST, `${name} flat out, from Pause to the page saying so, at most`, Math.max(...heard), 'ms'),
      told('  in the middle', median(heard), 'ms'),
      told('  until the trainer has paused it, in the middle', median(stands), 'ms'),
      told('  until the trainer has paused it, at most', Math.max(...stands), 'ms'),
      told('  until the page shows it, in the middle', median(still), 'ms'),
      told('  until the page shows it, at most', Math.max(...still), 'ms'),
    ]
  })
}

/**
 * Starts the run and presses Pause so many milliseconds later. Time counts from the moment that the press reached Chromium's browser
 * process, which the event tells: a page that is too busy to take it in has not heard it.
 */
async function pauseOnce({ electron, page }: Pick<App, 'electron' | 'page'>, after: number): Promise<Paused> {
  const button = await page.getByTestId('start-pause').elementHandle()
  const box = await button?.boundingBox()
  if (!button || !box) throw new Error('the page has no button that starts and pauses')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  // Listened for before the start: a press is taken in before what Playwright asks for.
  const paused = await button.evaluateHandle((button) => {
    const phase = document.querySelector('[data-testid="status-phase"]')
    const paused = new Promise<Omit<Paused, 'stands'> & { readonly at: number }>((done) => {
      button.addEventListener('click', listen)
      function listen({ timeStamp }: Event) {
        if (button.textContent !== 'Pause') return
        button.removeEventListener('click', listen)
        requestAnimationFrame(() => look(timeStamp, null))
      }
      function look(pressed: number, heard: number | null) {
        const said = phase?.textContent ?? ''
        const now = performance.now() - pressed
        if (/^Paused/.test(said))
          done({ heard: heard ?? now, still: now, at: performance.timeOrigin + pressed })
        else requestAnimationFrame(() => look(pressed, heard ?? (/^Paus/.test(said) ? now : null)))
      }
    })
    return { paused }
  })
  await press(page)
  await page.waitForFunction((button) => button.textContent === 'Pause', button)
  await new Promise((go) => setTimeout(go, after))
  await press(page)
  const { at, ...seen } = await paused.evaluate(({ paused }) => paused)
  return { ...seen, stands: (await electron.evaluate(() => globalThis.pausedAt)) - at }
}

async function press(page: Page): Promise<void> {
  await page.mouse.down()
  await page.mouse.up()
}
