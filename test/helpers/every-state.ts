import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import { expect } from '@playwright/test'
import { TOUR_STEPS } from '../../renderer/panels/tour/tour-steps'
import { type App, applyPreset, dropFiles, trainerPid, trainerReady, updatesSeen } from './app'
import { type Size, setWindow } from './layout'

/** As large as most windows are: the charts and the settings side by side. */
export const WIDE: Size = { width: 1280, height: 800, zoom: 1 }
/** Where everything that folds is folded. */
export const NARROW: Size = { width: 1280, height: 800, zoom: 2 }

/**
 * How a state is looked at: `whole`, in all windows; at a `glance`, where other states have shown most of it; `here`, in
 * the window as it is, where another size would end the state.
 */
export type Depth = 'whole' | 'glance' | 'here'

/** Looks at the state that the app is in, and leaves a wide, light window behind. */
export type Look = (state: string, depth: Depth) => Promise<void>

/**
 * Leads an app that has just started through every state that looks different, from the first start to the death of the
 * trainer, and lets each be looked at.
 *
 * @param folder for the file that is no weight file
 * @param language that the app speaks
 */
export async function throughEveryState(
  app: App,
  folder: string,
  language: Language,
  look: Look,
): Promise<void> {
  const { page, electron } = app
  const say = sayIn(language)
  const reaches = (phase: string) =>
    expect(page.locator('.status-phase')).toHaveAttribute('data-phase', phase)
  const choose = (item: string) =>
    electron.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), item)
  await trainerReady(page)
  await look('fresh', 'whole')

  await choose('show-shortcuts')
  await expect(page.getByTestId('shortcuts-dialog')).toBeVisible()
  await look('shortcuts', 'glance')
  await page.keyboard.press('Escape')

  await choose('show-tour')
  for (let stop = 1; stop <= TOUR_STEPS.length; stop += 1) {
    await expect(page.getByTestId('tour')).toContainText(
      say('tour.place', { stop, stops: TOUR_STEPS.length }),
    )
    await look(`tour ${stop}`, 'glance')
    await page.getByTestId('tour-next').click()
  }

  for (const group of ['data', 'optimiser']) await page.getByTestId(`group-${group}`).click()
  await page.getByTestId('points').fill('1')
  await look('a setting out of its limits', 'glance')
  await setWindow(app, NARROW, 'light')
  await page.getByTestId('open-settings').click()
  await look('settings open', 'whole')
  await page.getByTestId('points').press('Escape')
  await setWindow(app, NARROW, 'light')
  await page.getByTestId('close-settings').click()
  await page.getByTestId('file-menu').click()
  await expect(page.getByRole('menuitem')).toHaveCount(4)
  await look('file menu', 'here')
  await page.keyboard.press('Escape')
  await setWindow(app, WIDE, 'light')

  await page.getByTestId('pace').selectOption('1')
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(1)
  await look('training', 'whole')
  await page.getByTestId('start-pause').click()
  await reaches('paused')
  await look('paused', 'whole')
  await page.getByTestId('explain').click()
  await look('explained', 'glance')
  await page.getByTestId('back-to-curves').click()

  const broken = join(folder, 'data.npz')
  await writeFile(broken, 'month,passengers\n1949-01,112\n')
  await dropFiles(page, [broken])
  await expect(page.getByTestId('notice')).toBeVisible()
  await look('notice', 'whole')
  await page.getByTestId('dismiss-notice').click()

  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await reaches('finished')
  await page.getByTestId('toggle-reference').click()
  await page.getByTestId('toggle-gradient-norm').click()
  await expect(page.getByTestId('reference-difference')).not.toBeEmpty()
  await page.getByTestId('loss-chart').focus()
  for (const key of ['Home', 'PageDown', 'PageDown', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByTestId('rail-slider')).toHaveAttribute('aria-valuenow', '21')
  await look('finished', 'whole')

  await page.getByTestId('go-on-from-here').click()
  await expect(page.getByTestId('toggle-ghost-losses')).toBeVisible()
  await page.getByTestId('dismiss-set-aside').click()
  await page.getByTestId('learning-rate').fill('0.019')
  await page.getByTestId('learning-rate').press('Enter')
  await page.getByTestId('start-pause').click()
  await reaches('finished')
  await page.getByTestId('rail-update').fill('40')
  await page.getByTestId('rail-update').press('Enter')
  await expect(page.getByTestId('rail-comparison')).toContainText(/\d/)
  await look('a branch and its ghost', 'whole')
  await page.getByTestId('back-to-now').click()

  await page.getByTestId('export').click()
  await look('export dialog', 'whole')
  await page.keyboard.press('Escape')

  await page.getByTestId('open-data').click()
  await page.getByTestId('door-draw').check()
  await look('draw a curve', 'glance')
  await page.keyboard.press('Escape')
  const table = join(folder, 'data.csv')
  const months = Array.from(
    { length: 60 },
    (_, row) => `${String((row % 12) + 1).padStart(2, '0')}/03/${2000 + Math.floor(row / 12)}`,
  )
  await writeFile(
    table,
    `month;passengers;weather\n${months.map((month, row) => `${month};${row % 7},5;fair\n`).join('')}`,
  )
  await dropFiles(page, [table])
  await expect(page.getByTestId('data-questions')).toBeVisible()
  await look('a table to read', 'whole')
  await page.getByTestId('answer-time-0').check()
  await page.getByTestId('data-on').click()
  await expect(page.getByTestId('data-sentence')).toBeVisible()
  await look('what to learn', 'whole')
  await page.keyboard.press('Escape')

  await page.getByTestId('optimizer').selectOption('sgd')
  await page.getByTestId('learning-rate').fill('10')
  await page.getByTestId('cell').selectOption('rnn-relu')
  await page.getByTestId('reset').click()
  await expect(page.getByTestId('set-aside')).toBeVisible()
  await look('set aside', 'here')
  await page.getByTestId('dismiss-set-aside').click()
  await page.getByTestId('runs').click()
  await look('runs', 'whole')
  await page.getByTestId('runs-done').click()
  await page.getByTestId('setup-button').click()
  // Of the Lorenz system: more rows than any window has room for.
  await page
    .getByTestId('setup-written')
    .fill('U1.ACvRvVNXQ6QcM3xJB5JQUKIVS1xiRAe1Aiknvyg1rwoteKogwYMIDjTPw3xpZFoLAA')
  await expect(page.getByTestId('setup-changes')).toBeVisible()
  await look('setup code', 'whole')
  await page.getByTestId('setup-close').click()
  await page.getByTestId('start-pause').click()
  await reaches('diverged')
  await look('diverged', 'whole')

  await applyPreset(page, 'lorenz')
  await page.getByTestId('dismiss-set-aside').click()
  await look('series before', 'whole')
  await page.getByTestId('updates').fill('80')
  await page.getByTestId('updates').press('Enter')
  await page.getByTestId('start-pause').click()
  await reaches('finished')
  await look('series', 'whole')
  await page.getByTestId('tab-data').click()
  await look('series data', 'glance')
  await page.getByTestId('tab-learning').click()

  process.kill(await trainerPid(app), 'SIGKILL')
  await expect(page.getByTestId('trainer-gone')).toBeVisible()
  await look('trainer gone', 'whole')
}
