import type { EventEdit } from '@contract/timeline/planned-changes'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { lookedAtId } from '../store/selectors/moments'
import type { AskOrNotify } from './ask'

/** What can be asked for about other moments than now. */
export type TimelineCommands = {
  /** Opens a run that goes on from the update that is looked at, with the settings of then; the present one is set aside. */
  readonly goOnFromHere: () => Promise<void>
  /** Computes the present run again with the event of an update off or moved; the present one is set aside. */
  readonly recomputeWith: (update: number, change: EventEdit) => Promise<void>
}

export function createTimelineCommands(api: UnrollApi, store: AppStore, ask: AskOrNotify): TimelineCommands {
  return {
    goOnFromHere: async () => {
      const moment = lookedAtId(store.getState())
      // What waited for Reset was meant for the run that is left.
      if (moment && (await ask(api.request.branchAt(moment)))) store.getState().forgetNetworkDraft()
    },
    recomputeWith: async (update, change) => {
      const { description } = store.getState()
      if (!description) return
      if (await ask(api.request.recomputeWith({ runId: description.id, update, change })))
        store.getState().forgetNetworkDraft()
    },
  }
}
