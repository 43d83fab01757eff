import { useMemo } from 'react'
import { pathThrough } from '../Line'
import { usePlotSpace } from '../plot-space'

type Props = {
  /** Numbers of both axes of each line, as many of each. */
  readonly lines: readonly { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> }[]
  readonly colour: string
}

/** Many thin lines. They are one path, so that hundreds of them are drawn as fast as one. */
export function Hairs({ lines, colour }: Props) {
  const space = usePlotSpace()
  const path = useMemo(() => lines.map(({ x, y }) => pathThrough(x, y, space)).join(''), [lines, space])
  const opacity = lines.length > 60 ? 0.35 : 0.6
  return (
    <path
      className="plot-hairs"
      d={path}
      fill="none"
      stroke={colour}
      strokeWidth={1}
      strokeOpacity={opacity}
      strokeLinejoin="round"
    />
  )
}
