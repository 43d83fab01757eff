import { createContext, useContext } from 'react'

/** Ends of an axis; `min` < `max`. */
export type Extent = { readonly min: number; readonly max: number }

/** Where the numbers of a plot stand in its picture, in pixels from the upper left. */
export type PlotSpace = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

export const PlotSpaceContext = createContext<PlotSpace | null>(null)

/** The space of the plot that a mark stands in. */
export function usePlotSpace(): PlotSpace {
  const space = useContext(PlotSpaceContext)
  if (!space) throw new Error('a mark must stand inside of a plot')
  return space
}

/** How an axis is divided: evenly, or by powers of ten, where its ends are above 0. */
export type AxisKind = 'linear' | 'log'

/** Where a value of an axis stands between two ends, from 0 to 1. */
export function shareOf(value: number, { min, max }: Extent, kind: AxisKind): number {
  if (kind === 'log') return Math.log(value / min) / Math.log(max / min)
  return (value - min) / (max - min)
}
