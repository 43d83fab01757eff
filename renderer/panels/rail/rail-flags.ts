import type { SettingsEvent } from '@contract/run/settings-events'
import type { Ends } from './rail-keys'

/** Changes that stand at one place of the rail. */
export type Flag = { readonly update: number; readonly events: readonly SettingsEvent[] }

/** As many flags as stand apart on the narrowest rail. */
const PLACES = 32

/**
 * How many updates a flag stands for, in doublings of one: nothing moves while a run goes on but when it has become twice as
 * long.
 */
export function flagWidth({ first, last }: Ends): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2((last - first + 1) / PLACES)))
}

/** A flag for the changes of each stretch of so many updates, where the first of them is. */
export function flagsOf(events: readonly SettingsEvent[], width: number): readonly Flag[] {
  const flags: Flag[] = []
  for (const event of events) {
    const last = flags.at(-1)
    const together = last && Math.floor(last.update / width) === Math.floor(event.update / width)
    if (together) flags.splice(-1, 1, { update: last.update, events: [...last.events, event] })
    else flags.push({ update: event.update, events: [event] })
  }
  return flags
}
