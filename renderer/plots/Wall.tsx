import { usePlotSpace } from './plot-space'

/** The left edge as a wall that nothing passes. */
export function Wall() {
  const { left, top, height } = usePlotSpace()
  return <line className="plot-wall" x1={left + 2} x2={left + 2} y1={top} y2={top + height} />
}
