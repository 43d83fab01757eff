import type { ExperimentRun } from '@contract/experiment/experiment'
import { text } from '@contract/language/texts'
import { whyNotWritten } from '../runs/run-troubles'
import { type Making, type MakingEnd, makeRuns } from './pool/make-runs'
import type { WorkerPool } from './pool/worker-pool'
import type { KeptExperiment } from './store/experiment-store'

/** Whose runs are made, and who hears of those that are on the disk. */
export type KeptMakingOptions = {
  readonly experiment: KeptExperiment
  readonly pool: Pick<WorkerPool, 'add' | 'remove' | 'wake'>
  /** A run that has been made already, as an estimate has it. */
  readonly known: ExperimentRun | null
  readonly onKept: (runs: readonly ExperimentRun[]) => void
}

/**
 * Makes what is missing of an experiment, those that failed too, and keeps each run before anybody hears of it. It ends when all is
 * on the disk itself.
 */
export function makeAndKeep({ experiment, pool, known, onKept }: KeptMakingOptions): Making {
  const file = experiment.runs()
  let unwritten: readonly ExperimentRun[] = []
  let writing: Promise<void> = Promise.resolve()
  let isWriting = false
  let fault: MakingEnd | null = null

  async function writeAll() {
    isWriting = true
    while (unwritten.length > 0 && fault === null) {
      const runs = unwritten
      unwritten = []
      try {
        await file.append(runs)
        onKept(runs)
      } catch (error) {
        fault = { kind: 'failed', why: text('experimentRuns.notWritten', { why: whyNotWritten(error) }) }
        void making?.stop()
      }
    }
    isWriting = false
  }

  function keep(runs: readonly ExperimentRun[]) {
    unwritten = [...unwritten, ...runs]
    if (!isWriting) writing = writeAll()
  }

  async function settled(how: MakingEnd): Promise<MakingEnd> {
    await writing
    if (fault) return fault
    if (how.kind === 'failed')
      return { kind: 'failed', why: text('experimentRuns.stopped', { why: how.why }) }
    try {
      await file.settle()
    } catch (error) {
      return { kind: 'failed', why: text('experimentRuns.notWritten', { why: whyNotWritten(error) }) }
    }
    return how
  }

  const ended = new Map([...file.ends()].filter(([, end]) => end !== 'failed'))
  if (known && !ended.has(known.index)) {
    keep([known])
    ended.set(known.index, known.end)
  }
  let making: Making | null = null
  making = makeRuns({ plan: experiment.plan, ended, pool, onRuns: keep })
  return { ended: making.ended.then(settled), stop: making.stop }
}
