import { usePlotSpace } from './plot-space'

type Props = {
  /** Where the first bar begins, and how wide each is, in numbers of the axis. */
  readonly from: number
  readonly width: number
  readonly heights: ArrayLike<number>
  readonly colour: string
}

/** Bars beside each other, from 0 up. */
export function Bars({ from, width, heights, colour }: Props) {
  const { x, y } = usePlotSpace()
  return (
    <g fill={colour} fillOpacity={0.55}>
      {Array.from(heights, (height, i) => {
        const [left, top] = [x(from + i * width), y(height)]
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={i}
            x={left}
            y={top}
            width={Math.max(0, x(from + (i + 1) * width) - left)}
            height={Math.max(0, y(0) - top)}
          />
        )
      })}
    </g>
  )
}
