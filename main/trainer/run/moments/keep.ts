import { isKeepable, MOST_TOUCHES } from '@contract/inside/touched'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { type KeepableTouch, type Kept, keptOf } from '@contract/timeline/kept-touches'
import { whyUntouchable } from '../../network/shape/touchable'
import type { Checkpoint } from '../../weights/checkpoint/checkpoint'
import type { Run } from '../run-types'
import { createSettingsLog } from '../updating/settings-log'

/**
 * Where a run begins that is another one up to an update, and makes that update after some touches: it stands before the update,
 * with the touches in its log, beside whatever else the other run has changed there. Later changes of that one are not its own.
 * Fails with `invalid-setting` for an update that is none of the run's nor its next, for what the network has not and for what no
 * training can go on from, or as `Moments.at` does.
 *
 * @param update the first that is made with the touches
 */
export async function keptRun(
  run: Run,
  update: number,
  touches: readonly KeepableTouch[],
): Promise<Result<Checkpoint>> {
  const { events, planned, updatesDone } = run.state()
  const [first, last] = [run.initial.updatesDone + 1, updatesDone + 1]
  if (update < first || update > last)
    return fail('invalid-setting', text('touch.keepBeyond', { first, last, update }))
  for (const touch of touches) {
    const problem = whyUntouchable(touch, run.initial.network, 0)
    if (problem) return fail('invalid-setting', problem)
  }
  const found = await run.checkpointAt(update - 1)
  if (!found.ok) return found
  const begin = found.value
  const log = createSettingsLog(begin)
  const there = [...events, ...planned].find((each) => each.update === update)
  if (there) {
    log.change(update, withSettings(log.config(), there.after))
    log.keep(update, there)
  }
  log.keep(update, keptOf(touches), () => begin.present.parameters)
  const config = log.config()
  const isOfPass = touches.some((touch) => !isKeepable(touch, config.training.carryState))
  if (isOfPass) return fail('invalid-setting', text('touch.keepNotCarried', { update }))
  const possible = checkKept(update, { touches: log.touchesAt(update) }, config)
  return possible.ok ? ok({ ...begin, config, events: log.events() }) : possible
}

/** Whether an update can be made after some touches, with its settings. */
export function checkKept(update: number, { touches = [] }: Kept, { training }: RunConfig): Result<void> {
  if (touches.length > MOST_TOUCHES)
    return fail('invalid-setting', text('touch.keepMost', { most: MOST_TOUCHES, update }))
  if (touches.every((touch) => isKeepable(touch, training.carryState))) return ok()
  return fail('invalid-setting', text('touch.keepNotCarried', { update }))
}
