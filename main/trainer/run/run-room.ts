import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunPhase } from '@contract/run/run'
import { mostPointsInRun, mostPointsOf, outputsOf } from '@contract/settings/numbers'

/**
 * Says whether a run can keep what so many more updates predict. Settings alone are held to the same limit, but a run
 * can go on after its goal, and its settings can change: so it is asked before every way on.
 *
 * Fails with `run-full`.
 *
 * @param made predicted time steps that the run has
 * @param updates that it is to make yet
 */
export function checkRoom(
  made: number,
  updates: number,
  data: Parameters<typeof mostPointsOf>[0],
): Result<void> {
  const [each, most] = [mostPointsOf(data), mostPointsInRun(data.source)]
  const room = Math.max(0, most - made)
  if (updates * each <= room) return ok()
  return fail(
    'run-full',
    text('trainer.runFull', {
      most,
      made,
      updates,
      points: updates * each,
      fitting: Math.floor(room / each),
      outputs: outputsOf(data.source),
    }),
  )
}

/** Says whether a run in this phase can make so many more updates. Fails with `run-diverged`, or as `checkRoom` does. */
export function checkGoing(
  phase: RunPhase,
  made: number,
  updates: number,
  data: Parameters<typeof mostPointsOf>[0],
): Result<void> {
  if (phase === 'diverged') return fail('run-diverged', text('trainer.cannotGoOn'))
  return checkRoom(made, updates, data)
}
