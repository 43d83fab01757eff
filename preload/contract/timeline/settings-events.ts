import type { RunConfig, Settings } from '../settings/run-config'
import { LIVE_SETTINGS, type LiveName, pickSettings, settingsOf, withSettings } from '../settings/settings'
import { type Kept, type KeptTouch, keptTogether } from './kept-touches'

/** What may change in a run and decides its numbers. How far it goes and how patient it is changes none of them. */
export const DECIDING_SETTINGS: readonly DecidingName[] = LIVE_SETTINGS.filter(isDeciding)
export type DecidingName = Exclude<LiveName, 'updates' | 'patience'>

function isDeciding(name: LiveName): name is DecidingName {
  return name !== 'updates' && name !== 'patience'
}

/** A change of settings in a run, or of the state that is carried in it, or of its weights. */
export type SettingsEvent = Kept & {
  /** The first update that is made with the new values. */
  readonly update: number
  /** The old and the new values of what changed, by the same names. */
  readonly before: Partial<Pick<Settings, DecidingName>>
  readonly after: Partial<Pick<Settings, DecidingName>>
}

/**
 * The log after one more change, which is the last. Changes before one and the same update are one; what was put back before
 * it came to anything is none.
 *
 * @param update the first update that is made with `to`, not before that of the last event
 */
export function withChange(
  events: readonly SettingsEvent[],
  update: number,
  from: RunConfig,
  to: RunConfig,
): readonly SettingsEvent[] {
  return joined(events, update, (there) => ({
    ...there,
    ...changeBetween(update, configBefore(there, from), to),
  }))
}

/**
 * The log where the state that goes into an update is wiped, or is not to be after all.
 *
 * @param update that is to be made next, not before that of the last event
 */
export function withWipe(
  events: readonly SettingsEvent[],
  update: number,
  wiped: boolean,
): readonly SettingsEvent[] {
  return joined(events, update, ({ wiped: _, ...there }) => ({ ...there, ...(wiped && { wiped }) }))
}

/**
 * The log where an update is made after some touches, on top of those that are there.
 *
 * @param update that is to be made next, not before that of the last event
 */
export function withKept(
  events: readonly SettingsEvent[],
  update: number,
  kept: Kept,
): readonly SettingsEvent[] {
  return joined(events, update, (there) => ({ ...there, ...keptTogether(there, kept) }))
}

/** The log with what becomes of its event at an update, which is the last; one that comes to nothing is none. */
function joined(
  events: readonly SettingsEvent[],
  update: number,
  change: (there: SettingsEvent) => SettingsEvent,
): readonly SettingsEvent[] {
  const last = events.at(-1)
  const there = last?.update === update ? last : null
  const event = change(there ?? { update, before: {}, after: {} })
  const isNothing = Object.keys(event.after).length === 0 && !event.wiped && !event.touches
  return [...(there ? events.slice(0, -1) : events), ...(isNothing ? [] : [event])]
}

/** Whether the state that goes into an update is wiped. */
export function isWipedAt(
  events: readonly Pick<SettingsEvent, 'update' | 'wiped'>[],
  update: number,
): boolean {
  return events.some((event) => event.update === update && event.wiped === true)
}

/** The touches that an update is made with. */
export function touchesAt(
  events: readonly Pick<SettingsEvent, 'update' | 'touches'>[],
  update: number,
): readonly KeptTouch[] {
  return events.find((event) => event.update === update)?.touches ?? NONE
}

const NONE: readonly KeptTouch[] = []

/** The settings that an update was made with, by those in force now and the log of all changes since. */
export function configAt(events: readonly SettingsEvent[], now: RunConfig, update: number): RunConfig {
  return events.reduceRight(
    (config, event) => (event.update > update ? configBefore(event, config) : config),
    now,
  )
}

/** The log of a run as it was after an update: what took effect later is not in it. */
export function eventsUpTo(events: readonly SettingsEvent[], update: number): readonly SettingsEvent[] {
  return events.filter((event) => event.update <= update)
}

function configBefore({ before }: SettingsEvent, after: RunConfig): RunConfig {
  return withSettings(after, before)
}

function changeBetween(update: number, from: RunConfig, to: RunConfig): SettingsEvent {
  const [old, present] = [settingsOf(from), settingsOf(to)]
  const changed = DECIDING_SETTINGS.filter((name) => old[name] !== present[name])
  return { update, before: pickSettings(old, changed), after: pickSettings(present, changed) }
}
