import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { constants, getPriority, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ExperimentRun } from '@contract/experiment/experiment'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { FromWorker, ToWorker } from '@contract/wire/worker-wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { madeSeries } from '../../../../main/trainer/data/made/made-series'
import { createShelf } from '../../../../main/trainer/data/shelf/shelf'
import { sha256Of } from '../../../../main/trainer/data/table/series-file'
import { bundleForNode } from '../../../../scripts/launch/bundle.mjs'
import { saying } from '../../../helpers/saying'
import { runInApp } from './run-in-app'

const root = resolve(import.meta.dirname, '../../../..')
let program: string
let seriesFolder: string
let child: ChildProcess
const heard: FromWorker[] = []

/** Small enough for a test, and with recordings of its own. */
const SMALL = withSettings(LESSON, { hiddenUnits: 4, points: 3, updates: 20 })

beforeAll(async () => {
  seriesFolder = mkdtempSync(join(tmpdir(), 'unroll-worker-'))
  // In the project, where its packages are found.
  program = mkdtempSync(join(root, 'node_modules/.unroll-worker-'))
  await bundleForNode(root, program, { worker: 'main/trainer/many/process.ts' })
  child = fork(join(program, 'worker.js'), [seriesFolder], { serialization: 'advanced' })
  child.on('message', (message) => heard.push(message as FromWorker))
  await until(() => heard.length > 0)
}, 60_000)
afterAll(() => {
  child.kill()
  for (const each of [program, seriesFolder]) rmSync(each, { recursive: true, force: true })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await once(child, 'message')
}

function post(message: ToWorker) {
  child.send(message)
}

function ask(job: number, config: RunConfig, shown: 'all' | 'last' = 'all') {
  post({ kind: 'run', job, index: 10 + job, config, shown })
}

function answerTo(job: number): FromWorker | undefined {
  return heard.find((message) => 'job' in message && message.job === job)
}

async function made(job: number): Promise<ExperimentRun> {
  await until(() => answerTo(job) !== undefined)
  const answer = answerTo(job)
  if (answer?.kind !== 'made') throw new Error(`job ${job} was not made`)
  return answer.run
}

/** A series on the shelf, as the app keeps it. */
async function shelved() {
  const series = madeSeries('sunspots', 1)
  const sha256 = sha256Of(series)
  const origin = { kind: 'table', name: 'mine.csv', sha256 } as const
  expect(await createShelf(seriesFolder).put(origin, series)).toBeNull()
  return origin
}

describe('a worker', () => {
  it('says that it is ready, and has the lowest priority', () => {
    expect(heard[0]).toEqual({ kind: 'ready' })
    if (process.platform === 'win32') return
    expect(getPriority(child.pid)).toBe(constants.priority.PRIORITY_LOW)
  })

  it('makes runs one after the other, each to the last bit what it is in the app', async () => {
    const configs = [1, 2, 3].map((seed) => withSettings(SMALL, { seed }))
    post({ kind: 'warm', config: SMALL })
    for (const [job, config] of configs.entries()) ask(job, config)
    for (const [job, config] of configs.entries()) {
      const { seconds, shown, stride, index, validationLoss, ...run } = await made(job)
      const inApp = await runInApp(config, createShelf(null).find, 'eager')
      expect({ ...run, shown: shown.map(({ at: _, ...window }) => window) }).toEqual(inApp)
      expect([index, stride, validationLoss]).toEqual([10 + job, 1, null])
      expect(seconds).toBe(shown.at(-1)?.at)
    }
    expect(heard.flatMap((each) => (each.kind === 'made' ? [each.job] : []))).toEqual([0, 1, 2])
  })

  it('finds a series on the shelf, and refuses a run of one that is gone', async () => {
    const origin = await shelved()
    const source = (sha256: string) => {
      const columns = { inputs: ['sunspots'], targets: ['sunspots'] }
      return { kind: 'series', origin: { ...origin, sha256 }, ...columns } as const
    }
    ask(20, withSettings(SMALL, { source: source('0'.repeat(64)), horizon: 1, window: 5 }))
    ask(21, withSettings(SMALL, { source: source(origin.sha256), horizon: 1, window: 5 }))
    expect(await made(21)).toMatchObject({ end: 'goal', updates: 20 })
    expect(answerTo(20)).toEqual({
      kind: 'refused',
      job: 20,
      why: saying(expect.stringMatching(/mine\.csv/)),
    })
  })

  it('gives up what is under way and what waits, and goes on with what comes then', async () => {
    ask(30, withSettings(SMALL, { updates: 300_000 }))
    ask(31, SMALL)
    post({ kind: 'drop' })
    ask(32, SMALL)
    await made(32)
    expect([answerTo(30), answerTo(31)]).toEqual([undefined, undefined])
    expect(heard.filter(({ kind }) => kind === 'dropped')).toHaveLength(1)
  })

  it('ends when whoever has started it is gone', async () => {
    const gone = once(child, 'exit')
    child.disconnect()
    expect(await gone).toEqual([0, null])
  })
})

describe.runIf(process.platform === 'linux')('the threads of TensorFlow in a worker', () => {
  it('have the lowest priority too', async () => {
    const other = fork(join(program, 'worker.js'), [seriesFolder], { serialization: 'advanced' })
    await once(other, 'message')
    other.send({ kind: 'run', job: 1, index: 0, config: SMALL, shown: 'last' } satisfies ToWorker)
    await once(other, 'message')
    const threads = `/proc/${other.pid}/task`
    const stats = readdirSync(threads).map((thread) => readFileSync(join(threads, thread, 'stat'), 'utf8'))
    other.kill()
    // How nice it is comes seventeenth behind the name in brackets, see proc(5).
    const niceness = stats
      .filter((stat) => stat.includes('(tf_'))
      .map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]))
    expect(niceness.length).toBeGreaterThan(0)
    expect([...new Set(niceness)]).toEqual([constants.priority.PRIORITY_LOW])
  })
})
