import type { PartRange } from '@contract/data/parts'
import { MAX_PART_ROWS } from '@contract/run/parts/part-predictions'
import type { History } from '../curves/history'

/** A stretch of the horizontal axis, in its unit: half periods of the lesson, or time steps that were seen of a series. */
export type Span = { readonly min: number; readonly max: number }

/** Over what the curves reach, and how much of the axis is one half period, or one window of a series. */
export type Extent = Span & {
  readonly unit: number
  /** Nothing comes after its end, as of a whole series: there is no room for it, and nothing to follow. */
  readonly isWhole?: boolean
  /** Of one that is too long to be looked at as a whole: the most of it that is in sight. */
  readonly widest?: number
}

/** Of the curves as they are; a series' windows are as long as the newest. */
export function extentOf(history: History): Extent {
  const { at } = history.times
  const { from, to } = history.range(history.lastUpdate)
  return {
    min: history.points > 0 ? at(0) : 0,
    max: history.points > 0 ? at(history.points - 1) : 0,
    unit: history.facts.axis === 'half-periods' ? 1 : Math.max(1, to - from),
  }
}

/** A whole series is looked at in steps of so many rows: 8 fill the picture at most, and 640 lie around a window. */
const ROWS_NEAR = 64

/** Of the rows of a whole series: row r lies from r − 0.5 to r + 0.5. */
export function extentOfRows(rows: number): Extent {
  return { min: -0.5, max: rows - 0.5, unit: ROWS_NEAR, isWhole: true }
}

/** Of a part: of a long one as much as is asked for at a time, and a little less, as rows at both edges are in sight by half. */
export function extentOfPart({ from, to }: PartRange): Extent {
  return {
    ...{ min: from - 0.5, max: to - 0.5, unit: ROWS_NEAR },
    ...{ isWhole: true, widest: MAX_PART_ROWS - 96 },
  }
}

/** What a person has chosen to look at: the newest windows (so many units of them), everything, or one place. */
export type ViewMode =
  | { readonly kind: 'follow'; readonly width: number }
  | { readonly kind: 'all' }
  | ({ readonly kind: 'free' } & Span)

/** The last ten half periods, the width of the lesson's moving picture; of a series as many windows. */
export const FOLLOW = { kind: 'follow', width: 10 } as const satisfies ViewMode
export const SHOW_ALL: ViewMode = { kind: 'all' }

/** Nearer than so many units, two time steps of even the densest window stand a hand apart. */
const LEAST_WIDTH = 1 / 8

/** Room for the next window at the right edge, so that it appears in the picture and not beyond it. */
const LEAD = 0.1

/** The stretch that a mode shows of curves that reach over `extent`. */
export function spanOf(mode: ViewMode, extent: Extent): Span {
  if (mode.kind === 'free') return { min: mode.min, max: mode.max }
  if (extent.isWhole) return { min: extent.min, max: extent.min + widestOf(extent) }
  if (mode.kind === 'all') return { min: extent.min, max: Math.max(extent.max, extent.min + 2 * extent.unit) }
  const width = mode.width * extent.unit
  const max = Math.max(extent.max + lead(width, extent), extent.min + width)
  return { min: max - width, max }
}

/** The most of a whole that is in sight at a time. */
function widestOf({ min, max, widest = max - min }: Extent): number {
  return Math.min(max - min, widest)
}

function lead(width: number, { unit, isWhole = false }: Extent): number {
  return isWhole ? 0 : Math.min(unit, width * LEAD)
}

/** Moves a stretch back between the ends of what there is, keeping its width where it can. */
export function clamp(span: Span, extent: Extent): Span {
  const width = span.max - span.min
  const room = extent.max + lead(width, extent)
  if (width >= room - extent.min) return { min: extent.min, max: Math.max(room, extent.min + width) }
  if (span.min < extent.min) return { min: extent.min, max: extent.min + width }
  if (span.max > room) return { min: room - width, max: room }
  return span
}

/**
 * The mode that a stretch amounts to: one that holds everything shows all, one that holds the newest time
 * step follows it, so that a person who comes back to the right edge need not press a button.
 */
export function modeOf(wanted: Span, extent: Extent): ViewMode {
  const span = clamp(wanted, extent)
  const width = span.max - span.min
  if (extent.isWhole)
    return span.min <= extent.min && width >= widestOf(extent) ? SHOW_ALL : { kind: 'free', ...span }
  if (span.min <= extent.min && span.max >= extent.max && width > FOLLOW.width * extent.unit) return SHOW_ALL
  if (span.max >= extent.max) return { kind: 'follow', width: width / extent.unit }
  return { kind: 'free', ...span }
}

/** A stretch `factor` times as wide, with the time at `anchor` where it was. */
export function zoomAt(span: Span, anchor: number, factor: number, extent: Extent): ViewMode {
  const before = span.max - span.min
  const all = extent.max - extent.min
  const most = extent.isWhole ? widestOf(extent) : Math.max(all, FOLLOW.width * extent.unit) * (1 + LEAD)
  const width = Math.min(Math.max(before * factor, LEAST_WIDTH * extent.unit), most)
  const part = (anchor - span.min) / before
  const min = anchor - part * width
  return modeOf({ min, max: min + width }, extent)
}

/** Moves a stretch by so much of the axis: later for a positive number. */
export function pan(span: Span, by: number, extent: Extent): ViewMode {
  return modeOf(clamp({ min: span.min + by, max: span.max + by }, extent), extent)
}

/** Moves a stretch, as wide as it is, to have `time` in its middle. */
export function centreOn(span: Span, time: number, extent: Extent): ViewMode {
  return pan(span, time - (span.min + span.max) / 2, extent)
}

/**
 * Shows one window, from `from` to `to`, in the middle: as wide as the stretch is now, unless that is so wide that the
 * window could not be told from its neighbours.
 */
export function visit(span: Span, { min: from, max: to }: Span, extent: Extent): ViewMode {
  const width = Math.min(span.max - span.min, Math.max(FOLLOW.width * extent.unit, 4 * (to - from)))
  const middle = (from + to) / 2
  return modeOf({ min: middle - width / 2, max: middle + width / 2 }, extent)
}

/** The same of a window that is to stay in the picture, however many come after it. */
export function stayAt(span: Span, window: Span, extent: Extent): ViewMode {
  const mode = visit(span, window, extent)
  return mode.kind === 'free' ? mode : { kind: 'free', ...spanOf(mode, extent) }
}

/** The stretch moved, as wide as it is, until `time` is in it; null when it is already. */
export function bringIn(span: Span, time: number, extent: Extent): ViewMode | null {
  return time >= span.min && time <= span.max ? null : centreOn(span, time, extent)
}
