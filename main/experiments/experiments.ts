import type {
  ExperimentEstimate,
  ExperimentId,
  ExperimentPlan,
  ExperimentRun,
  ExperimentSummary,
} from '@contract/experiment/experiment'
import { configOfRun, runCount } from '@contract/experiment/plan-runs'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { ExperimentEvents } from '@contract/wire/experiment-requests'
import type { Log } from '../base/log'
import { isSystemError } from '../disk/system-error'
import type { Ask } from '../host/trainer-host'
import { whyNotWritten } from '../runs/run-troubles'
import { createEstimates } from './estimate'
import { makeAndKeep } from './kept-making'
import type { Making, MakingEnd } from './pool/make-runs'
import type { WorkerPool } from './pool/worker-pool'
import type { ExperimentStore, KeptExperiment } from './store/experiment-store'
import { createToldRuns } from './told-runs'

/** The experiments that are kept, and the making of their runs: one experiment after the other. */
export type Experiments = {
  /** Ends when it is known how far each is that was found on the disk. */
  readonly opened: Promise<void>
  /** Newest first; none of those that were deleted. */
  readonly list: () => readonly ExperimentSummary[]
  readonly estimate: (plan: ExperimentPlan) => Promise<Result<ExperimentEstimate>>
  readonly start: (plan: ExperimentPlan) => Promise<Result<ExperimentId>>
  readonly stop: (id: ExperimentId) => Promise<Result<void>>
  readonly resume: (id: ExperimentId) => Result<void>
  readonly remove: (id: ExperimentId) => Promise<Result<void>>
  readonly restore: (id: ExperimentId) => Result<void>
  readonly runs: (id: ExperimentId, from: number) => Promise<Result<readonly ExperimentRun[]>>
  readonly open: (id: ExperimentId, index: number, update: number, ask: Ask) => Promise<Result<void>>
  readonly warm: (plan: ExperimentPlan) => void
  /** Removes for good what was deleted. */
  readonly forgetDeleted: () => Promise<void>
  /** The visible run trains, or rests: it has a core of its own. */
  readonly setTraining: (trains: boolean) => void
  /** Ends the workers; what is made is on the disk. */
  readonly end: () => Promise<void>
}

export type ExperimentsOptions = {
  readonly store: ExperimentStore
  readonly pool: WorkerPool
  /** Cores of the machine. */
  readonly cores: number
  /** Milliseconds since some fixed moment: a clock that nobody sets. */
  readonly now: () => number
  /** The clock on the wall. */
  readonly date: () => number
  readonly later: (action: () => void, milliseconds: number) => void
  readonly onChanged: (list: ExperimentEvents['experimentsChanged']) => void
  readonly onMade: (made: ExperimentEvents['experimentRunsMade']) => void
  /** A sentence that a person must know: nothing was asked for that it could answer. */
  readonly onFailure: (why: Text) => void
  readonly log: Log
}

/** Workers that have a core each, beside a run that trains. */
export function workersFor(cores: number, trains: boolean): number {
  return Math.max(1, trains ? cores - 1 : cores)
}

/** Nothing is made before it is asked for: what was being made when the app ended is stopped. */
export function createExperiments(options: ExperimentsOptions): Experiments {
  const { store, pool, cores, now, date, later, onChanged, onMade, onFailure, log } = options
  const estimates = createEstimates(pool)
  /** Deleted, and still there. */
  const deleted = new Set<ExperimentId>()
  /** Those whose runs are made, and those that wait for that, in turn. */
  let turns: readonly KeptExperiment[] = []
  let making: { readonly experiment: KeptExperiment; readonly by: Making } | null = null
  let known: ExperimentRun | null = null

  function summaryOf(experiment: KeptExperiment): ExperimentSummary {
    const { id, plan, begunAt, runs } = experiment
    const ends = [...runs().ends().values()]
    const failed = ends.filter((end) => end === 'failed').length
    const phase = turns.includes(experiment)
      ? 'running'
      : ends.length < runCount(plan)
        ? 'stopped'
        : 'finished'
    return { id, plan, phase, made: ends.length, failed, bytes: runs().bytes(), begunAt }
  }

  function list(): readonly ExperimentSummary[] {
    return store
      .all()
      .filter(({ id }) => !deleted.has(id))
      .map(summaryOf)
  }

  const tell = () => onChanged(list())

  function find(id: ExperimentId): Result<KeptExperiment> {
    const found = deleted.has(id) ? undefined : store.find(id)
    return found ? ok(found) : fail('no-run', text('experimentRuns.gone'))
  }

  /** Begins with the next experiment, where none is being made. */
  function goOn() {
    const [experiment] = turns
    if (!experiment || making) return
    const told = createToldRuns(
      (runs) => onMade({ id: experiment.id, runs, made: experiment.runs().count() }),
      now,
      later,
    )
    const by = makeAndKeep({ experiment, pool, known, onKept: told.add })
    known = null
    making = { experiment, by }
    void by.ended.then((how) => {
      told.flush()
      over(experiment, how)
    })
  }

  function over(experiment: KeptExperiment, how: MakingEnd) {
    making = null
    turns = turns.filter((other) => other !== experiment)
    if (how.kind === 'failed') onFailure(how.why)
    tell()
    goOn()
  }

  async function stop(experiment: KeptExperiment) {
    turns = turns.filter((other) => other !== experiment)
    if (making?.experiment !== experiment) return
    await making.by.stop()
    await making?.by.ended
  }

  async function forgetDeleted() {
    for (const id of deleted) {
      try {
        const gone = store.find(id)
        if (gone) await stop(gone)
        await store.drop(id)
        deleted.delete(id)
      } catch (error) {
        if (!isSystemError(error)) throw error
        log.error('an experiment was not removed', error)
      }
    }
  }

  /** Counts the runs of each without holding up the window. */
  async function open() {
    for (const experiment of store.all()) {
      await new Promise((resolve) => setImmediate(resolve))
      experiment.runs()
    }
  }

  return {
    opened: open(),
    list,
    estimate: estimates.of,
    start: async (plan) => {
      const first = estimates.known(plan)
      estimates.cancel()
      try {
        const experiment = await store.add(plan, date())
        if (turns.length === 0) known = first
        turns = [...turns, experiment]
        tell()
        goOn()
        return ok(experiment.id)
      } catch (error) {
        log.error('an experiment was not kept', error)
        return fail('file-not-written', text('experimentRuns.notKept', { why: whyNotWritten(error) }))
      }
    },
    stop: async (id) => {
      const found = find(id)
      if (!found.ok) return found
      await stop(found.value)
      tell()
      return ok()
    },
    resume: (id) => {
      const found = find(id)
      if (!found.ok) return found
      const { failed, phase } = summaryOf(found.value)
      if (phase === 'running' || (phase === 'finished' && failed === 0)) return ok()
      turns = [...turns, found.value]
      tell()
      goOn()
      return ok()
    },
    remove: async (id) => {
      const found = find(id)
      if (!found.ok) return found
      deleted.add(id)
      tell()
      await stop(found.value)
      return ok()
    },
    restore: (id) => {
      deleted.delete(id)
      tell()
      return find(id).ok ? ok() : fail('no-run', text('experimentRuns.gone'))
    },
    runs: async (id, from) => {
      const found = find(id)
      if (!found.ok) return found
      try {
        return ok(await found.value.runs().read(from))
      } catch (error) {
        log.error('the runs of an experiment were not read', error)
        return fail('file-unreadable', text('experimentRuns.notRead', { why: whyNotWritten(error) }))
      }
    },
    open: async (id, index, update, ask) => {
      const found = find(id)
      if (!found.ok) return found
      const { plan } = found.value
      const runs = runCount(plan)
      if (index >= runs) return fail('no-run', text('experimentRuns.noRun', { run: index + 1, runs }))
      const config = configOfRun(plan, index)
      const most = config.training.updates
      if (update > most) return fail('no-run', text('experimentRuns.noUpdate', { most, found: update }))
      return ask('createRunTo', config, update)
    },
    warm: (plan) => pool.warm(configOfRun(plan, 0)),
    forgetDeleted,
    setTraining: (trains) => pool.setSize(workersFor(cores, trains)),
    end: async () => {
      turns = []
      await making?.by.stop()
      await making?.by.ended
      pool.end()
      await forgetDeleted()
    },
  }
}
