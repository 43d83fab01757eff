import { LESSON_PACE } from '@contract/run/pace'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { below, type Figure, told } from '../figure'
import { withApp } from '../inside/open-app'
import { type Turn, turn, watch } from '../inside/turns'
import { quantile } from '../statistics'

const TURN = 4000
/** The most that an experiment may have, so that it goes on for as long as is measured. */
const SEEDS = 200

/**
 * How often the page is drawn while the lesson trains at its own pace, without and with an experiment that is made beside it.
 *
 * @param most milliseconds from frame to frame, 19 times of 20
 */
export function besideLesson(most: number): Promise<Figure[]> {
  return withApp(withSettings(LESSON, { updates: 10_000 }), async (app) => {
    const { page } = app
    await page.getByTestId('pace').selectOption(`${LESSON_PACE}`)
    await page.getByTestId('start-pause').click()
    await watch(page)
    await page.waitForFunction(() => window.benchSeen.updates > 20, undefined, { timeout: 120_000 })
    const alone = await turn(app, 'learning', TURN)
    await page.getByTestId('tab-runs').click()
    await page.locator('label', { has: page.getByTestId('runs-view-experiments') }).click()
    await page.getByTestId('experiment-seeds').fill(`${SEEDS}`)
    await page.getByTestId('start-experiment').click()
    await page.getByTestId('seeds-plot').waitFor({ timeout: 120_000 })
    const drawn = await turn(app, 'runs', TURN)
    const beside = await turn(app, 'learning', TURN)
    const progress = page.getByTestId('experiment-progress')
    await page.getByTestId('tab-runs').click()
    const isMaking = !/Finished/.test((await progress.textContent()) ?? '')
    if (!isMaking) throw new Error('the experiment was made before its turn was over')
    const frames = ({ frames }: Turn) => quantile(frames, 0.95)
    return [
      told('the lesson at its own pace, from frame to frame, 19 of 20', frames(alone), 'ms'),
      below(most, '  with an experiment beside it', frames(beside), 'ms'),
      told('  while the experiment is looked at', frames(drawn), 'ms'),
      told('  updates a second, with an experiment beside it', beside.pace, '/s'),
    ]
  })
}
