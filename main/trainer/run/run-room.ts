import { fail, ok, type Result } from '@contract/result'
import { MAX_POINTS_IN_RUN, mostPointsOf } from '@contract/settings/numbers'
import type { Settings } from '@contract/settings/run-config'
import { counted, inFigures } from '@contract/words'

/**
 * Says whether a run can keep what so many more updates predict. Settings alone are held to the same limit, but a run
 * can go on after its goal, and its settings can change: so it is asked before every way on.
 *
 * Fails with `run-full`.
 *
 * @param made predicted points that the run has
 * @param updates that it is to make yet
 */
export function checkRoom(
  made: number,
  updates: number,
  data: Pick<Settings, 'points' | 'span'>,
): Result<void> {
  const most = mostPointsOf(data)
  const room = Math.max(0, MAX_POINTS_IN_RUN - made)
  if (updates * most <= room) return ok()
  const fitting = Math.floor(room / most)
  const advice =
    fitting === 0
      ? 'press Reset to begin a new run'
      : `choose at most ${counted(fitting, 'update')}, or press Reset to begin a new run`
  return fail(
    'run-full',
    `A run can keep ${inFigures(MAX_POINTS_IN_RUN)} predicted points; this one has ${inFigures(made)}, and ${counted(updates, 'more update', 'more updates')} can make ${inFigures(updates * most)}; ${advice}.`,
  )
}
