import { type KeptTouch, keptTogether } from './kept-touches'
import type { MomentId } from './moment'
import type { SettingsEvent } from './settings-events'

/** A change that a run makes by itself when it reaches an update: the first one that is made with the new values. */
export type PlannedChange = Omit<SettingsEvent, 'before'>

/** What becomes of an event: it never was, or took effect at another update. */
export type EventEdit = 'off' | { readonly movedTo: number }

/** An event of a run, by its update, and what its run is to be computed again with. */
export type Recomputing = MomentId & { readonly change: EventEdit }

/** A log with one of its events off, or at another update. */
export type EditedLog = {
  /** The last update that nothing becomes of. */
  readonly from: number
  /** All that comes after it, in order, at most one for each update. */
  readonly planned: readonly PlannedChange[]
}

/**
 * What a log becomes when one of its events is switched off or moved. The others stay at their updates; where one of them
 * already is at the update that the event is moved to, they are one, in which the moved one has the last word.
 *
 * @param planned what is to come after the log
 * @param update of the event
 * @returns null where the log has no such event, or it is moved to where it is
 */
export function editedLog(
  events: readonly SettingsEvent[],
  planned: readonly PlannedChange[],
  update: number,
  edit: EventEdit,
): EditedLog | null {
  const event = events.find((each) => each.update === update)
  const movedTo = edit === 'off' ? null : edit.movedTo
  if (!event || movedTo === update) return null
  const from = Math.min(update, movedTo ?? update) - 1
  const rest = [...events, ...planned].filter((each) => each !== event && each.update > from).map(plannedAs)
  if (movedTo === null) return { from, planned: rest }
  const there = rest.find((each) => each.update === movedTo)
  const moved = { ...plannedAs(event), update: movedTo }
  const all = [...rest.filter((each) => each !== there), there ? joined(there, moved) : moved]
  return { from, planned: all.sort((a, b) => a.update - b.update) }
}

/** Two changes before the same update, one after the other. */
function joined(first: PlannedChange, second: PlannedChange): PlannedChange {
  return {
    update: second.update,
    after: { ...first.after, ...second.after },
    ...keptTogether(first, second),
  }
}

function plannedAs({ update, after, wiped, touches }: SettingsEvent | PlannedChange): PlannedChange {
  return { update, after, ...(wiped && { wiped }), ...(touches && { touches: touches.map(unknownBefore) }) }
}

/** What a weight was before is not known where something else has become of the run until then. */
function unknownBefore(touch: KeptTouch): KeptTouch {
  if (touch.kind !== 'weight') return touch
  const { was: _, ...weight } = touch
  return weight
}
