import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { mersenneTwister } from '../../../main/trainer/random/mersenne-twister'
import { drawInteger } from '../../../main/trainer/random/numpy-randint'
import { below, type Figure, told } from '../figure'
import { median } from '../statistics'
import { tell } from '../tell'
import { opening } from './opening'
import { trainedLesson } from './trained'

/*
 * A process of its own: `node time.js` says what it costs to be able to go back to any update of a run, how long it
 * takes to be there, and to open a run that was saved.
 */

const ROUNDS = 60
const TURN = 150
const PLACES = 300

tell([keeping('the lesson', LESSON)])
tell([keeping('LSTM of 64 units, 50 time steps, batch 16', large())])
tell(await goingBack('the lesson', LESSON, 1_000_000, 80))
tell(await goingBack('LSTM of 64 units, 50 time steps, batch 16', large(), 10_000, 150))
tell(await opening(1_000_000, 1500))

function large(): RunConfig {
  return withSettings(LESSON, { cell: 'lstm', hiddenUnits: 64, points: 50, batch: 16 })
}

/** How much more of the processor updates need with what a run keeps than without: turn about, the median of the ratios. */
function keeping(name: string, config: RunConfig): Figure {
  const [kept, free] = [trainedLesson(config, true), trainedLesson(config, false)]
  for (const each of [kept, free]) each.pace(2 * TURN)
  const ratios = Array.from({ length: ROUNDS }, (_, round) => {
    // Whoever comes second finds the other's numbers in the caches.
    if (round % 2 === 0) return kept.pace(TURN) / free.pace(TURN)
    const without = free.pace(TURN)
    return kept.pace(TURN) / without
  })
  for (const each of [kept, free]) each.dispose()
  return below(
    10,
    `updates of ${name}, with what can be gone back to`,
    100 * (median(ratios) - 1),
    '% slower',
  )
}

/**
 * Milliseconds from asking for a moment to having it: the first one while nothing is recorded for it, then at places drawn
 * from a seed, and at last where most updates have to be made again.
 */
async function goingBack(name: string, config: RunConfig, updates: number, most: number): Promise<Figure[]> {
  const run = trainedLesson(config, true)
  run.until(updates)
  const random = mersenneTwister(1)
  const anywhere = () => drawInteger(random, 1, updates + 1)
  const first = await taken(anywhere())
  await run.rest()
  const all: Awaited<ReturnType<typeof taken>>[] = []
  for (let i = 0; i < PLACES; i += 1) all.push(await taken(anywhere()))
  const worst = await taken(run.farthest())
  const kept = run.moments.kept()
  run.dispose()

  async function taken(update: number) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    const moment = await run.moments.at(update)
    const time = performance.now() - began
    const { user, system } = process.cpuUsage(before)
    if (!moment.ok) throw new Error(`update ${update} was refused: ${moment.error.text.id}`)
    return { time, processor: (user + system) / 1000, replayed: moment.value.replayed }
  }

  const at = (part: number, of: 'time' | 'processor' = 'time') => {
    const sorted = [...all, worst].map((each) => each[of]).sort((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] as number
  }
  return [
    below(most, `to any of ${updates} updates of ${name}, at most`, at(1), 'ms'),
    told('  19 of 20 of them', at(0.95), 'ms'),
    told('  in the middle', at(0.5), 'ms'),
    told('  of the processor, which others who use it do not add to, at most', at(1, 'processor'), 'ms'),
    told('    19 of 20 of them', at(0.95, 'processor'), 'ms'),
    told('    in the middle', at(0.5, 'processor'), 'ms'),
    told('  the farthest from a keyframe', worst.time, 'ms'),
    told('    made again for it', worst.replayed, 'updates'),
    told('  the first, before the run has rested', first.time, 'ms'),
    told('    made again for it', first.replayed, 'updates'),
    told('  keyframes', kept.updates.length, ''),
    told('    their size', kept.bytes / 1024 / 1024, 'MB'),
  ]
}
