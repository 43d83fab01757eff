import type { ExperimentEstimate, ExperimentPlan, ExperimentRun } from '@contract/experiment/experiment'
import { configOfRun, runCount } from '@contract/experiment/plan-runs'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { sameConfig } from '@contract/settings/settings'
import { defer } from '../base/deferred'
import type { Job, JobSource } from './pool/job'
import type { WorkerPool } from './pool/worker-pool'
import { encodeRun } from './store/run-frame'

/** Says what experiments will take, by their first runs. */
export type Estimates = {
  /** A newer one calls it off. Fails where the run cannot be made. */
  readonly of: (plan: ExperimentPlan) => Promise<Result<ExperimentEstimate>>
  /** Calls off what is under way. */
  readonly cancel: () => void
  /** The first run of a plan, where it is the one that was made last for an estimate. */
  readonly known: (plan: ExperimentPlan) => ExperimentRun | null
}

function firstOf(plan: ExperimentPlan): Job {
  return { index: 0, config: configOfRun(plan, 0), shown: plan.kind === 'race' ? 'all' : 'last' }
}

/** Nothing is known yet. */
export function createEstimates(pool: Pick<WorkerPool, 'add' | 'remove' | 'size'>): Estimates {
  let last: { readonly job: Job; readonly run: ExperimentRun } | null = null
  let callOff: () => void = () => {}

  function known(plan: ExperimentPlan): ExperimentRun | null {
    const { config, shown } = firstOf(plan)
    return last?.job.shown === shown && sameConfig(last.job.config, config) ? last.run : null
  }

  /** Makes the first run, before all runs that wait. */
  function make(job: Job): Promise<Result<ExperimentRun>> {
    const made = defer<Result<ExperimentRun>>()
    let isGiven = false
    const over = (how: Result<ExperimentRun>) => {
      if (how.ok) last = { job, run: how.value }
      made.resolve(how)
      void pool.remove(source)
    }
    const source: JobSource = {
      waiting: () => (isGiven ? 0 : 1),
      next: () => {
        if (isGiven) return null
        isGiven = true
        return job
      },
      back: () => {
        isGiven = false
      },
      made: (_job, run) => over(ok(run)),
      refused: (_job, why) => over(fail('no-run', why)),
      lost: () => over(fail('no-run', text('experimentRuns.lost'))),
      deserted: (why) => over(fail('trainer-gone', why)),
    }
    callOff = () => over(fail('no-run', text('experimentRuns.calledOff')))
    pool.add(source, 'first')
    return made.promise
  }

  return {
    of: async (plan) => {
      callOff()
      const run = known(plan)
      const made = run ? ok(run) : await make(firstOf(plan))
      if (!made.ok) return made
      const runs = runCount(plan)
      const workers = Math.min(pool.size(), runs)
      const secondsPerRun = made.value.seconds
      return ok({
        ...{ runs, secondsPerRun, workers },
        seconds: (secondsPerRun * runs) / workers,
        bytes: encodeRun(made.value).byteLength * runs,
      })
    },
    cancel: () => callOff(),
    known,
  }
}
