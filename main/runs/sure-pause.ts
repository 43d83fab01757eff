import type { Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import { after } from '../base/deferred'
import type { TrainerHost } from '../host/trainer-host'
import type { RunOpening } from './run-opening'

/** Milliseconds after which a pause that the trainer has not heard is brought about without it. */
export const PAUSE_LIMIT = 10_000

/**
 * Pauses a run. The trainer hears it between two updates, or two pieces of a recording, none of which is long; where one takes longer all the same
 * than anybody waits, the trainer is replaced by one that stands at the last checkpoint: the update under way is lost,
 * and nothing else.
 */
export function createSurePause(
  host: Pick<TrainerHost, 'ask'>,
  opening: Pick<RunOpening, 'replacePaused'>,
): (run: RunId) => Promise<Result<void>> {
  return async (run) => {
    const asked = host.ask('pauseRun', run)
    const heard = await Promise.race([asked, after(PAUSE_LIMIT).then(() => null)])
    return heard ?? opening.replacePaused() ?? asked
  }
}
