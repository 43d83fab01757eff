import type { UpdateBatch } from '@contract/run/run'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { type Answer, answerTo } from '../commands/ask'
import type { AppStore } from '../store/app-store'
import type { History } from '../store/curves/history'
import type { Stretch } from '../store/curves/steps/steps'
import type { AppState } from '../store/state/app-state'

/**
 * Reads the time steps that charts want and the page has no more from the run's record, the newest wish first, one at a
 * time. Returns a function that ends it.
 *
 * @param runIdOf the run that the history is of; null where there is none
 */
export function readWanted(
  { request }: UnrollApi,
  store: AppStore,
  history: History,
  runIdOf: (state: AppState) => string | null,
): () => void {
  let isReading = false

  /** All that the record has of a stretch, as far as it is without a hole. */
  async function piecesOf(runId: string, { first, last }: Stretch): Promise<UpdateBatch[]> {
    const pieces: UpdateBatch[] = []
    for (let next = first; next <= last; ) {
      const answer: Answer<UpdateBatch | null> = await answerTo(request.recordedUpdates(runId, next, last))
      const piece = 'value' in answer ? answer.value : null
      if (piece?.firstUpdate !== next) break
      pieces.push(piece)
      next += piece.losses.length
    }
    return pieces
  }

  async function read() {
    if (isReading) return
    isReading = true
    // What all charts want that are drawn in a frame is known after it.
    await Promise.resolve()
    try {
      for (let stretch = history.wanted(); stretch; stretch = history.wanted()) {
        const runId = runIdOf(store.getState())
        if (runId === null) break
        if (history.fill(stretch, await piecesOf(runId, stretch))) store.getState().stretchRead()
      }
    } catch (error) {
      // Without memory for it the picture stays as it is.
      console.error(error)
    } finally {
      isReading = false
    }
  }

  return history.onWanted(() => void read())
}
