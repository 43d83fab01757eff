import { ok, type Result } from '@contract/result'
import { eventsUpTo, type SettingsEvent } from '@contract/timeline/settings-events'
import type { Checkpoint } from '../../weights/checkpoint/checkpoint'
import type { Best, Evaluations } from '../judging/evaluations'
import type { Moments } from './moments'

/** What must be known of a run to tell what it would have told earlier. */
export type PastOf = {
  /** What it began with. */
  readonly begin: Checkpoint
  readonly goal: number
  readonly events: readonly SettingsEvent[]
  readonly moments: Pick<Moments, 'at'>
  readonly evaluations: Pick<Evaluations, 'best' | 'bests'>
}

/**
 * The checkpoint of a run as it was after an update, but for its goal, which is what it is now, and without what was planned.
 * Fails as `Moments.at` does.
 */
export async function checkpointAt(update: number, past: PastOf): Promise<Result<Checkpoint>> {
  const { begin, goal, events, moments, evaluations } = past
  const moment = await moments.at(update, 'branch')
  if (!moment.ok) return moment
  const best = await bestUpTo(update, past)
  if (!best.ok) return best
  const { config, points, snapshot } = moment.value
  return ok({
    ...begin,
    config,
    goal: Math.max(goal, update),
    points,
    broke: null,
    endedBy: null,
    best: best.value,
    bests: evaluations.bests().filter((each) => each.update <= update),
    events: eventsUpTo(events, update),
    planned: [],
    present: snapshot,
  })
}

/** The best update of the run as it was after an update, with its weights. */
async function bestUpTo(update: number, { moments, evaluations }: PastOf): Promise<Result<Best | null>> {
  const now = evaluations.best()
  if (!now || now.update <= update) return ok(now)
  const then = evaluations.bests().findLast((each) => each.update <= update)
  if (!then) return ok(null)
  const moment = await moments.at(then.update, 'branch')
  if (!moment.ok) return moment
  const { parameters, position } = moment.value.snapshot
  return ok({ ...then, parameters, position })
}
