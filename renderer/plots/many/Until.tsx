import { type ReactNode, useId } from 'react'
import { usePlotSpace } from '../plot-space'

/** Marks as far as a number of the axis across: what lies behind it is not seen. */
export function Until({ x, children }: { readonly x: number; readonly children: ReactNode }) {
  const { left, top, height, ...space } = usePlotSpace()
  const id = useId()
  return (
    <>
      <clipPath id={id}>
        <rect x={left} y={top} width={Math.max(0, space.x(x) - left)} height={height} />
      </clipPath>
      <g clipPath={`url(#${id})`}>{children}</g>
    </>
  )
}
