import type { RunConfig } from '@contract/settings/run-config'
import { configAt, type SettingsEvent } from '@contract/timeline/settings-events'

/** The settings of each update; asked for one update after the other, they are not put together anew each time. */
export function createSettingsAt(
  events: readonly SettingsEvent[],
  now: RunConfig,
): (update: number) => RunConfig {
  let known: { readonly from: number; readonly to: number; readonly config: RunConfig } | null = null
  return (update) => {
    if (known && update >= known.from && update < known.to) return known.config
    const next = events.find((event) => event.update > update)
    const last = events.findLast((event) => event.update <= update)
    known = {
      from: last?.update ?? 0,
      to: next?.update ?? Number.POSITIVE_INFINITY,
      config: configAt(events, now, update),
    }
    return known.config
  }
}
