import type { SettingsEvent } from '@contract/timeline/settings-events'
import type { Ends } from './rail-keys'

/** What stands at one place of the rail: changes of settings, and whether the run branches off there. */
export type Flag = {
  readonly update: number
  readonly isBranch: boolean
  readonly events: readonly SettingsEvent[]
}

/**
 * How many updates two flags stand apart at least, in doublings of one: nothing moves while a run goes on but when it has
 * become twice as long.
 *
 * @param places flags that have room beside each other
 */
export function leastDistance({ first, last }: Ends, places: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, last - first) / places)))
}

/** Flags for all there is to tell; what would stand nearer to the one before than so many updates is told with it. */
export function flagsOf(
  events: readonly SettingsEvent[],
  branchedAt: number | null,
  distance: number,
): readonly Flag[] {
  // Nothing is changed in a branch before it begins, but what it has from the other run.
  const all: Flag[] = events.map((event) => ({ update: event.update, isBranch: false, events: [event] }))
  if (branchedAt !== null) all.push({ update: branchedAt, isBranch: true, events: [] })
  const flags: Flag[] = []
  for (const flag of all.toSorted((a, b) => a.update - b.update)) {
    const last = flags.at(-1)
    if (last && flag.update - last.update < distance)
      flags.splice(-1, 1, {
        update: last.update,
        isBranch: last.isBranch || flag.isBranch,
        events: [...last.events, ...flag.events],
      })
    else flags.push(flag)
  }
  return flags
}
