import { axis, type Ends, type FigureAxis } from './axis'

/** Numbers of a decade that ticks stand at: fewer where there are more decades. */
const FINE = [1, 2, 5]
const DECADES_OF_FINE = 3
/** Fewer ticks are too few to read between. */
const FEWEST_TICKS = 3
/** Most ticks that have room; where there are more decades, every second, third … has one. */
const MOST_TICKS = 10

/**
 * An axis that puts positive numbers onto places by their logarithms, with ticks at powers of ten, at two and five times these
 * where there are few, and at round numbers where there would be none of these.
 */
export function logAxis([from, to]: Ends, places: Ends): FigureAxis {
  const [low, high] = [Math.log10(from), Math.log10(to)]
  const scale = (places[1] - places[0]) / (high - low)
  const place = (value: number) => places[0] + (Math.log10(value) - low) * scale
  const decades = Array.from(
    { length: Math.floor(high) - Math.floor(low) + 1 },
    (_, i) => Math.floor(low) + i,
  )
  const factors = high - low <= DECADES_OF_FINE ? FINE : [1]
  const every = Math.ceil(decades.length / MOST_TICKS)
  const values = decades
    .filter((_, i) => i % every === 0)
    .flatMap((decade) => factors.map((factor) => Number(`${factor}e${decade}`)))
    .filter((value) => value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9))
  // Within a part of a decade the numbers are as good as evenly spaced.
  const shown =
    values.length < FEWEST_TICKS ? axis([from, to], places, 5).ticks.map(({ value }) => value) : values
  return { place, ticks: shown.map((value) => ({ value, label: numberLabel(value) })) }
}

/** Where a logarithmic axis ends: a twentieth of it beyond the numbers at each end, and never a single point. */
export function withLogMargin([least, greatest]: Ends): Ends {
  const margin = least === greatest ? 2 : (greatest / least) ** 0.05
  return [least / margin, greatest * margin]
}

/** A number at a tick: with an exponent where it would be long. */
export function numberLabel(value: number): string {
  const size = Math.abs(value)
  if (value !== 0 && (size < 1e-3 || size >= 1e5))
    return value
      .toExponential(2)
      .replace(/\.?0+e/, 'e')
      .replace('e+', 'e')
  return `${Number(value.toPrecision(4))}`
}
