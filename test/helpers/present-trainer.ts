import type { RunDescription } from '@contract/run/run'
import type { TrainerHandlers } from '../../main/trainer/requests/handlers'
import { createTrainer } from '../../main/trainer/trainer'

type OfRun =
  | 'resetRun'
  | 'startRun'
  | 'pauseRun'
  | 'stepRun'
  | 'loadBest'
  | 'forecastFrom'
  | 'changeSettings'
  | 'wipeState'
  | 'changePlanned'
  | 'exportWeights'

type WithoutId<F> = F extends (id: string, ...args: infer A) => infer R ? (...args: A) => R : never

/** A trainer that is asked of the run which it opened last, without its id: a test mostly has one in hand. */
export type PresentTrainer = Omit<TrainerHandlers, OfRun> & {
  readonly [Name in OfRun]: WithoutId<TrainerHandlers[Name]>
} & {
  /** The same trainer, asked by ids. */
  readonly byId: TrainerHandlers
  /** The id of the run that was opened last; that of no run before there is one. */
  readonly present: () => string
}

/** Makes one, from what the trainer itself is made from. */
export function createPresentTrainer(...[emit, ...tools]: Parameters<typeof createTrainer>): PresentTrainer {
  let id = 'no run'
  const byId = createTrainer(
    (name, payload) => {
      if (name === 'runOpened') id = (payload as RunDescription).id
      emit(name, payload)
    },
    ...tools,
  )
  return {
    ...byId,
    byId,
    present: () => id,
    resetRun: () => byId.resetRun(id),
    startRun: () => byId.startRun(id),
    pauseRun: () => byId.pauseRun(id),
    stepRun: () => byId.stepRun(id),
    loadBest: () => byId.loadBest(id),
    forecastFrom: (...args) => byId.forecastFrom(id, ...args),
    changeSettings: (...args) => byId.changeSettings(id, ...args),
    wipeState: (...args) => byId.wipeState(id, ...args),
    changePlanned: (...args) => byId.changePlanned(id, ...args),
    exportWeights: (...args) => byId.exportWeights(id, ...args),
  }
}
