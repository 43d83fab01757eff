import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { withSettings } from '@contract/settings/settings'
import { editedLog, type Recomputing } from '@contract/timeline/planned-changes'
import type { Checkpoint } from '../../weights/checkpoint/checkpoint'
import { checkRoom } from '../run-room'
import type { Run } from '../run-types'
import { checkKept } from './keep'

/** A run that is computed again. */
export type Recomputed = {
  /** Where it begins: it has what comes after that planned, and no id of its own yet. */
  readonly begin: Checkpoint
  /** Updates that the other run has made, and this one is to. */
  readonly to: number
}

/**
 * What a run becomes with one of its events off, or at another update: it begins after the last update that is the same in
 * both. Fails with `no-run` where there is no such event, with `invalid-setting` where it is to go beyond the updates that the
 * run has made or shifts a state that nothing carries there, with `run-full`, or as `Moments.at` does.
 */
export async function recomputedRun(
  run: Run,
  { update, change }: Pick<Recomputing, 'update' | 'change'>,
): Promise<Result<Recomputed>> {
  const { events, planned, updatesDone: last } = run.state()
  const edited = editedLog(events, planned, update, change)
  if (!edited) return fail('no-run', text('trainer.noEvent', { update }))
  const first = run.initial.updatesDone + 1
  const movedTo = change === 'off' ? update : change.movedTo
  if (movedTo < first || movedTo > last || update > last)
    return fail('invalid-setting', text('trainer.eventBeyond', { first, last }))
  const found = await run.checkpointAt(edited.from)
  if (!found.ok) return found
  const begin = { ...found.value, planned: edited.planned }
  const room = checkAll(begin, last - edited.from)
  return room.ok ? ok({ begin, to: last }) : room
}

/** Whether all that it may predict has room, whatever settings come into force on the way, and all that is touched can be. */
function checkAll({ config, planned = [], points = 0 }: Checkpoint, updates: number): Result<void> {
  let coming = config
  for (const change of [{ update: 0, after: {} }, ...planned]) {
    coming = withSettings(coming, change.after)
    const room = checkRoom(points, updates, coming.data)
    if (!room.ok) return room
    const possible = checkKept(change.update, change, coming)
    if (!possible.ok) return possible
  }
  return ok()
}
