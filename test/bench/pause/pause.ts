import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { Page } from '@playwright/test'
import { trainerReady } from '../../helpers/app'
import { below, type Figure, told } from '../figure'
import { withApp } from '../inside/open-app'
import { median } from '../statistics'
import { tell } from '../tell'

/*
 * A process of its own: `node pause.js` says how long it takes from a press on Pause to the frame in which the page says that it was
 * heard, and until the run stands still.
 */

/** Milliseconds: what a person takes for at once. */
const MOST = 50
const lstm = { cell: 'lstm', hiddenUnits: 64, points: 50, batch: 16, updates: 100_000 } as const
const largest = { ...lstm, layers: 4, hiddenUnits: 128, points: 200, batch: 64, updates: 1000 } as const

tell(await pauses('the lesson', withSettings(LESSON, { updates: 1_000_000 }), 40))
tell(await pauses('LSTM 64 / 50 / 16', withSettings(LESSON, lstm), 40))
tell(await pauses('LSTM 4 × 128 / 200 / 64', withSettings(LESSON, largest), 10))

type Paused = { readonly heard: number; readonly still: number }

/** Pauses a training that goes flat out, the first times while its update is being recorded. */
function pauses(name: string, config: RunConfig, times: number): Promise<Figure[]> {
  return withApp(config, async ({ page }) => {
    await page.getByTestId('pace').selectOption('max')
    await trainerReady(page)
    const all: Paused[] = []
    // Moments that are spread over whatever repeats itself: updates, calls, frames.
    for (let time = 0; time < times; time += 1) all.push(await pauseOnce(page, 40 + ((time * 67) % 400)))
    const [heard, still] = [all.map((each) => each.heard), all.map((each) => each.still)]
    return [
      below(MOST, `${name} flat out, from Pause to the page saying so, at most`, Math.max(...heard), 'ms'),
      told('  in the middle', median(heard), 'ms'),
      told('  until the run stands still, in the middle', median(still), 'ms'),
      told('  until the run stands still, at most', Math.max(...still), 'ms'),
    ]
  })
}

/**
 * Starts the run and pauses it so many milliseconds later. Time counts from when the press was due: a page that is too busy to take it
 * in has not heard it.
 */
function pauseOnce(page: Page, after: number): Promise<Paused> {
  return page.evaluate(
    (wait) =>
      new Promise<Paused>((done) => {
        const button = document.querySelector<HTMLButtonElement>('[data-testid="start-pause"]')
        const phase = document.querySelector('[data-testid="status-phase"]')
        if (!button || !phase) throw new Error('the page has no button that starts and pauses')
        let due = 0
        let heard: number | null = null
        const look = () => {
          const said = phase.textContent ?? ''
          const now = performance.now() - due
          if (heard === null && /^Paus/.test(said)) heard = now
          if (heard === null || !/^Paused/.test(said)) requestAnimationFrame(look)
          else done({ heard, still: now })
        }
        const press = () => {
          button.click()
          requestAnimationFrame(look)
        }
        const pressLater = () => {
          if (button.textContent !== 'Pause') return requestAnimationFrame(pressLater)
          due = performance.now() + wait
          setTimeout(press, wait)
        }
        button.click()
        pressLater()
      }),
    after,
  )
}
