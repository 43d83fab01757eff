import type { ExperimentPlan, ExperimentRun, ExperimentRunEnd } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import { defer } from '../../base/deferred'
import type { JobSource } from './job'
import { createRunQueue, unmadeRun } from './run-queue'
import type { WorkerPool } from './worker-pool'

/** How the making of runs came to its end. `failed`: why not all could be made, in one sentence. */
export type MakingEnd =
  | { readonly kind: 'made' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly why: Text }

/** Runs that are being made. */
export type Making = {
  readonly ended: Promise<MakingEnd>
  /** Makes no more; ends when no worker is at it any more. */
  readonly stop: () => Promise<void>
}

export type MakeRunsOptions = {
  readonly plan: ExperimentPlan
  /** Those that need not be made, and how they ended. */
  readonly ended: ReadonlyMap<number, ExperimentRunEnd>
  readonly pool: Pick<WorkerPool, 'add' | 'remove' | 'wake'>
  /** Some runs have come to their ends, in the order in which they are kept. */
  readonly onRuns: (runs: readonly ExperimentRun[]) => void
}

/** Lets a pool make what is missing of a plan. */
export function makeRuns({ plan, ended, pool, onRuns }: MakeRunsOptions): Making {
  const queue = createRunQueue(plan, ended)
  const done = defer<MakingEnd>()
  let isOver = false

  function over(how: MakingEnd): Promise<void> {
    if (isOver) return Promise.resolve()
    isOver = true
    const removed = pool.remove(source)
    done.resolve(how)
    return removed
  }

  function take(runs: readonly ExperimentRun[]) {
    if (isOver) return
    if (runs.length > 0) onRuns(runs)
    if (queue.left() === 0) void over({ kind: 'made' })
  }

  const source: JobSource = {
    waiting: queue.waiting,
    next: queue.next,
    back: queue.back,
    made: (_job, run) => take(queue.take(run)),
    lost: ({ index }) => take(queue.take(unmadeRun(index, 'failed'))),
    refused: (_job, why) => void over({ kind: 'failed', why }),
    deserted: (why) => void over({ kind: 'failed', why }),
  }
  take(queue.unmade)
  if (!isOver) pool.add(source, 'last')
  return { ended: done.promise, stop: () => over({ kind: 'stopped' }) }
}
