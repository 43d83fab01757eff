import { usePlotSpace } from './plot-space'

/** A hair at a number of the axis of time, of the axis up, or of both; null: none. It is seen on every ground. */
export function Cross({ x = null, y = null }: { readonly x?: number | null; readonly y?: number | null }) {
  const { left, top, width, height, ...space } = usePlotSpace()
  const hairs = ['halo', 'hair'].map((layer) => (
    <g key={layer} className={layer}>
      {x !== null && <line x1={space.x(x)} x2={space.x(x)} y1={top} y2={top + height} />}
      {y !== null && <line x1={left} x2={left + width} y1={space.y(y)} y2={space.y(y)} />}
    </g>
  ))
  return <g className="plot-cross">{hairs}</g>
}
