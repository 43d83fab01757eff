import type { Text } from '@contract/language/text'
import type { ListedRun } from '@contract/run/kept-run'
import { type OverlaidCurve, overlaidEnd, overlaidLoss } from '../../curves/overlaid/overlaid-curve'
import type { AppState } from '../../state/app-state'
import { namesApart } from './apart'

/** A run that lies over the present one, and in which of the ways of drawing. */
export type ShownOverlay = {
  readonly run: ListedRun
  /** No other's that lies there. */
  readonly name: Text
  readonly curve: OverlaidCurve
  /** From 0, by the order in which it was ticked: what is drawn stays as it is when others come and go. */
  readonly style: number
}

/** Runs whose losses are drawn over those of the present one, which is drawn anyway. */
export function shownOverlays(state: AppState): readonly ShownOverlay[] {
  const { overlaid, overlaidCurves, runs, description } = state
  const found = overlaid.flatMap((id, style) => {
    const run = runs.find((one) => one.id === id)
    const curve = overlaidCurves.get(id)
    return run && curve && id !== description?.id ? [{ run, curve, style }] : []
  })
  const names = namesApart(found.map(({ run }) => run))
  return found.flatMap((each) => {
    const name = names.get(each.run.id)
    return name ? [{ ...each, name }] : []
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
