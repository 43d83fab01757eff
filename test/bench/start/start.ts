import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LESSON_PACE, PACES } from '@contract/run/pace'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { endTour } from '../../helpers/app'
import { below, type Figure, told } from '../figure'
import { keepRuns } from '../many/kept-runs'
import { spreadOf } from '../statistics'
import { tell } from '../tell'
import { firstUpdates } from './first-updates'
import { type Started, startOnce } from './started'

/*
 * A process of its own: `node start.js` says how long a person waits for the real app: for its window, until a run can be
 * started, and from Start to the first update on the page.
 */

const ROUNDS = 9
/** Of what takes many seconds. */
const FEW_ROUNDS = 3
const RUNS = 1000

await starting('a start of the app', async () => {})
await starting(`a start with ${RUNS} runs that are kept`, (data) => keepRuns(data, RUNS))
for (const pace of PACES) {
  const speed = pace === 'max' ? 'flat out' : `${pace} a second`
  const times = await firstUpdates(LESSON, pace, ROUNDS)
  tell(spread(150, `from Start to the first update of the lesson, ${speed}`, times))
}
const large = withSettings(LESSON, { cell: 'lstm', layers: 4, hiddenUnits: 128, points: 200, batch: 64 })
for (const pace of [LESSON_PACE, 'max'] as const) {
  const speed = pace === 'max' ? 'flat out' : `${pace} a second`
  const times = await firstUpdates(large, pace, FEW_ROUNDS)
  tell(spread(null, `from Start to the first update of an LSTM 4 × 128 / 200 / 64, ${speed}`, times))
}

async function starting(name: string, prepare: (dataFolder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'unroll-bench-'))
  try {
    const data = join(folder, 'data')
    await endTour(data)
    await prepare(data)
    const starts: Started[] = []
    for (let round = 0; round < ROUNDS; round += 1) starts.push(await startOnce(data))
    const of = (what: keyof Started) => starts.map((start) => start[what])
    tell(spread(1000, `${name}, to its window`, of('shown')))
    tell(spread(2500, `${name}, to Start`, of('ready')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The median, which may be held to a bound, and beside it the worst. */
function spread(most: number | null, what: string, times: readonly number[]): Figure[] {
  const { median, most: worst } = spreadOf(times)
  const middle = most === null ? told(what, median, 'ms') : below(most, what, median, 'ms')
  return [middle, told('  at most', worst, 'ms')]
}
