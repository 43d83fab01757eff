import { useId } from 'react'
import { formatMark } from '../store/words/format'
import { cssColour, type Palette } from './palette'
import type { Extent } from './plot-space'

/** The bar, in pixels, and the room beside it for the numbers at its ends. */
const BAR = { width: 160, height: 10, beside: 58, top: 4 }
const HEIGHT = 18
/** Between two of them a gradient is as good as the palette. */
const STOPS = 24

/** What colours stand for: the palette from its least number to its greatest. It is saved with the plots of its card. */
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
  const id = useId()
  const from = ends.min < 0 ? -1 : 0
  const shares = Array.from({ length: STOPS + 1 }, (_, i) => i / STOPS)
  const [least, most] = [write(ends.min), write(ends.max)]
  return (
    <div className="colour-scale">
      <span>{name}</span>
      <svg
        className="plot"
        width={BAR.width + 2 * BAR.beside}
        height={HEIGHT}
        role="img"
        aria-label={`${least} – ${most}`}
      >
        <linearGradient id={id}>
          {shares.map((share) => (
            <stop
              key={share}
              offset={share}
              stopColor={cssColour(palette.colourOf(from + (1 - from) * share))}
            />
          ))}
        </linearGradient>
        <rect x={BAR.beside} y={BAR.top} width={BAR.width} height={BAR.height} fill={`url(#${id})`} />
        <g className="plot-axes">
          <text x={BAR.beside - 6} y={BAR.top + 9} textAnchor="end">
            {least}
          </text>
          <text x={BAR.beside + BAR.width + 6} y={BAR.top + 9}>
            {most}
          </text>
        </g>
      </svg>
    </div>
  )
}
