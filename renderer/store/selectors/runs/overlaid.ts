import type { Text } from '@contract/language/text'
import type { ListedRun } from '@contract/run/kept-run'
import type { RunId } from '@contract/run-id'
import { sameSource } from '@contract/settings/source-config'
import type { History } from '../../curves/history'
import { type OverlaidCurve, overlaidEnd, overlaidLoss } from '../../curves/overlaid/overlaid-curve'
import { type OverlaidWindow, placesOf } from '../../curves/overlaid/overlaid-window'
import type { AppState } from '../../state/app-state'
import { namesApart } from './apart'

/** A run that was ticked, and in which of the ways of drawing. */
type TickedRun = {
  readonly run: ListedRun
  /** No other's that was ticked. */
  readonly name: Text
  /** From 0, by the order in which it was ticked: what is drawn stays as it is when others come and go. */
  readonly style: number
}

/** A run whose losses lie over those of the present one. */
export type ShownOverlay = TickedRun & { readonly curve: OverlaidCurve }

/** A run of which a window lies over the present one's, and where: [time step] on the axis of the curves. */
export type ShownWindow = TickedRun & { readonly window: OverlaidWindow; readonly places: Float64Array }

/** Not the present one, which is drawn anyway. */
function tickedRuns({ overlaid, runs, description }: AppState): readonly TickedRun[] {
  const found = overlaid.flatMap((id, style) => {
    const run = runs.find((one) => one.id === id)
    return run && id !== description?.id ? [{ run, style }] : []
  })
  const names = namesApart(found.map(({ run }) => run))
  return found.flatMap((each) => {
    const name = names.get(each.run.id)
    return name ? [{ ...each, name }] : []
  })
}

/** Runs whose losses are drawn over those of the present one. */
export function shownOverlays(state: AppState): readonly ShownOverlay[] {
  return tickedRuns(state).flatMap((ticked) => {
    const curve = state.overlaidCurves.get(ticked.run.id)
    return curve ? [{ ...ticked, curve }] : []
  })
}

/** Runs that learn the same as the present one, so that what they say can lie over what it says. */
function isOfPresentData({ config }: ListedRun, { run }: AppState): boolean {
  return config !== null && run !== null && sameSource(config.data.source, run.config.data.source)
}

/**
 * The update of each ticked run of which the window is wanted: that which is looked at, or at rest the present run's last, or
 * the run's own last where it ended before that. While the present run trains, that of each is its own last.
 */
export function overlaidUpdates(state: AppState): ReadonlyMap<RunId, number> {
  const { overlaid, runs, description, marked, run: present } = state
  const rested = present?.phase === 'training' ? 0 : present?.updatesDone
  const looked = marked ?? (rested || Number.MAX_SAFE_INTEGER)
  const updates = new Map<RunId, number>()
  for (const run of overlaid.length === 0 ? [] : runs) {
    const { id, updatesDone } = run
    const isWanted = overlaid.includes(id) && id !== description?.id && updatesDone > 0
    if (isWanted && isOfPresentData(run, state)) updates.set(id, Math.max(1, Math.min(looked, updatesDone)))
  }
  return updates
}

/** Runs of which a window is drawn over those of the present one. */
export function shownWindows(state: AppState, history: History): readonly ShownWindow[] {
  if (state.overlaidWindows.size === 0) return []
  return tickedRuns(state).flatMap((ticked) => {
    const window = state.overlaidWindows.get(ticked.run.id)
    if (window?.outputs !== history.outputs.length || !isOfPresentData(ticked.run, state)) return []
    const places = placesOf(window, history)
    return places ? [{ ...ticked, window, places }] : []
  })
}

/** What a run has at an update, or where it ended before that. */
export function atUpdate(
  curve: OverlaidCurve,
  update: number,
): { readonly loss: number | null; readonly endedAt: number | null } {
  const end = overlaidEnd(curve)
  return { loss: overlaidLoss(curve, update), endedAt: update > end ? end : null }
}
