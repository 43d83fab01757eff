import { usePlotSpace } from './plot-space'

type Shape = 'dot' | 'square' | 'diamond' | 'ring'

type Props = {
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly shape: Shape
  /** Of all, or of each by its place. */
  readonly colour: string | ((at: number) => string)
  /** From the middle to the edge, in pixels. */
  readonly size?: number
}

/** Points, each as a mark; those that are not finite are left out. */
export function Points({ x, y, shape, colour, size = 4 }: Props) {
  const space = usePlotSpace()
  return (
    <g className={`plot-points ${shape}`}>
      {Array.from(x, (value, at) => {
        const [across, down] = [space.x(value), space.y(y[at] ?? Number.NaN)]
        if (!Number.isFinite(across) || !Number.isFinite(down)) return null
        const own = typeof colour === 'string' ? colour : colour(at)
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
            key={at}
            d={outline(shape, across, down, size)}
            {...(shape === 'dot' ? { fill: own } : { stroke: own })}
          />
        )
      })}
    </g>
  )
}

function outline(shape: Shape, x: number, y: number, size: number): string {
  if (shape === 'square') return `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}z`
  if (shape === 'diamond')
    return `M${x} ${y - 1.3 * size}l${1.3 * size} ${1.3 * size}l${-1.3 * size} ${1.3 * size}l${-1.3 * size} ${-1.3 * size}z`
  return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`
}
