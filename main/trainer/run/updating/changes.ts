import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunEvent } from '@contract/run/phases'
import { parseSettings } from '@contract/settings/parse-settings'
import { LIVE_SETTINGS, type LiveSettings, pickSettings, settingsOf } from '@contract/settings/settings'
import { checkRoom } from '../run-room'
import type { SettingsLog } from './settings-log'

/** What a person may change of a run between two of its updates; it is in force at the next. */
export type Changes = {
  readonly changeSettings: (settings: LiveSettings) => Result<void>
  /** The state that goes into the next update is wiped, or is not to be after all. */
  readonly wipeState: (wiped: boolean) => Result<void>
  /**
   * What is planned for an update is not to be, or is to be after all. Fails with `invalid-setting` where nothing is, and with
   * `run-full` where the run has no room for what would come after it.
   */
  readonly changePlanned: (update: number, planned: boolean) => Result<void>
}

/** The run that is changed. */
export type Changed = {
  /** Its updates, those that it is to make in all, and the points that it has predicted. */
  readonly stands: () => { readonly updatesDone: number; readonly goal: number; readonly points: number }
  readonly happen: (event: RunEvent) => void
  /** Its log is another. */
  readonly changed: () => void
}

export function createChanges(log: SettingsLog, { stands, happen, changed }: Changed): Changes {
  return {
    changeSettings: (settings) => {
      const { updatesDone, goal, points } = stands()
      const config = log.config()
      // Only what may change in a run, whatever else was sent along: the rest is the network's own.
      const checked = parseSettings({ ...settingsOf(config), ...pickSettings(settings, LIVE_SETTINGS) })
      if (!checked.ok) return checked
      const wanted = checked.value
      const left = goal + wanted.training.updates - config.training.updates - updatesDone
      const possible = checkRoom(points, Math.max(0, left), wanted.data)
      if (!possible.ok) return possible
      happen({ kind: 'updatesChanged', from: config.training.updates, to: wanted.training.updates })
      log.change(updatesDone + 1, wanted)
      changed()
      return ok()
    },
    wipeState: (wiped) => {
      log.wipe(stands().updatesDone + 1, wiped)
      changed()
      return ok()
    },
    changePlanned: (update, planned) => {
      const { updatesDone, goal, points } = stands()
      if (!log.plan(update, planned)) return fail('invalid-setting', text('trainer.noPlanned', { update }))
      for (const { data } of [log.config(), ...log.toCome()]) {
        const possible = checkRoom(points, Math.max(0, goal - updatesDone), data)
        if (possible.ok) continue
        log.plan(update, !planned)
        return possible
      }
      changed()
      return ok()
    },
  }
}
