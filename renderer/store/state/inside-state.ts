import type { InsidePlane } from '@contract/inside/dynamics'
import type { InsideAsk, InsideFound, InsideKind, InsideLane } from '@contract/inside/inside'
import type { InsideRow } from '@contract/inside/states'
import type { RunId } from '@contract/run-id'

/** What a view wants to know of the inside of the network, for as long as it is seen. */
export type InsideWish = { readonly ask: InsideAsk; readonly lane: InsideLane; readonly views: number }

/** What was told of it last. */
export type ToldInside<Kind extends InsideKind = InsideKind> = {
  readonly runId: RunId
  /** The moment that it was asked about, see `insideMoment`: it is out of date when there is another one. */
  readonly moment: string
  /** The update whose window was looked at, and which sequence of its batch, from 0. */
  readonly update: number
  readonly sequence: number
  readonly found: InsideFound<Kind>
}

/** What the Inside tab shows under its curve. */
export const INSIDE_VIEWS = ['states', 'gradient', 'dynamics', 'weights', 'update', 'touch'] as const
export type InsideView = (typeof INSIDE_VIEWS)[number]

/** Two directions among the hidden states, and the update at which they were fitted; see `InsidePlane`. */
export type FrozenPlane = Pick<InsidePlane, 'mean' | 'components'> & { readonly update: number }
/** What the units of a layer are put in order by. */
export const UNIT_ORDERS = ['number', 'input', 'target', 'phase'] as const
export type UnitOrder = (typeof UNIT_ORDERS)[number]

/** The inside of the network, as far as somebody looks at it. */
export type InsideSlice = {
  /** By their keys, see `keyOfAsk`. */
  readonly insideWishes: ReadonlyMap<string, InsideWish>
  readonly insideTold: ReadonlyMap<string, ToldInside>
  /** One view more wants this; the function that is returned takes it back, once. */
  readonly wishInside: (ask: InsideAsk, lane: InsideLane) => () => void
  /** What was told; of what nobody wants any more nothing is kept. */
  readonly insideArrived: (told: ReadonlyMap<string, ToldInside>) => void
  readonly insideView: InsideView
  readonly showInsideView: (view: InsideView) => void
  /** The layer that was chosen, counted from 0; null: the last. See `shownLayer`. */
  readonly insideLayer: number | null
  readonly showInsideLayer: (layer: number) => void
  /** The sequence of the batch that was chosen, counted from 0. See `shownSequence`. */
  readonly insideSequence: number
  readonly showInsideSequence: (sequence: number) => void
  /** What was chosen to be shown of a layer's units. */
  readonly insideRow: InsideRow
  readonly showInsideRow: (row: InsideRow) => void
  readonly insideOrder: UnitOrder
  readonly orderUnits: (order: UnitOrder) => void
  /** The unit that is picked, counted from 0. */
  readonly insideUnit: number | null
  readonly pickUnit: (unit: number | null) => void
  /** Planes that hidden states are drawn in, see `keyOfPlane`: each stays as it was fitted. */
  readonly insidePlanes: ReadonlyMap<string, FrozenPlane>
  readonly keepPlane: (key: string, plane: FrozenPlane) => void
  /** The time step of the window that is pointed at, in every view. */
  readonly insideStep: number | null
  /** Whether it stays where it is, and is marked in the other tabs as well. */
  readonly isStepPinned: boolean
  /** Null lets go of it, pinned or not; another one takes the place of one that is pinned. */
  readonly pointAtStep: (step: number | null) => void
  /** The pointer is over a time step: it counts unless one is pinned. */
  readonly passOverStep: (step: number) => void
  readonly pinStep: (step: number) => void
  /** Pins a time step of the curves, by its index; its update is marked where it is not the one that is looked at. */
  readonly pinPoint: (point: number) => void
  /** It stays pointed at, until something else is. */
  readonly unpinStep: () => void
}

/** What tells one question from another. */
export function keyOfAsk(ask: InsideAsk): string {
  return JSON.stringify(ask)
}
