import { randomUUID } from 'node:crypto'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import type { RunConfig } from '@contract/settings/run-config'
import { leakReport } from '../data/leak-alarm'
import type { FindSeries } from '../data/source/source'
import type { Emit } from '../run/emit'
import { keptRun } from '../run/moments/keep'
import { recomputedRun } from '../run/moments/recompute'
import { tellMoment, tellNearestState } from '../run/moments/tell-moment'
import type { Run } from '../run/run-types'
import { decodeKeyframes, encodeKeyframes } from '../timeline/keyframe-file'
import type { PackedKeyframe } from '../timeline/keyframes'
import { packSnapshot } from '../timeline/packed-snapshot'
import { freshSnapshot, seededSnapshot, trainingOf } from '../training/snapshot/fresh-snapshot'
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeInitial,
  encodePresent,
} from '../weights/checkpoint/checkpoint'
import type { TrainerHandlers } from './handlers'
import type { RunRegistry } from './run-registry'

/** What is asked of runs: a new one, and what becomes of one that is open. */
export type RunHandlers = Pick<
  TrainerHandlers,
  | 'createRun'
  | 'createRunTo'
  | 'resetRun'
  | 'startRun'
  | 'pauseRun'
  | 'stepRun'
  | 'loadBest'
  | 'forecastFrom'
  | 'momentAt'
  | 'nearestState'
  | 'partPredictions'
  | 'inside'
  | 'cancelMoment'
  | 'futuresOf'
  | 'branchAt'
  | 'keepTouches'
  | 'recomputeWith'
  | 'changeSettings'
  | 'wipeState'
  | 'changePlanned'
  | 'restoreCheckpoint'
  | 'copyCheckpoint'
>

export function createRunRequests(runs: RunRegistry, findSeries: FindSeries, emit: Emit): RunHandlers {
  function withRun(id: RunId, act: (run: Run) => Result<unknown>): Result<void> {
    const run = runs.find(id)
    return run.ok ? done(act(run.value)) : run
  }

  /** A run that sees the future is told of at once: its losses are not what they seem. */
  function warnOfLeak(config: RunConfig) {
    const { source, dataSeed } = config.data
    const series = source.kind === 'series' ? findSeries(source.origin, dataSeed) : null
    if (!series?.ok) return
    const { found, words } = leakReport(series.value, config)
    if (found) emit('noticed', words)
  }

  function openFresh(config: RunConfig): Result<Run> {
    const initial = seededSnapshot(config)
    const origin = { kind: 'seed', seed: config.network.seed } as const
    const opened = runs.openNew({ config, origin, goal: config.training.updates, initial })
    if (opened.ok) warnOfLeak(config)
    return opened
  }

  /** Opens a run with the weights after a run's best update, as a file of them would. */
  function openBest(run: Run): Result<Run> {
    const best = run.best()
    if (!best) return fail('no-run', text('trainer.noBest'))
    const { config } = run.state()
    const { update, position, parameters } = best
    const initial = { ...freshSnapshot(parameters, trainingOf(config)), updatesDone: update, position }
    const goal = update + config.training.updates
    return runs.openNew({ config, origin: { kind: 'best', update }, goal, initial })
  }

  /** Opens a run that goes on from where a checkpoint of another one stands. */
  function openBranch({ description, keyframesUpTo }: Run, begin: Checkpoint): Result<Run> {
    const { updatesDone: update } = begin.present
    const branch = { runId: description.id, update }
    return runs.open({ ...begin, id: randomUUID(), branch }, keyframesUpTo(update, 'branch'))
  }

  return {
    createRun: (config) => done(openFresh(config)),
    createRunTo: (config, update) => {
      const opened = openFresh(config)
      return opened.ok && update > 0 ? opened.value.hurry(update) : done(opened)
    },
    resetRun: (id) =>
      withRun(id, ({ initial, description: { origin }, state }) => {
        const { config } = state()
        return runs.openNew({ config, origin, goal: initial.updatesDone + config.training.updates, initial })
      }),
    startRun: (id) => withRun(id, (run) => run.start()),
    pauseRun: (id) => withRun(id, (run) => run.pause()),
    stepRun: (id) => withRun(id, (run) => run.step()),
    loadBest: (id) => withRun(id, openBest),
    forecastFrom: async (id, from) => {
      const run = runs.find(id)
      return run.ok ? run.value.forecast(from) : run
    },
    momentAt: async ({ runId, update }) => {
      const run = runs.find(runId)
      return run.ok ? tellMoment(run.value, update) : run
    },
    nearestState: ({ runId, update }) => {
      const run = runs.find(runId)
      return run.ok ? tellNearestState(run.value, update) : run
    },
    partPredictions: async (asked) => {
      const run = runs.find(asked.runId)
      return run.ok ? run.value.partPredictions(asked) : run
    },
    inside: async (question) => {
      const run = runs.find(question.runId)
      return run.ok ? run.value.inside(question) : run
    },
    cancelMoment: ({ runId, update }) => {
      const run = runs.find(runId)
      if (run.ok) run.value.callOffMoment(update)
    },
    futuresOf: async (asked) => {
      const run = runs.find(asked.runId)
      return run.ok ? run.value.futures(asked) : run
    },
    branchAt: async ({ runId, update }) => {
      const run = runs.find(runId)
      if (!run.ok) return run
      const found = await run.value.checkpointAt(update)
      if (!found.ok) return found
      return done(openBranch(run.value, found.value))
    },
    keepTouches: async ({ runId, update }, touches) => {
      const run = runs.find(runId)
      if (!run.ok) return run
      const found = await keptRun(run.value, update, touches)
      return found.ok ? done(openBranch(run.value, found.value)) : found
    },
    recomputeWith: async ({ runId, update, change }) => {
      const run = runs.find(runId)
      if (!run.ok) return run
      const found = await recomputedRun(run.value, { update, change })
      if (!found.ok) return found
      const opened = openBranch(run.value, found.value.begin)
      return opened.ok ? opened.value.start(found.value.to) : opened
    },
    changeSettings: (id, settings) => withRun(id, (run) => run.changeSettings(settings)),
    wipeState: (id, wiped) => withRun(id, (run) => run.wipeState(wiped)),
    changePlanned: (id, update, planned) => withRun(id, (run) => run.changePlanned(update, planned)),
    restoreCheckpoint: (files) => {
      const checkpoint = decodeCheckpoint(files)
      if (!checkpoint.ok) return checkpoint
      return done(runs.open(checkpoint.value, keyframesOf(files.keyframes ?? null, checkpoint.value)))
    },
    copyCheckpoint: (files, id) => {
      const checkpoint = decodeCheckpoint(files)
      if (!checkpoint.ok) return checkpoint
      const copy = { ...checkpoint.value, id }
      const keyframes = encodeKeyframes(id, keyframesOf(files.keyframes ?? null, checkpoint.value))
      return ok({
        runId: id,
        updatesDone: copy.present.updatesDone,
        present: encodePresent(copy),
        initial: encodeInitial(copy),
        ...(keyframes && { keyframes }),
      })
    },
  }
}

/** An answer without what came of it: it is told by events. */
function done(result: Result<unknown>): Result<void> {
  return result.ok ? ok() : result
}

/** What was kept of a run; nothing where it is damaged, as they save time alone. */
function keyframesOf(bytes: Uint8Array | null, { id, present }: Checkpoint): readonly PackedKeyframe[] {
  return bytes ? decodeKeyframes(bytes, id, present.updatesDone, packSnapshot(present).numbers.length) : []
}
