import { usePlotSpace } from './plot-space'

type Props = {
  /** Numbers of both axes, as many of each. */
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly colour: string
  readonly radius?: number
}

/** Points that can be taken hold of. */
export function Dots({ x, y, colour, radius = 4 }: Props) {
  const space = usePlotSpace()
  return (
    <g fill={colour} className="plot-dots">
      {Array.from({ length: x.length }, (_, i) => {
        const [across, down] = [space.x(x[i] as number), space.y(y[i] as number)]
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
        return Number.isFinite(down) && <circle key={i} cx={across} cy={down} r={radius} />
      })}
    </g>
  )
}
