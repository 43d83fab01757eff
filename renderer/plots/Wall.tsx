import { usePlotSpace } from './plot-space'

/** A wall between windows that nothing passes: at a number of the axis of time, or at the left edge. */
export function Wall({ x }: { readonly x?: number }) {
  const { left, top, height, ...space } = usePlotSpace()
  const at = x === undefined ? left + 2 : space.x(x)
  return <line className="plot-wall" x1={at} x2={at} y1={top} y2={top + height} />
}
