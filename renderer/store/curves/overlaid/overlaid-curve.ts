import type { RunId } from '@contract/run-id'
import type { Curve } from '../curve'

/** The losses of another run, over those of the present one. */
export type OverlaidCurve = {
  readonly runId: RunId
  readonly firstUpdate: number
  /** A loss for each update from the first on; it grows no more. */
  readonly losses: Curve
}

/** The loss of an update of an overlaid run; null where it has none, as after its end. */
export function overlaidLoss({ firstUpdate, losses }: OverlaidCurve, update: number): number | null {
  const loss = losses.at(update - firstUpdate)
  return Number.isNaN(loss) ? null : loss
}

/** The last update of an overlaid run. */
export function overlaidEnd({ firstUpdate, losses }: OverlaidCurve): number {
  return firstUpdate + losses.values.length - 1
}
