import type { UpdateSummary } from '@contract/run/recorded/update-summary'
import type { RunState, UpdateBatch } from '@contract/run/run'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { type Answer, answerTo } from '../commands/ask'
import type { AppStore } from '../store/app-store'

/**
 * Recorded updates from `first` on, as many as are handed over at a time: of a long run the first of them as they are, so
 * that a short one is there at once, and of the others what is known of them. Null after the last.
 */
export async function recordedFrom(
  { request }: UnrollApi,
  runId: string,
  first: number,
  isBeginning: boolean,
): Promise<Answer<UpdateBatch | UpdateSummary | null>> {
  return isBeginning
    ? answerTo(request.recordedUpdates(runId, first, Number.MAX_SAFE_INTEGER))
    : answerTo(request.recordedSummary(runId, first))
}

/** One recorded update; another one, or null, where the record has none of it. */
export function recordedUpdate(
  { request }: UnrollApi,
  runId: string,
  update: number,
): Promise<Answer<UpdateBatch | null>> {
  return answerTo(request.recordedUpdates(runId, update, update))
}

/** Brings back the curves of a run that has been trained before this page knew of it. */
export type RecordedCurves = {
  /** A run was opened: its state will say whether it has been trained. */
  readonly opened: (id: string) => void
  /** Fetches what was recorded, if the run that was just opened has any. */
  readonly changed: (run: RunState) => void
  /** Takes in new updates, after those that were recorded. */
  readonly take: (batch: UpdateBatch) => void
}

/**
 * New updates wait while recorded ones are fetched, and are acknowledged only then, so that the trainer
 * waits as well and nothing piles up.
 *
 * @param cannotShow hears why updates could not be taken in
 */
export function createRecordedCurves(
  api: UnrollApi,
  store: AppStore,
  cannotShow: (error: unknown) => void,
): RecordedCurves {
  const { request } = api
  const act = store.getState
  /** The run that was opened and has not told how far it is. */
  let awaited: string | null = null
  let fetching: { readonly id: string } | null = null
  let waiting: UpdateBatch[] = []

  function show(action: () => void): boolean {
    try {
      action()
      return true
    } catch (error) {
      cannotShow(error)
      return false
    }
  }

  function takeIn(batch: UpdateBatch) {
    show(() => act().updatesArrived(batch))
    // Taken in or given up: the trainer may send one more. A page that hangs says nothing, and the trainer waits.
    void request.acknowledgeUpdates(1)
  }

  function takeWaiting() {
    const batches = waiting
    waiting = []
    for (const batch of batches) takeIn(batch)
  }

  async function fetch(id: string) {
    const mine = { id }
    fetching = mine
    for (let first = 0; ; ) {
      const piece = await recordedFrom(api, id, first, first === 0)
      // Another run has been opened meanwhile, and has taken over what waits.
      if (fetching !== mine) return
      const updates: UpdateBatch | UpdateSummary | null = 'value' in piece ? piece.value : null
      if (!updates || !show(() => act().recordedArrived(updates))) break
      first = updates.firstUpdate + updates.losses.length
    }
    fetching = null
    takeWaiting()
  }

  return {
    opened: (id) => {
      if (id === act().description?.id) return
      awaited = id
      fetching = null
      takeWaiting()
    },
    changed: (run) => {
      if (run.id !== awaited) return
      awaited = null
      if (run.updatesDone > (act().description?.updatesBefore ?? 0)) void fetch(run.id)
    },
    take: (batch) => {
      if (fetching) waiting.push(batch)
      else takeIn(batch)
    },
  }
}
