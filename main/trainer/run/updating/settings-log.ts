import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { Kept, KeptTouch } from '@contract/timeline/kept-touches'
import type { PlannedChange } from '@contract/timeline/planned-changes'
import {
  isWipedAt,
  type SettingsEvent,
  touchesAt,
  withChange,
  withKept,
  withWipe,
} from '@contract/timeline/settings-events'
import type { NamedArrays } from '../../network/shape/named-arrays'
import type { Checkpoint } from '../../weights/checkpoint/checkpoint'

/** The settings of a run: those in force, what was changed on the way, and what will be. */
export type SettingsLog = {
  readonly config: () => RunConfig
  readonly events: () => readonly SettingsEvent[]
  /** What takes effect by itself, in order. */
  readonly planned: () => readonly PlannedChange[]
  /** The settings that come into force by themselves, one after the other. */
  readonly toCome: () => readonly RunConfig[]
  /** Other settings from an update on, which is the next. */
  readonly change: (update: number, config: RunConfig) => void
  /** The state that goes into an update, which is the next, is wiped, or is not to be after all. */
  readonly wipe: (update: number, wiped: boolean) => void
  /** An update, which is the next, is made after some touches. @param weights those before it */
  readonly keep: (update: number, kept: Kept, weights?: () => NamedArrays) => void
  readonly isWiped: (update: number) => boolean
  readonly touchesAt: (update: number) => readonly KeptTouch[]
  /**
   * What is planned for an update is not to be, or is to be after all; later changes stay as they are.
   *
   * @returns whether there was such a change
   */
  readonly plan: (update: number, isToBe: boolean) => boolean
  /**
   * An update is the next: what was planned for it takes effect.
   *
   * @param weights those before it, to note what is set in them; left out where nobody reads that
   * @returns whether something did
   */
  readonly reach: (update: number, weights?: () => NamedArrays) => boolean
  /** Updates, from the next one on, that nothing planned lies in the midst of. */
  readonly untilPlanned: (next: number) => number
}

/** @param begin where the run is opened */
export function createSettingsLog(begin: Pick<Checkpoint, 'config' | 'events' | 'planned'>): SettingsLog {
  let { config, events = [], planned = [] } = begin
  /** What was planned and is not to be, as long as it can still be taken back. */
  let cancelled: readonly PlannedChange[] = []

  function change(update: number, to: RunConfig) {
    events = withChange(events, update, config, to)
    config = to
  }

  function wipe(update: number, wiped: boolean) {
    events = withWipe(events, update, wiped)
  }

  function keep(update: number, kept: Kept, weights?: () => NamedArrays) {
    events = withKept(events, update, weights ? withBefore(kept, weights) : kept)
  }

  return {
    config: () => config,
    events: () => events,
    planned: () => planned,
    toCome: () => {
      let coming = config
      return planned.map(({ after }) => {
        coming = withSettings(coming, after)
        return coming
      })
    },
    change,
    wipe,
    keep,
    touchesAt: (update) => touchesAt(events, update),
    isWiped: (update) => isWipedAt(events, update),
    plan: (update, isToBe) => {
      const found = (isToBe ? cancelled : planned).find((each) => each.update === update)
      if (!found) return false
      const others = (list: readonly PlannedChange[]) => list.filter((each) => each.update !== update)
      planned = isToBe ? [...others(planned), found].sort((a, b) => a.update - b.update) : others(planned)
      cancelled = isToBe ? others(cancelled) : [...others(cancelled), found]
      return true
    },
    reach: (update, weights) => {
      const due = planned.filter((each) => each.update <= update)
      for (const { after, ...kept } of due) {
        change(update, withSettings(config, after))
        keep(update, kept, weights)
      }
      planned = planned.slice(due.length)
      cancelled = cancelled.filter((each) => each.update > update)
      return due.length > 0
    },
    untilPlanned: (next) => (planned[0]?.update ?? Number.POSITIVE_INFINITY) - next,
  }
}

/** Touches with what each weight is before it is set, for whoever reads of it later. */
function withBefore({ touches, ...wiped }: Kept, weights: () => NamedArrays): Kept {
  if (!touches?.some(({ kind }) => kind === 'weight')) return { ...wiped, ...(touches && { touches }) }
  const all = weights()
  const noted = touches.map((touch) => {
    if (touch.kind !== 'weight') return touch
    const was = all.get(touch.name)?.values[touch.index]
    // As a file can say it: JSON has no negative zero.
    return was === undefined ? touch : { ...touch, was: was + 0 }
  })
  return { ...wiped, touches: noted }
}
