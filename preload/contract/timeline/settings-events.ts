import type { RunConfig, Settings } from '../settings/run-config'
import { LIVE_SETTINGS, type LiveName, pickSettings, settingsOf, withSettings } from '../settings/settings'

/** What may change in a run and decides its numbers. How far it goes and how patient it is changes none of them. */
export const DECIDING_SETTINGS: readonly DecidingName[] = LIVE_SETTINGS.filter(isDeciding)
export type DecidingName = Exclude<LiveName, 'updates' | 'patience'>

function isDeciding(name: LiveName): name is DecidingName {
  return name !== 'updates' && name !== 'patience'
}

/** A change of settings in a run, or of the state that is carried in it. */
export type SettingsEvent = {
  /** The first update that is made with the new values. */
  readonly update: number
  /** The old and the new values of what changed, by the same names. */
  readonly before: Partial<Pick<Settings, DecidingName>>
  readonly after: Partial<Pick<Settings, DecidingName>>
  /** Where it is said, the state that goes into this update is zero, whatever was carried. */
  readonly wiped?: true
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
  const last = events.at(-1)
  const joins = last?.update === update
  const first = joins ? configBefore(last, from) : from
  const rest = joins ? events.slice(0, -1) : events
  const event = changeBetween(update, first, to)
  if (joins && last.wiped) return [...rest, { before: {}, after: {}, ...event, update, wiped: true }]
  return event ? [...rest, event] : rest
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
  const last = events.at(-1)
  const joins = last?.update === update
  const rest = joins ? events.slice(0, -1) : events
  const { wiped: _, ...kept } = joins ? last : { update, before: {}, after: {} }
  if (wiped) return [...rest, { ...kept, wiped }]
  return Object.keys(kept.after).length > 0 ? [...rest, kept] : rest
}

/** Whether the state that goes into an update is wiped. */
export function isWipedAt(
  events: readonly Pick<SettingsEvent, 'update' | 'wiped'>[],
  update: number,
): boolean {
  return events.some((event) => event.update === update && event.wiped === true)
}

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

function changeBetween(update: number, from: RunConfig, to: RunConfig): SettingsEvent | null {
  const [old, present] = [settingsOf(from), settingsOf(to)]
  const changed = DECIDING_SETTINGS.filter((name) => old[name] !== present[name])
  if (changed.length === 0) return null
  return { update, before: pickSettings(old, changed), after: pickSettings(present, changed) }
}
