import { usePlotSpace } from '../plot-space'

type Props = {
  /** Numbers of the axis across, in order, and between what the band lies at each; infinite above: up to the edge. */
  readonly x: ArrayLike<number>
  readonly low: ArrayLike<number>
  readonly high: ArrayLike<number>
  readonly colour: string
}

/** What lies between two lines, with an edge to either side; where the lower one is not finite there is nothing. */
export function Band({ x, low, high, colour }: Props) {
  const { top, x: across, y: up } = usePlotSpace()
  const above = (value: number) => (Number.isFinite(value) ? up(value) : top - 2)
  const point = (i: number, y: number) => `${across(x[i] as number).toFixed(2)} ${y.toFixed(2)}`
  const stretches: number[][] = [[]]
  for (let i = 0; i < x.length; i += 1) {
    if (Number.isFinite(low[i]) && Number.isFinite(up(low[i] as number))) stretches.at(-1)?.push(i)
    else stretches.push([])
  }
  const drawn = stretches.filter(({ length }) => length > 0)
  return (
    <g className="plot-band" fill={colour} stroke={colour}>
      {drawn.map((places) => {
        const upper = places.map((i) => point(i, above(high[i] as number)))
        const lower = places.map((i) => point(i, up(low[i] as number)))
        return (
          <g key={places[0]}>
            <path
              d={`M${upper.join('L')}L${[...lower].reverse().join('L')}Z`}
              stroke="none"
              fillOpacity={0.2}
            />
            <path d={`M${upper.join('L')}M${lower.join('L')}`} fill="none" strokeOpacity={0.6} />
          </g>
        )
      })}
    </g>
  )
}
