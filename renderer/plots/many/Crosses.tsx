import { usePlotSpace } from '../plot-space'

/** From the middle of a cross to its ends, in pixels. */
const REACH = 4

/** What failed: a cross at each place, at the upper edge where that lies higher, or is not finite. */
export function Crosses({ at }: { readonly at: readonly { readonly x: number; readonly y: number }[] }) {
  const { top, height, x: across, y: up } = usePlotSpace()
  return (
    <g className="plot-crosses">
      {at.map(({ x, y }, i) => {
        const [left, down] = [across(x), up(y)]
        if (!Number.isFinite(left)) return null
        const middle = Number.isFinite(down)
          ? Math.min(top + height - REACH, Math.max(top + REACH + 1, down))
          : top + REACH + 1
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a cross is its place
            key={i}
            d={`M${left - REACH} ${middle - REACH}l${2 * REACH} ${2 * REACH}m0 ${-2 * REACH}l${-2 * REACH} ${2 * REACH}`}
          />
        )
      })}
    </g>
  )
}
