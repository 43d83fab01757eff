import type { Pace } from '@contract/run/pace'
import type { RunConfig } from '@contract/settings/run-config'
import type { Page } from '@playwright/test'
import { trainerReady } from '../../helpers/app'
import { withApp } from '../inside/open-app'

/**
 * Milliseconds from a press on Start to the frame after the page has heard of its run's first update. Every time in an app that
 * was just started: nothing is recorded, and TensorFlow has computed nothing yet.
 */
export async function firstUpdates(config: RunConfig, pace: Pace, rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1)
    times.push(
      await withApp(config, async ({ page }) => {
        await page.getByTestId('pace').selectOption(`${pace}`)
        await trainerReady(page)
        return firstUpdate(page)
      }),
    )
  return times
}

function firstUpdate(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const stop = window.unroll.on.updates(() => {
          stop()
          requestAnimationFrame(() => done(performance.now() - began))
        })
        const began = performance.now()
        document.querySelector<HTMLElement>('[data-testid="start-pause"]')?.click()
      }),
  )
}
