import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { createExperiments } from '../../../../main/experiments/experiments'
import { startNodeWorker } from '../../../../main/experiments/pool/node-worker'
import { createWorkerPool } from '../../../../main/experiments/pool/worker-pool'
import { openExperimentStore } from '../../../../main/experiments/store/experiment-store'
import { seedsPlan } from '../plans'

/*
 * Makes an experiment as the app does, or goes on with the one that it finds, until it is killed. One line of JSON on standard
 * output for each thing that the page would be told.
 */

/** What is told. */
export type Line =
  | { readonly kind: 'found'; readonly made: number | null; readonly told: readonly string[] }
  /** Runs that are made, and the processes that may be making others. */
  | { readonly kind: 'made'; readonly runs: readonly number[]; readonly workers: readonly number[] }
  | { readonly kind: 'phase'; readonly phase: string }

const [folder = '', worker = '', count = '0'] = process.argv.slice(2)
const say = (line: Line) => process.stdout.write(`${JSON.stringify(line)}\n`)
const told: string[] = []
const log = { info: () => {}, error: () => {} }
const workers: number[] = []
const later = (action: () => void, milliseconds: number) => void setTimeout(action, milliseconds).unref()

const store = openExperimentStore(folder, { log, tell: (text) => told.push(inEnglish(text)) })
const pool = createWorkerPool({
  make: () => startNodeWorker(worker, [join(folder, 'series')], process.env, (pid) => workers.push(pid)),
  ...{ size: 2, later, log },
})
const experiments = createExperiments({
  ...{ store, pool, cores: 2, now: () => performance.now(), date: () => 0, later, log },
  onChanged: ([newest]) => say({ kind: 'phase', phase: newest?.phase ?? 'none' }),
  onMade: ({ runs }) => say({ kind: 'made', runs: runs.map(({ index }) => index), workers }),
  onFailure: (why) => told.push(inEnglish(why)),
})
await experiments.opened
const [newest] = experiments.list()
say({ kind: 'found', made: newest?.made ?? null, told })
// One that was killed when all had been made has nothing left, and nothing more to tell.
if (newest?.phase === 'finished') say({ kind: 'phase', phase: newest.phase })
else if (newest) experiments.resume(newest.id)
else await experiments.start(seedsPlan(Number(count)))
