/** The smallest of 1, 2 and 5 times a power of ten that is at least `least`. */
export function niceStep(least: number): number {
  if (!(least > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  for (const factor of [1, 2, 5]) if (factor * power >= least * (1 - 1e-9)) return factor * power
  return 10 * power
}

/** At most `most` + 1 round marks between two ends; whole numbers unless fractions are wanted. */
export function countTicks(min: number, max: number, most: number, fractions = false): number[] {
  const fine = niceStep((max - min) / Math.max(1, most))
  const step = fractions ? fine : Math.max(1, fine)
  // Adding 0 turns the −0 that rounding up can make into 0.
  const first = Math.ceil(min / step - 1e-9) + 0
  const last = Math.floor(max / step + 1e-9)
  const ticks: number[] = []
  for (let index = first; index <= last; index++) ticks.push(index * step)
  return ticks
}

/** The powers of ten between two ends: each of them, or every second, third … when there are more than six. */
export function decadeTicks(min: number, max: number): number[] {
  const first = Math.ceil(Math.log10(min) - 1e-9)
  const last = Math.floor(Math.log10(max) + 1e-9)
  const step = Math.max(1, Math.ceil((last - first) / 6))
  const ticks: number[] = []
  for (let power = last; power >= first; power -= step) ticks.unshift(10 ** power)
  return ticks
}
