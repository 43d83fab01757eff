import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { mersenneTwister } from '../../../main/trainer/random/mersenne-twister'
import { drawInteger } from '../../../main/trainer/random/numpy-randint'
import { below, type Figure, told } from '../figure'
import { figureLine } from '../figure-line'
import { median } from '../statistics'
import { opening } from './opening'
import { trainedLesson } from './trained'

/*
 * A process of its own: `node time.js [json]` says what it costs to be able to go back to any update of a run, how long it
 * takes to be there, and to open a run that was saved. A figure that breaks its bound ends it with 1.
 */

const ROUNDS = 15
const TURN = 400
const PLACES = 40

const figures = [
  keeping('the lesson', LESSON),
  keeping('LSTM of 64 units, 50 time steps, batch 16', large()),
  ...(await goingBack('the lesson', LESSON, 1_000_000, 80)),
  ...(await goingBack('LSTM of 64 units, 50 time steps, batch 16', large(), 10_000, 150)),
  ...(await opening(1_000_000, 1500)),
]
if (process.argv[2] === 'json') console.log(JSON.stringify({ figures }))
else for (const figure of figures) console.log(figureLine(figure))
process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1

function large(): RunConfig {
  return withSettings(LESSON, { cell: 'lstm', hiddenUnits: 64, points: 50, batch: 16 })
}

/** How much slower updates are with what a run keeps than without: turn about, the median of the ratios. */
function keeping(name: string, config: RunConfig): Figure {
  const [kept, free] = [trainedLesson(config, true), trainedLesson(config, false)]
  for (const each of [kept, free]) each.pace(TURN)
  const ratios = Array.from({ length: ROUNDS }, () => kept.pace(TURN) / free.pace(TURN))
  for (const each of [kept, free]) each.dispose()
  return below(
    10,
    `updates of ${name}, with what can be gone back to`,
    100 * (median(ratios) - 1),
    '% slower',
  )
}

/** Milliseconds from asking for a moment to having it, at places drawn from a seed. */
async function goingBack(name: string, config: RunConfig, updates: number, most: number): Promise<Figure[]> {
  const run = trainedLesson(config, true)
  run.until(updates)
  const random = mersenneTwister(1)
  const times: number[] = []
  let replayed = 0
  for (let i = 0; i < PLACES; i += 1) {
    const update = drawInteger(random, 1, updates + 1)
    const began = performance.now()
    const moment = await run.moments.at(update)
    times.push(performance.now() - began)
    if (!moment.ok) throw new Error(`update ${update} was refused: ${moment.error.text.id}`)
    replayed = Math.max(replayed, moment.value.replayed)
  }
  run.dispose()
  return [
    below(most, `to any of ${updates} updates of ${name}, at most`, Math.max(...times), 'ms'),
    told(`  in the middle`, median(times), 'ms'),
    told(`  updates that were made again, at most`, replayed, ''),
  ]
}
