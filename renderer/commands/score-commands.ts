import type { ForecastFrom } from '@contract/run/forecast'
import type { PartPredictions, PartPredictionsFrom } from '@contract/run/parts/part-predictions'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { type Answer, type AskOrNotify, answerTo, createOfShownRun } from './ask'

/** What can be asked for about how good a run is. */
export type ScoreCommands = {
  /** Opens a run with the weights after the best update of the present one, which is set aside. */
  readonly goBackToBest: () => Promise<void>
  /** Forecasts in closed loop; what came of it, or why nothing did, stands where it was asked for. */
  readonly forecastFrom: (from: ForecastFrom) => Promise<void>
  /** What the network says of some rows of a part. */
  readonly partPredictions: (asked: PartPredictionsFrom) => Promise<Answer<PartPredictions>>
}

export function createScoreCommands(api: UnrollApi, store: AppStore, ask: AskOrNotify): ScoreCommands {
  const ofShownRun = createOfShownRun(store)
  return {
    partPredictions: (asked) => answerTo(api.request.partPredictions(asked)),
    goBackToBest: async () => {
      // What waited for Reset was meant for the run that is left.
      if (await ask(ofShownRun(api.request.loadBest))) store.getState().forgetNetworkDraft()
    },
    forecastFrom: async (from) => {
      const { forecast, forecastMoved } = store.getState()
      const made = forecast.kind === 'open' ? forecast.made : null
      const asked = { kind: 'open', from, busy: true, made, problem: null } as const
      forecastMoved(asked)
      const answer = await answerTo(ofShownRun((run) => api.request.forecastFrom(run, from)))
      // Closed, asked for anew, or of a run that has been left: nobody waits for it.
      if (store.getState().forecast !== asked) return
      forecastMoved({
        ...{ kind: 'open', from, busy: false },
        ...('value' in answer
          ? { made: answer.value, problem: null }
          : { made: null, problem: answer.problem }),
      })
    },
  }
}
