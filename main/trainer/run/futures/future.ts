import { withSettings } from '@contract/settings/settings'
import type { Future, FutureChoice } from '@contract/timeline/futures'
import type { OpenedSource } from '../../data/open-source'
import { type ReplayedMoment, type ReplayedUpdate, replay } from '../../timeline/replay'
import type { PatientEngine } from '../../training/engine/patient-engine'
import type { Snapshot } from '../../training/snapshot/snapshot'
import type { Checkpoint } from '../../weights/checkpoint/checkpoint'
import { createSettingsLog } from '../updating/settings-log'

/** Where futures begin: a run as it stood, and what is known of its settings. */
export type FutureBegin = Pick<Checkpoint, 'config' | 'events' | 'planned'> & { readonly present: Snapshot }

/**
 * Makes the updates that a run would make after a choice, in pieces as `replay` does: with the log that the run would have,
 * in which what was planned takes effect at its updates.
 */
export function replayOf(
  begin: FutureBegin,
  { settings, wiped }: FutureChoice,
  updates: number,
  source: OpenedSource,
  engine: () => PatientEngine,
): Generator<readonly ReplayedUpdate[], ReplayedMoment, void> {
  const log = createSettingsLog(begin)
  const from = begin.present
  const next = from.updatesDone + 1
  log.change(next, withSettings(begin.config, settings))
  log.wipe(next, wiped)
  const settingsAt = (update: number) => {
    log.reach(update)
    return log.config()
  }
  const { isWiped, touchesAt } = log
  return replay({ from, to: from.updatesDone + updates, source, settingsAt, isWiped, touchesAt, engine })
}

/** The updates of a future as the page is told of them. */
export function futureOf(made: readonly ReplayedUpdate[], isBroken: boolean, source: OpenedSource): Future {
  const said = made.map(({ predictions }) => source.inOwnUnits(predictions))
  const predictions = new Float32Array(said.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const each of said) {
    predictions.set(each, at)
    at += each.length
  }
  return {
    losses: Float32Array.from(made, ({ loss }) => loss),
    lengths: Uint32Array.from(made, ({ window }) => window.timeSteps),
    starts: Float64Array.from(made, ({ window }) => window.start),
    steps: Float64Array.from(made, ({ window }) => window.step),
    predictions,
    isBroken,
  }
}
