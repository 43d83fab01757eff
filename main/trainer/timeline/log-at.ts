import type { RunConfig } from '@contract/settings/run-config'
import type { KeptTouch } from '@contract/timeline/kept-touches'
import { configAt, isWipedAt, type SettingsEvent, touchesAt } from '@contract/timeline/settings-events'

/** What a run's log says of each update, from 1. */
export type LogAt = {
  readonly settingsAt: (update: number) => RunConfig
  /** Whether the state that goes into it was wiped. */
  readonly isWiped: (update: number) => boolean
  /** The touches that it was made with. */
  readonly touchesAt: (update: number) => readonly KeptTouch[]
}

/**
 * What a run's log says of each update, for a replay: its settings, which are not put together anew each time where they are
 * asked for one update after the other, and whether the state that goes into it was wiped and what was
 * touched before it.
 */
export function createLogAt(events: readonly SettingsEvent[], now: RunConfig): LogAt {
  let known: { readonly from: number; readonly to: number; readonly config: RunConfig } | null = null
  const settingsAt = (update: number) => {
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
  return {
    settingsAt,
    isWiped: (update) => isWipedAt(events, update),
    touchesAt: (update) => touchesAt(events, update),
  }
}
