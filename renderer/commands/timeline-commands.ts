import type { EventEdit, PlannedChange } from '@contract/timeline/planned-changes'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { carriesIntoTouched, partedTouches, touchedUpdate } from '../store/selectors/inside/touching'
import { lookedAtId } from '../store/selectors/moments'
import type { AskOrNotify } from './ask'

/** What can be asked for about other moments than now. */
export type TimelineCommands = {
  /** Opens a run that goes on from the update that is looked at, with the settings of then; the present one is set aside. */
  readonly goOnFromHere: () => Promise<void>
  /**
   * Opens a run that makes the update that is looked at after the touches that can be kept; the present one is set aside. The other
   * touches stay what they are.
   */
  readonly keepTouches: () => Promise<void>
  /** Computes the present run again with the event of an update off or moved; the present one is set aside. */
  readonly recomputeWith: (update: number, change: EventEdit) => Promise<void>
  /** What the present run was to change by itself is not to be, which can be taken back. */
  readonly cancelPlanned: (change: PlannedChange) => Promise<void>
  /** What was cancelled last is to be after all. */
  readonly undoCancel: () => Promise<void>
}

export function createTimelineCommands(api: UnrollApi, store: AppStore, ask: AskOrNotify): TimelineCommands {
  return {
    goOnFromHere: async () => {
      const moment = lookedAtId(store.getState())
      // What waited for Reset was meant for the run that is left.
      if (moment && (await ask(api.request.branchAt(moment)))) store.getState().forgetNetworkDraft()
    },
    keepTouches: async () => {
      const state = store.getState()
      const moment = touchedUpdate(state)
      const { kept, left } = partedTouches(state.touches, carriesIntoTouched(state))
      if (!moment || kept.length === 0 || !(await ask(api.request.keepTouches(moment, kept)))) return
      store.getState().forgetNetworkDraft()
      store.getState().keepTouching(left)
    },
    recomputeWith: async (update, change) => {
      const { description } = store.getState()
      if (!description) return
      if (await ask(api.request.recomputeWith({ runId: description.id, update, change })))
        store.getState().forgetNetworkDraft()
    },
    cancelPlanned: async (change) => {
      const { description } = store.getState()
      if (!description) return
      const { id: runId } = description
      if (await ask(api.request.changePlanned(runId, change.update, false)))
        store.getState().plannedCancelled({ runId, change })
    },
    undoCancel: async () => {
      const { cancelled, plannedCancelled } = store.getState()
      if (!cancelled) return
      plannedCancelled(null)
      await ask(api.request.changePlanned(cancelled.runId, cancelled.change.update, true))
    },
  }
}
