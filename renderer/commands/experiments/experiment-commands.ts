import type { ExperimentId, ExperimentPlan } from '@contract/experiment/experiment'
import { placeOfRun } from '@contract/experiment/plan-runs'
import { text } from '@contract/language/texts'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../../store/app-store'
import { laneTexts } from '../../store/words/experiments/lane-texts'
import type { AskOrNotify } from '../ask'

/** What can be asked for of experiments of many runs. */
export type ExperimentCommands = {
  /** Begins an experiment, which is shown from then on. */
  readonly startExperiment: (plan: ExperimentPlan) => Promise<void>
  readonly stopExperiment: (id: ExperimentId) => Promise<void>
  readonly resumeExperiment: (id: ExperimentId) => Promise<void>
  readonly deleteExperiment: (id: ExperimentId) => Promise<void>
  /** Has back what was just deleted. */
  readonly undoDeleteExperiments: () => Promise<void>
  readonly dismissDeletedExperiments: () => Promise<void>
  /** Opens a run of an experiment as the present one, as it stood after an update. */
  readonly openExperimentRun: (id: ExperimentId, index: number, update: number) => Promise<void>
}

export function createExperimentCommands(
  api: UnrollApi,
  store: AppStore,
  ask: AskOrNotify,
): ExperimentCommands {
  const act = store.getState
  return {
    startExperiment: async (plan) => {
      const started = await ask(api.request.startExperiment(plan))
      if (!started) return
      act().chooseExperiment(started.value)
      act().openExperimentForm(false)
    },
    stopExperiment: async (id) => {
      await ask(api.request.stopExperiment(id))
    },
    resumeExperiment: async (id) => {
      await ask(api.request.resumeExperiment(id))
    },
    deleteExperiment: async (id) => {
      const gone = act().experiments.filter((one) => one.id === id)
      if (await ask(api.request.deleteExperiment(id)))
        act().experimentsDeleted([...act().deletedExperiments, ...gone])
    },
    undoDeleteExperiments: async () => {
      const { deletedExperiments } = act()
      act().experimentsDeleted([])
      for (const { id } of deletedExperiments) await ask(api.request.restoreExperiment(id))
    },
    dismissDeletedExperiments: async () => {
      act().experimentsDeleted([])
      // Main forgets all at once, and what else is offered is to be had back as long as it is.
      if (act().deleted.length === 0) await api.request.forgetDeleted()
    },
    openExperimentRun: async (id, index, update) => {
      const plan = act().experiments.find((one) => one.id === id)?.plan
      if (!plan || !(await ask(api.request.openExperimentRun(id, index, update)))) return
      // What waited for Reset was meant for the run that is left.
      act().forgetNetworkDraft()
      act().showTab('learning')
      const lane = plan.kind === 'race' && laneTexts(plan.lanes)[index]
      // No news of the run before: it stands whether the page hears of the new run before or after the answer.
      act().notify(
        'success',
        lane
          ? text('race.opened', { lane, update })
          : text('experiments.opened', { seed: placeOfRun(plan, index).seed, update }),
      )
    },
  }
}
