import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { below, type Figure, told } from '../figure'
import { withApp } from '../inside/open-app'
import { begin, turn, watch } from '../inside/turns'
import { median, quantile } from '../statistics'
import { tell } from '../tell'

/*
 * A process of its own: `node frames.js` says how often the page of the real app is drawn at the Learning tab while a training goes
 * flat out.
 */

const ROUNDS = 5
const TURN = 3000
/** Milliseconds: every frame of a screen with 60 of them a second. */
const MOST = 17

const large = { cell: 'lstm', hiddenUnits: 64, points: 50, batch: 16 } as const
tell(await frames('the lesson', withSettings(LESSON, { updates: 1_000_000 })))
tell(await frames('LSTM 64 / 50 / 16', withSettings(LESSON, { ...large, updates: 100_000 })))

function frames(name: string, config: RunConfig): Promise<Figure[]> {
  return withApp(config, async (app) => {
    await watch(app.page)
    await begin(app.page)
    const turns = []
    for (let round = 0; round < ROUNDS; round += 1) turns.push(await turn(app, 'learning', TURN))
    const all = turns.flatMap((each) => each.frames)
    return [
      below(MOST, `${name} flat out, from frame to frame, 19 of 20`, quantile(all, 0.95), 'ms'),
      told('  at most', Math.max(...all), 'ms'),
      told('  updates a second', median(turns.map(({ pace }) => pace)), '/s'),
      told('  processor time of the page, of one core', median(turns.map(({ page }) => page)), '%'),
    ]
  })
}
