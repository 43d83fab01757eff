import { useMemo } from 'react'
import type { Palette } from './palette'
import { type Extent, usePlotSpace } from './plot-space'

type Props = {
  /** [row, column]; the first row is drawn at the top. Where there is nothing to tell, NaN, nothing is drawn. */
  readonly values: ArrayLike<number>
  readonly rows: number
  readonly columns: number
  /** What the palette's ends stand for; around 0 it is −reach to reach. */
  readonly reach: Extent
  readonly palette: Palette
  /** Where it lies, in numbers of the axes: the cells' outer edges. */
  readonly across: Extent
  readonly up: Extent
}

/** Numbers as coloured cells. */
export function Heat({ values, rows, columns, reach, palette, across, up }: Props) {
  const space = usePlotSpace()
  const picture = useMemo(
    () => pictureOf(values, rows, columns, reach, palette),
    [values, rows, columns, reach, palette],
  )
  const [left, right] = [space.x(across.min), space.x(across.max)]
  const [top, bottom] = [space.y(up.max), space.y(up.min)]
  return (
    <image
      href={picture}
      x={left}
      y={top}
      width={Math.max(0, right - left)}
      height={Math.max(0, bottom - top)}
      preserveAspectRatio="none"
      style={{ imageRendering: 'pixelated' }}
    />
  )
}

/** One pixel a cell, as a data URL; empty where there is no canvas to draw on. */
function pictureOf(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  { min, max }: Extent,
  { colourOf }: Palette,
): string {
  const canvas = document.createElement('canvas')
  canvas.width = columns
  canvas.height = rows
  const context = canvas.getContext('2d')
  if (!context || rows === 0 || columns === 0) return ''
  const image = context.createImageData(columns, rows)
  const isAroundZero = min < 0
  for (let i = 0; i < rows * columns; i += 1) {
    const value = values[i] as number
    const colour = colourOf(isAroundZero ? value / max : (value - min) / (max - min))
    image.data.set(colour, 4 * i)
    image.data[4 * i + 3] = Number.isNaN(value) ? 0 : 255
  }
  context.putImageData(image, 0, 0)
  return canvas.toDataURL()
}
