import type { Page } from '@playwright/test'
import { below, type Figure, told } from '../figure'
import { quantile } from '../statistics'

/** Turns of the wheel, each as far as a mouse's notch goes, one a frame at the most. */
const NOTCHES = 240
const NOTCH = 120

type Scrolling = { readonly frames: readonly number[]; readonly blank: number; readonly way: number }

declare global {
  interface Window {
    benchScrolling: { frames: number[]; blank: number; ends: boolean }
  }
}

/**
 * How often the page is drawn while the table of runs, which must be shown, is scrolled to its end by the wheel, and in how many
 * frames no row stood in the middle of it.
 *
 * @param most milliseconds from frame to frame, 19 times of 20
 */
export async function scrolled(page: Page, most: number): Promise<Figure[]> {
  const { frames, blank, way } = await scrolledThrough(page)
  return [
    below(
      most,
      '  scrolled through by the wheel, from frame to frame, 19 of 20',
      quantile(frames, 0.95),
      'ms',
    ),
    told('    the longest', Math.max(...frames), 'ms'),
    told('    frames without a row in the middle', (100 * blank) / frames.length, '%'),
    told('    pixels it went', way, 'px'),
  ]
}

async function scrolledThrough(page: Page): Promise<Scrolling> {
  const place = page.getByTestId('runs-table-place')
  await place.hover()
  await page.evaluate(() => {
    const seen = { frames: [] as number[], blank: 0, ends: false }
    window.benchScrolling = seen
    const place = document.querySelector('[data-testid="runs-table-place"]')
    if (!place) throw new Error('there is no table of runs')
    let last = performance.now()
    const frame = (now: number) => {
      seen.frames.push(now - last)
      last = now
      const { left, top, width, height } = place.getBoundingClientRect()
      const middle = document.elementFromPoint(left + width / 2, top + height / 2)
      if (!middle?.closest('[data-testid="run-row"]')) seen.blank += 1
      if (!seen.ends) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  for (let notch = 0; notch < NOTCHES; notch += 1) {
    await page.mouse.wheel(0, NOTCH)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  const { frames, blank } = await page.evaluate(() => {
    window.benchScrolling.ends = true
    return window.benchScrolling
  })
  const way = await place.evaluate((element) => element.scrollTop)
  if (way < NOTCHES) throw new Error(`the table was scrolled by ${way} pixels alone`)
  return { frames, blank, way }
}
