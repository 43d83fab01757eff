import type { BestUpdate, Breakdown } from '@contract/run/run'
import type { RunConfig } from '@contract/settings/run-config'
import type { OpenedSource } from '../../../../../main/trainer/data/open-source'
import { type Edits, haveOneLength, nextWindows } from '../../../../../main/trainer/data/source/next-windows'
import {
  type Best,
  createEvaluations,
  type Evaluations,
} from '../../../../../main/trainer/run/judging/evaluations'
import type { ReplayedUpdate } from '../../../../../main/trainer/timeline/replay'
import { createCompiledEngine } from '../../../../../main/trainer/training/engine/engine'
import {
  createPatientEngine,
  eagerAtOnce,
  type PatientEngine,
} from '../../../../../main/trainer/training/engine/patient-engine'
import { createLearner, type Learner } from '../../../../../main/trainer/training/learner'
import type { Snapshot } from '../../../../../main/trainer/training/snapshot/snapshot'
import type { How } from './any-case'
import { type Draws, drawsFrom } from './draws'

/** More than any engine asks for before it records. */
const MANY = 1000

/** What makes the updates of a case, and what is drawn meanwhile. */
export function engineOf({ engine, seed, perCall }: How): {
  readonly engine: PatientEngine
  readonly draws: Draws
} {
  const draws = drawsFrom(seed)
  const made = {
    eager: () => eagerAtOnce,
    compiled: () => ({ ...eagerAtOnce, ...createCompiledEngine() }),
    patient: () =>
      createPatientEngine((code) => {
        throw new Error(`no graph can be written: ${code}`)
      }),
  }[engine]()
  return { engine: { ...made, updatesPerCall: () => draws.oneOf(perCall) }, draws }
}

/** A run that is trained, as the trainer trains one. */
export type Trained = {
  readonly learner: Learner
  readonly shown: readonly ReplayedUpdate[]
  readonly broke: Breakdown['what'] | null
} & Judged

/** What evaluations have found: the best update, and those that were the best when they were made. */
export type Judged = { readonly best: Best | null; readonly bests: readonly BestUpdate[] }

/** The evaluations of a run that goes on from somewhere. */
export function evaluationsOf(
  { series }: OpenedSource,
  begin: Parameters<typeof createEvaluations>[4],
): (learner: Learner, config: () => RunConfig) => Evaluations {
  const { network } = begin.initial
  return (learner, config) => createEvaluations(series, learner, network, config, begin)
}

/** Trains from a snapshot until it has seen so many updates, or breaks. The learner is the caller's. */
export function train(
  from: Snapshot,
  to: number,
  source: OpenedSource,
  settingsAt: (update: number) => RunConfig,
  how: How,
  edits: Edits = {},
): Trained {
  const { engine, draws } = engineOf(how)
  const learner = createLearner(from, () => engine)
  let config = settingsAt(from.updatesDone + 1)
  const evaluations = evaluationsOf(source, { initial: from })(learner, () => config)
  const shown: ReplayedUpdate[] = []
  let broke: Breakdown['what'] | null = null

  /** As many as are drawn, up to a change of the settings or an evaluation. */
  function wanted(): number {
    const done = learner.updatesDone()
    const count = Math.min(draws.oneOf(how.perCall), to - done, evaluations.untilNext())
    if (!haveOneLength(config)) return 1
    const same = Array.from({ length: count }, (_, i) => settingsAt(done + 1 + i) === config)
    return same.includes(false) ? same.indexOf(false) : count
  }

  while (learner.updatesDone() < to && broke === null) {
    config = settingsAt(learner.updatesDone() + 1)
    const windows = nextWindows(learner, source, config, wanted(), edits)
    const admitted = windows.slice(0, learner.admitted(windows, config.training, MANY))
    const first = learner.updatesDone() + 1
    for (const [i, result] of learner.updateAll(admitted, config.training).entries()) {
      const window = admitted[i]
      if (result.kind === 'diverged' || !window) {
        broke = result.kind === 'diverged' ? result.what : null
        break
      }
      const { kind: _, ...numbers } = result
      const validationLoss = i === admitted.length - 1 ? evaluations.evaluate() : Number.NaN
      shown.push({ ...numbers, update: first + i, window, validationLoss })
    }
    for (let i = draws.below(how.pieces + 1); i > 0; i -= 1) engine.prepare()
  }
  const judged = { best: evaluations.best(), bests: evaluations.bests() }
  evaluations.dispose()
  engine.dispose()
  return { learner, shown, broke, ...judged }
}
