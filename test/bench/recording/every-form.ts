import { compile } from '../../../main/trainer/graph/compile'
import { nativeBackend } from '../../../main/trainer/graph/native/native-binding'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import {
  bestPerCall,
  type Engine,
  eagerEngine,
  formOf,
  toCompile,
} from '../../../main/trainer/training/engine/engine'
import type { Recorded, UpdateArguments } from '../../../main/trainer/training/engine/recordings'
import type { ConsecutiveUpdates } from '../../../main/trainer/training/update/consecutive-updates'
import { configOf, sourceOf } from '../cases/case-run'
import type { Case } from '../cases/cases'
import { openTraining, trainOn } from '../cases/training'

/** Updates to come: recordings of many pay off. */
const MANY = 1_000_000

/** Keeps every recording that it makes, of each call one. */
export function createKeepingEngine() {
  const kept: Recorded[] = []
  const engine: Engine = {
    ...eagerEngine,
    update: (plan, ...args) => {
      const [updates, threads, purity] = toCompile(formOf(plan, args[0], args[1]))
      const made = compile<UpdateArguments, ConsecutiveUpdates>(updates, args, threads, purity)
      kept.push(made)
      return made.run(...args)
    },
  }
  return {
    engine,
    dispose: () => {
      for (const { dispose } of kept.splice(0)) dispose()
    },
  }
}

/**
 * Trains once in each of some forms, as many updates in a call as flat out: windows of the case's length and so many time steps
 * longer, from `from` to before `to`.
 */
export function trainInForms(engine: Engine, one: Case, from: number, to: number): void {
  const learner = openTraining(engine, configOf(one))
  for (let longer = from; longer < to; longer += 1) {
    const timeSteps = one.timeSteps + longer
    const config = configOf({ ...one, timeSteps })
    const losses = trainOn(learner, bestPerCall(networkOf(config), timeSteps, MANY), config, sourceOf(config))
    if (!losses.every(Number.isFinite)) throw new Error(`${one.name} diverged`)
  }
  learner.dispose()
}

/** Native sessions that are alive. */
export function sessions(): number {
  return (nativeBackend() as unknown as { getNumOfSavedModels: () => number }).getNumOfSavedModels()
}
