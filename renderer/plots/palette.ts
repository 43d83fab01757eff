/** A colour as red, green and blue, from 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number]

/** How numbers become colours. */
export type Palette = {
  /** @param value from −1 to 1 of a diverging palette, from 0 to 1 of a sequential one; beyond them the ends */
  readonly colourOf: (value: number) => Colour
}

/**
 * Blue for what is below 0 and orange for what is above it: told apart with each of the three kinds of colour blindness, and
 * by their lightness from the middle.
 */
const BELOW: readonly Colour[] = [
  [247, 247, 247],
  [146, 183, 222],
  [33, 102, 172],
  [5, 48, 97],
]
const ABOVE: readonly Colour[] = [
  [247, 247, 247],
  [247, 182, 112],
  [213, 94, 0],
  [110, 44, 0],
]
/** From dark blue over grey to yellow, lighter all the way, as Nuñez et al. 2018 want it of a scale for everybody. */
const RISING: readonly Colour[] = [
  [0, 32, 77],
  [66, 78, 107],
  [124, 123, 120],
  [187, 175, 113],
  [255, 234, 70],
]

/** Where nothing is told. */
const NOTHING: Colour = [128, 128, 128]

function between(stops: readonly Colour[], share: number): Colour {
  const at = Math.min(1, Math.max(0, share)) * (stops.length - 1)
  const [low, high] = [stops[Math.floor(at)] as Colour, stops[Math.ceil(at)] as Colour]
  const part = at - Math.floor(at)
  return low.map((from, i) => Math.round(from + part * ((high[i] as number) - from))) as unknown as Colour
}

/** Numbers around 0. */
export const DIVERGING: Palette = {
  colourOf: (value) => (Number.isNaN(value) ? NOTHING : between(value < 0 ? BELOW : ABOVE, Math.abs(value))),
}

/** Numbers from little to much. */
export const SEQUENTIAL: Palette = {
  colourOf: (value) => (Number.isNaN(value) ? NOTHING : between(RISING, value)),
}

/** A colour as a style sheet has it. */
export function cssColour([red, green, blue]: Colour): string {
  return `rgb(${red} ${green} ${blue})`
}
