import { usePlotSpace } from './plot-space'

type Props = {
  /** Numbers of both axes, as many of each; those that are not finite are left out. */
  readonly x: ArrayLike<number>
  readonly y: ArrayLike<number>
  readonly colour: string
  readonly radius?: number
  /** Less than 1 where they may lie on each other. */
  readonly opacity?: number
  /** One that has a ring, by its place; null: none. */
  readonly picked?: number | null
  /** Whether they can be taken hold of, and moved up and down. */
  readonly canBeMoved?: boolean
}

/** Points. */
export function Dots({ x, y, colour, radius = 4, opacity = 1, picked = null, canBeMoved = false }: Props) {
  const space = usePlotSpace()
  const place = (i: number) => {
    const [cx, cy] = [space.x(x[i] as number), space.y(y[i] as number)]
    return Number.isFinite(cx) && Number.isFinite(cy) ? { cx, cy } : null
  }
  const ring = picked !== null && picked < x.length ? place(picked) : null
  return (
    <g fill={colour} fillOpacity={opacity} className={canBeMoved ? 'plot-dots' : undefined}>
      {Array.from({ length: x.length }, (_, i) => {
        const at = place(i)
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
        return at && <circle key={i} {...at} r={radius} />
      })}
      {ring && <circle {...ring} r={radius + 3} fill="none" stroke="var(--ink)" strokeWidth={2} />}
    </g>
  )
}
