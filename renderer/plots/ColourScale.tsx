import { formatMark } from '../store/words/format'
import { cssColour, type Palette } from './palette'
import type { Extent } from './plot-space'

const STOPS = 9

/** What colours stand for: the palette from its least number to its greatest. */
export function ColourScale({
  palette,
  ends,
  name,
  write = formatMark,
}: {
  readonly palette: Palette
  /** As `Heat` has its reach. */
  readonly ends: Extent
  readonly name: string
  readonly write?: (value: number) => string
}) {
  const from = ends.min < 0 ? -1 : 0
  const stops = Array.from({ length: STOPS }, (_, i) =>
    cssColour(palette.colourOf(from + ((1 - from) * i) / (STOPS - 1))),
  )
  return (
    <p className="colour-scale">
      <span>{name}</span>
      <span>{write(ends.min)}</span>
      <i aria-hidden="true" style={{ backgroundImage: `linear-gradient(to right, ${stops.join(', ')})` }} />
      <span>{write(ends.max)}</span>
    </p>
  )
}
