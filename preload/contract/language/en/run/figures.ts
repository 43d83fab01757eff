import { minus, type Words } from '../../words'

/** Measured numbers, as short as they can be told apart. */
export const figures = {
  /** Three significant digits; a dash where there is none. */
  'figures.loss': ({ value }: { value: number | null }, words: Words) =>
    value !== null && !Number.isFinite(value) ? 'not a number' : short(value, words),
}

/** A loss that is a number, in any language: `0.0123`, `1.05`, `1.20e−7`. */
export function short(value: number | null, words: Words): string {
  if (value === null) return '–'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size < 1e-4 || size >= 1e6) return minus(value.toExponential(2).replace('e+', 'e'))
  return words.significant(value, 3)
}
