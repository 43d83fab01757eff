import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { ExperimentPlan, ExperimentRun } from '@contract/experiment/experiment'
import { withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { makeRuns } from '../../../../main/experiments/pool/make-runs'
import { startNodeWorker } from '../../../../main/experiments/pool/node-worker'
import { createWorkerPool } from '../../../../main/experiments/pool/worker-pool'
import { openExperimentStore } from '../../../../main/experiments/store/experiment-store'
import { tensorflowSettings } from '../../../../scripts/cli/run-cli.mjs'
import { bundleForNode } from '../../../../scripts/launch/bundle.mjs'
import { isLong } from '../../../helpers/long'
import { SMALL, seedsPlan, sweepPlan } from '../plans'
import type { Line } from './victim'

const root = resolve(import.meta.dirname, '../../../..')
const env = { ...process.env, ...tensorflowSettings }
const log = { info: () => {}, error: () => {} }
const later = (action: () => void, milliseconds: number) => void setTimeout(action, milliseconds).unref()
/** Runs of the experiment that is killed, each time after so many more; every start loads TensorFlow anew. */
const RUNS = isLong ? 24 : 9
const KILLED_AFTER = 4
/** Milliseconds for the processes of one test. */
const LIMIT = 300_000
let programs: string

beforeAll(async () => {
  // In the project, where its packages are found.
  programs = mkdtempSync(join(root, 'node_modules/.unroll-killed-'))
  const entries = { worker: 'main/trainer/many/process.ts', victim: 'test/main/experiments/killed/victim.ts' }
  await bundleForNode(root, programs, entries)
}, 60_000)
afterAll(() => rmSync(programs, { recursive: true, force: true }))

/** Makes a plan with so many workers; `onWorker` hears of each process, `onRuns` of what is made by then. */
async function makeWith(
  plan: ExperimentPlan,
  size: number,
  ears: { onWorker?: (pid: number) => void; onRuns?: (made: number) => void } = {},
): Promise<readonly ExperimentRun[]> {
  const make = () => startNodeWorker(join(programs, 'worker.js'), [], env, ears.onWorker)
  const pool = createWorkerPool({ ...{ make, size, later, log } })
  onTestFinished(pool.end)
  const runs: ExperimentRun[] = []
  const making = makeRuns({
    ...{ plan, ended: new Map(), pool },
    onRuns: (some) => {
      runs.push(...some)
      ears.onRuns?.(runs.length)
    },
  })
  expect(await making.ended).toEqual({ kind: 'made' })
  pool.end()
  return runs
}

/** All of a run that no clock decides, to the last bit, by its place. */
function numbersOf(runs: readonly ExperimentRun[]) {
  const bits = (row: Float32Array) => Buffer.from(row.slice().buffer).toString('hex')
  return Object.fromEntries(
    runs.map(({ seconds: _, shown, losses, validationLosses, index, ...rest }) => [
      index,
      {
        ...rest,
        losses: bits(losses),
        validationLosses: bits(validationLosses),
        shown: shown.map(({ at: __, targets, predictions, ...place }) => {
          return { ...place, targets: bits(targets), predictions: bits(predictions) }
        }),
      },
    ]),
  )
}

describe('workers side by side', () => {
  it(
    'make the same runs to the last bit as one alone, also where one is killed in the midst of it',
    async () => {
      const plan = sweepPlan(4, withSettings(SMALL, { updates: 100 }))
      const alone = await makeWith(plan, 1)
      const workers: number[] = []
      const together = await makeWith(plan, 2, {
        onWorker: (pid) => workers.push(pid),
        // The other one has a run under way.
        onRuns: (made) => {
          if (made === 3 || made === 7) process.kill(workers.at(-1) as number, 'SIGKILL')
        },
      })
      expect(alone).toHaveLength(12)
      expect(numbersOf(together)).toEqual(numbersOf(alone))
      expect(workers).toHaveLength(4)
    },
    LIMIT,
  )
})

/** What is told until so many runs are made, and then it is killed with SIGKILL; or until all are made. */
async function makeAndKill(folder: string, after: number) {
  const child = spawn(
    process.execPath,
    [join(programs, 'victim.js'), folder, join(programs, 'worker.js'), `${RUNS}`],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: Line[] = []
  const made = () => lines.flatMap((line) => (line.kind === 'made' ? line.runs : []))
  createInterface(child.stdout).on('line', (text) => {
    // The last line may be torn.
    if (!text.endsWith('}')) return
    const line = JSON.parse(text) as Line
    lines.push(line)
    if (made().length >= after || (line.kind === 'phase' && line.phase === 'finished')) child.kill('SIGKILL')
  })
  await once(child, 'close')
  const found = lines.find((line) => line.kind === 'found')
  const isFinished = lines.some((line) => line.kind === 'phase' && line.phase === 'finished')
  return { found, made: made(), isFinished }
}

describe('an app that is killed in the midst of an experiment', () => {
  it(
    'has every run that it told, and goes on to what it would have made',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'unroll-killed-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const told = new Set<number>()
      for (let isFinished = false; !isFinished; ) {
        const before = told.size
        const now = await makeAndKill(folder, KILLED_AFTER)
        expect(now.found?.told).toEqual([])
        // Those that were written when it was killed are there, too.
        if (before > 0) expect(now.found?.made).toBeGreaterThanOrEqual(before)
        for (const index of now.made) {
          expect(told.has(index), `run ${index} was made twice`).toBe(false)
          told.add(index)
        }
        isFinished = now.isFinished
      }
      const [kept] = openExperimentStore(folder, { log, tell: () => {} }).all()
      const runs: ExperimentRun[] = []
      for (;;) {
        const some = (await kept?.runs().read(runs.length)) ?? []
        if (some.length === 0) break
        runs.push(...some)
      }
      expect(numbersOf(runs)).toEqual(numbersOf(await makeWith(seedsPlan(RUNS), 1)))
      expect(runs).toHaveLength(RUNS)
    },
    LIMIT,
  )
})
