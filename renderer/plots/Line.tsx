import { type PlotSpace, usePlotSpace } from './plot-space'

type Props = {
  /** Numbers of both axes, as many of each; a gap where one is not finite. */
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly colour: string
  readonly width?: number
  readonly dashes?: string
  readonly opacity?: number
}

/** A line through points. */
export function Line({ x, y, colour, width = 1.5, dashes, opacity }: Props) {
  const space = usePlotSpace()
  return (
    <path
      d={pathThrough(x, y, space)}
      fill="none"
      stroke={colour}
      strokeWidth={width}
      strokeDasharray={dashes}
      strokeOpacity={opacity}
      strokeLinejoin="round"
    />
  )
}

/** An SVG path through points, which begins anew behind each that is not finite. */
export function pathThrough(x: ArrayLike<number>, y: ArrayLike<number>, space: PlotSpace): string {
  let path = ''
  let isDown = false
  for (let i = 0; i < x.length; i += 1) {
    const [across, down] = [space.x(x[i] as number), space.y(y[i] as number)]
    const isThere = Number.isFinite(across) && Number.isFinite(down)
    if (isThere) path += `${isDown ? 'L' : 'M'}${across.toFixed(2)} ${down.toFixed(2)}`
    isDown = isThere
  }
  return path
}
