import type { ExperimentRun } from '@contract/experiment/experiment'
import { PRESETS } from '@contract/settings/presets'
import type { FromWorker, ToWorker } from '@contract/wire/worker-wire'
import { expect, it, vi } from 'vitest'
import { relayedWorkers } from '../../../../main/cli/sweep/relayed-workers'
import { relayWorkers } from '../../../../main/command-workers'
import type { Worker } from '../../../../main/experiments/pool/worker'

/** A worker of main's that does nothing by itself. */
function silentWorker() {
  let [tell, end] = [(_: FromWorker) => {}, (_: number | null) => {}]
  const worker: Worker = {
    post: vi.fn(),
    kill: vi.fn(),
    onMessage: (listener) => {
      tell = listener
    },
    onExit: (listener) => {
      end = listener
    },
  }
  return { worker, tell: (message: FromWorker) => tell(message), end: (code: number | null) => end(code) }
}

/** Both ends of the wire, with what crosses it copied as a process does. */
function connected(fork: (seriesFolder: string | null) => Worker) {
  const main = relayWorkers(fork, (message) => relayed.hear(structuredClone(message)))
  const relayed = relayedWorkers((message) => main(structuredClone(message)))
  return relayed.workers
}

it('starts workers in main, and passes on to each what is its own', () => {
  const made: ReturnType<typeof silentWorker>[] = []
  const folders: (string | null)[] = []
  const workers = connected((seriesFolder) => {
    const one = silentWorker()
    made.push(one)
    folders.push(seriesFolder)
    return one.worker
  })
  const [first, second] = [workers('/series')(), workers(null)()]
  expect(folders).toEqual(['/series', null])
  const [told, ended, other] = [vi.fn(), vi.fn(), vi.fn()]
  first.onMessage(told)
  first.onExit(ended)
  second.onMessage(other)
  second.onExit(other)
  const config = PRESETS[0]?.config as ToWorker extends { config: infer Config } ? Config : never
  const asked = { kind: 'run', job: 1, index: 7, config, shown: 'last' } as ToWorker
  first.post(asked)
  expect(made[0]?.worker.post).toHaveBeenCalledExactlyOnceWith(asked)
  expect(made[1]?.worker.post).not.toHaveBeenCalled()
  const run = { index: 7, losses: Float32Array.of(0.5, 0.25) } as unknown as ExperimentRun
  made[0]?.tell({ kind: 'made', job: 1, run })
  expect(told).toHaveBeenCalledExactlyOnceWith({ kind: 'made', job: 1, run })
  first.kill()
  expect(made[0]?.worker.kill).toHaveBeenCalledOnce()
  made[0]?.end(9)
  expect(ended).toHaveBeenCalledExactlyOnceWith(9)
  // Nobody is there any more.
  first.post(asked)
  first.kill()
  expect(made[0]?.worker.kill).toHaveBeenCalledOnce()
  expect(other).not.toHaveBeenCalled()
})

it('takes a worker that main cannot start for one that has ended', async () => {
  const relayed = relayedWorkers((message) => queueMicrotask(() => main(message)))
  const main = relayWorkers(
    () => {
      throw new Error('no more processes')
    },
    (message) => relayed.hear(message),
  )
  const worker = relayed.workers(null)()
  const code = await new Promise((resolve) => worker.onExit(resolve))
  expect(code).toBeNull()
})
