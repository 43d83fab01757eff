import { ok, type Result } from '@contract/result'
import type { Moment, NearestState } from '@contract/timeline/moment'
import type { Snapshot } from '../../training/snapshot/snapshot'
import type { Run } from '../run-types'

/** What the page is told of a moment of a run; fails as `Moments.at` does. */
export async function tellMoment(run: Run, update: number): Promise<Result<Moment>> {
  const found = await run.moment(update)
  if (!found.ok) return found
  const { config, last, snapshot, replayed } = found.value
  return ok({
    runId: run.description.id,
    update,
    config,
    loss: last?.loss ?? null,
    gradientNorm: last?.gradientNorm ?? null,
    carried: stateOfLastLayer(snapshot),
    replayed,
  })
}

/** What the page is told of the keyframe that is nearest to an update of a run; fails as `Moments.nearest` does. */
export function tellNearestState(run: Run, update: number): Result<NearestState> {
  const found = run.nearestKeyframe(update)
  if (!found.ok) return found
  const { updatesDone, snapshot, nearestFrom, nearestTo } = found.value
  return ok({
    runId: run.description.id,
    update: updatesDone,
    carried: stateOfLastLayer(snapshot()),
    nearestFrom,
    nearestTo,
  })
}

/** h of the last layer and the first sequence: [hidden]. */
function stateOfLastLayer({ states: [h] }: Snapshot): Float32Array {
  const [layers = 0, batch = 0, hidden = 0] = h?.shape ?? []
  const from = (layers - 1) * batch * hidden
  return h?.values.slice(from, from + hidden) ?? new Float32Array(0)
}
