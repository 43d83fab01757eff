import { useId } from 'react'
import { cssColour, type Palette } from '../palette'
import { usePlotSpace } from '../plot-space'

/** A field of a table of colours. */
export type Field = {
  /** Its middle, in numbers of the axes, which count rows and columns. */
  readonly x: number
  readonly y: number
  /** From 0 to 1 of the palette; null: it has no colour. */
  readonly value: number | null
  /** How much of it is hatched, from 0 to 1, from below. */
  readonly hatched: number
  /** What is written in it, where there is room. */
  readonly words: string
}

/** Room that words need, in pixels. */
const ROOM = { width: 34, height: 16 }

/** Fields as wide and as high as one of the axes' numbers, in colours, hatched as far as something is amiss with them. */
export function Fields({
  fields,
  palette,
  picked,
}: {
  readonly fields: readonly Field[]
  readonly palette: Palette
  /** By its place; null: none. */
  readonly picked: number | null
}) {
  const { x: across, y: up } = usePlotSpace()
  const hatch = useId()
  const [width, height] = [Math.abs(across(1) - across(0)), Math.abs(up(1) - up(0))]
  const boxOf = ({ x, y }: Field) => ({ x: across(x) - width / 2, y: up(y) - height / 2, width, height })
  const marked = picked === null ? undefined : fields[picked]
  return (
    <g className="plot-fields">
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={1} x2={1} y1={0} y2={6} className="halo" />
          <line x1={1} x2={1} y1={0} y2={6} className="hatch" />
        </pattern>
      </defs>
      {fields.map((field) => {
        const box = boxOf(field)
        const high = field.hatched * height
        return (
          <g key={`${field.x} ${field.y}`}>
            <rect
              {...box}
              className={field.value === null ? 'field empty' : 'field'}
              {...(field.value !== null && { fill: cssColour(palette.colourOf(field.value)) })}
            />
            {high > 0 && <rect {...box} y={box.y + height - high} height={high} fill={`url(#${hatch})`} />}
            {field.words !== '' && width >= ROOM.width && height >= ROOM.height && (
              <rect
                className="words"
                x={across(field.x) - ROOM.width / 2 + 2}
                y={up(field.y) - ROOM.height / 2}
                width={ROOM.width - 4}
                height={ROOM.height}
                rx={3}
              />
            )}
            {field.words !== '' && width >= ROOM.width && height >= ROOM.height && (
              <text x={across(field.x)} y={up(field.y)} dy="0.35em" textAnchor="middle">
                {field.words}
              </text>
            )}
          </g>
        )
      })}
      {marked && <rect {...boxOf(marked)} className="picked ground" />}
      {marked && <rect {...boxOf(marked)} className="picked" />}
    </g>
  )
}
