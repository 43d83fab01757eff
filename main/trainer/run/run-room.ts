import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { MAX_POINTS_IN_RUN, mostPointsOf } from '@contract/settings/numbers'

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
  data: Parameters<typeof mostPointsOf>[0],
): Result<void> {
  const most = mostPointsOf(data)
  const room = Math.max(0, MAX_POINTS_IN_RUN - made)
  if (updates * most <= room) return ok()
  return fail(
    'run-full',
    text('trainer.runFull', {
      most: MAX_POINTS_IN_RUN,
      made,
      updates,
      points: updates * most,
      fitting: Math.floor(room / most),
    }),
  )
}
