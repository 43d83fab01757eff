import type { Plotted } from '../../store/curves/curve'

/** The least and the greatest value of a curve from one time step up to, not including, another; none where it has none. */
export function extremesOf({ extrema }: Plotted, from: number, to: number): number[] {
  if (from >= to) return []
  const { low, high } = extrema.within(from, to)
  return [low, high].filter(Number.isFinite)
}
