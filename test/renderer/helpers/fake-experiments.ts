import type {
  ExperimentId,
  ExperimentPlan,
  ExperimentRun,
  ExperimentSummary,
} from '@contract/experiment/experiment'
import { parsePlan } from '@contract/experiment/parse-plan'
import { runCount } from '@contract/experiment/plan-runs'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { PageEvents } from '@contract/wire/page-wire'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { madeUp } from '../../helpers/saying'

type Requests = UnrollApi['request']
type ExperimentRequest =
  | 'estimateExperiment'
  | 'startExperiment'
  | 'stopExperiment'
  | 'resumeExperiment'
  | 'deleteExperiment'
  | 'restoreExperiment'
  | 'experimentRuns'
  | 'openExperimentRun'
  | 'warmWorkers'

/** Experiments whose runs are made when a test says so. */
export type FakeExperiments = {
  readonly handlers: { readonly [Name in ExperimentRequest & keyof Requests]: (...args: never[]) => unknown }
  readonly list: () => readonly ExperimentSummary[]
  /** Some runs of an experiment have come to their ends: tells them, and that it is finished where they were the last. */
  readonly made: (id: ExperimentId, runs: readonly ExperimentRun[]) => void
}

type Kept = { readonly id: ExperimentId; readonly plan: ExperimentPlan; isOn: boolean; runs: ExperimentRun[] }

/** None is there at first. */
export function createFakeExperiments(
  emit: <Name extends keyof PageEvents>(name: Name, payload: PageEvents[Name]) => void,
): FakeExperiments {
  let kept: readonly Kept[] = []
  const deleted = new Set<ExperimentId>()

  const list = () =>
    kept
      .filter(({ id }) => !deleted.has(id))
      .map(({ id, plan, isOn, runs }): ExperimentSummary => {
        const failed = runs.filter(({ end }) => end === 'failed').length
        const phase = isOn ? 'running' : runs.length < runCount(plan) ? 'stopped' : 'finished'
        return { id, plan, phase, made: runs.length, failed, bytes: runs.length * 1000, begunAt: 0 }
      })
  const changed = () => emit('experimentsChanged', list())

  function change(id: ExperimentId, act: (found: Kept) => void): Result<void> {
    const found = kept.find((one) => one.id === id)
    if (!found) return fail('no-run', text('experimentRuns.gone'))
    act(found)
    changed()
    return ok()
  }

  return {
    list,
    made: (id, runs) => {
      const found = kept.find((one) => one.id === id)
      if (!found) throw new Error(`there is no experiment ${id}`)
      const others = found.runs.filter((run) => !runs.some(({ index }) => index === run.index))
      found.runs = [...others, ...runs]
      emit('experimentRunsMade', { id, runs, made: found.runs.length })
      if (found.runs.length < runCount(found.plan)) return
      found.isOn = false
      changed()
    },
    handlers: {
      estimateExperiment: (plan: ExperimentPlan) => {
        const parsed = parsePlan(plan)
        if (!parsed.ok) return parsed
        const runs = runCount(parsed.value)
        return ok({ runs, secondsPerRun: 2, workers: 2, seconds: runs, bytes: runs * 1000 })
      },
      startExperiment: (plan: ExperimentPlan) => {
        const parsed = parsePlan(plan)
        if (!parsed.ok) return parsed
        const id = `experiment-${kept.length + 1}`
        kept = [{ id, plan: parsed.value, isOn: true, runs: [] }, ...kept]
        changed()
        return ok(id)
      },
      stopExperiment: (id: ExperimentId) =>
        change(id, (found) => {
          found.isOn = false
        }),
      resumeExperiment: (id: ExperimentId) =>
        change(id, (found) => {
          found.isOn = true
        }),
      deleteExperiment: (id: ExperimentId) =>
        change(id, (found) => {
          found.isOn = false
          deleted.add(id)
        }),
      restoreExperiment: (id: ExperimentId) => change(id, () => deleted.delete(id)),
      experimentRuns: (id: ExperimentId, from: number) => {
        const found = kept.find((one) => one.id === id)
        return found ? ok(found.runs.slice(from, from + 50)) : fail('no-run', text('experimentRuns.gone'))
      },
      openExperimentRun: () => fail('no-run', madeUp('The fake opens no run of an experiment.')),
      warmWorkers: () => undefined,
    },
  }
}
