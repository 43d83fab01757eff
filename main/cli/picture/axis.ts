/** One axis of a figure: numbers to places, and the numbers that are written beside it. */
export type FigureAxis = {
  readonly place: (value: number) => number
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
}

/** Both ends of something, in its own units. */
export type Ends = readonly [from: number, to: number]

/**
 * An axis that puts `values` onto `places`, with ticks at round numbers: one, two or five times a power of ten.
 *
 * @param wanted about how many ticks
 */
export function axis(values: Ends, places: Ends, wanted: number): FigureAxis {
  const [from, to] = values
  const scale = (places[1] - places[0]) / (to - from)
  const distance = roundDistance((to - from) / wanted)
  const decimals = Math.max(0, -Math.floor(Math.log10(distance)))
  const first = Math.ceil(from / distance - 1e-9)
  const count = Math.floor(to / distance + 1e-9) - first + 1
  return {
    place: (value) => places[0] + (value - from) * scale,
    ticks: Array.from({ length: count }, (_, i) => {
      const value = (first + i) * distance
      // The first multiple may be a negative zero.
      return { value, label: (value === 0 ? 0 : value).toFixed(decimals) }
    }),
  }
}

/** Where an axis ends for values: a twentieth beyond them at each end, and never a single point. */
export function withMargin([least, greatest]: Ends): Ends {
  const extent = greatest - least
  const margin = extent > 0 ? extent / 20 : Math.max(Math.abs(greatest), 1) / 20
  return [least - margin, greatest + margin]
}

function roundDistance(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5].find((round) => round * power >= rough * (1 - 1e-9)) ?? 10
  return factor * power
}
