import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useMemo, useRef } from 'react'
import { countTicks, decadeTicks } from '../charts/axes/ticks'
import { formatMark } from '../store/words/format'
import { type AxisKind, type Extent, type PlotSpace, PlotSpaceContext, shareOf } from './plot-space'
import { useWidth } from './use-width'

/** Room for the names and numbers of the axes, in pixels; the same in all plots, so that their time steps stand in line. */
const MARGIN = { left: 66, right: 12, top: 8, bottom: 34 }
const PIXELS_PER_TICK = { x: 70, y: 36 }

export type PlotAxis = {
  readonly extent: Extent
  /** What it counts, in words. */
  readonly name: string
  readonly kind?: AxisKind
  /** Numbers that are written at the axis; left out, round ones. */
  readonly ticks?: readonly number[]
  /** How a number of the axis is written. */
  readonly write?: (value: number) => string
}

type At = { readonly x: number; readonly y: number }

/** What follows the pointer; `end` when it is let go. */
export type Drag = { readonly move: (at: At) => void; readonly end: () => void }

type Props = {
  readonly x: PlotAxis
  readonly y: PlotAxis
  /** Of the picture, in pixels. */
  readonly height: number
  /** What is seen, for those who cannot see it. */
  readonly label: string
  readonly testId?: string
  /** What is pointed at, in numbers of the axes; null when the pointer has left. */
  readonly onPoint?: (at: At | null) => void
  /** What is pressed. */
  readonly onPress?: (at: At) => void
  /**
   * What is taken hold of: returns what to do with every place that it is dragged to, up to the ends of the axes, or null for
   * nothing that can be dragged.
   */
  readonly onGrab?: (at: At) => Drag | null
  /** Keys while the plot has the focus; without it the plot is no stop of the Tab key. */
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: ReactNode
}

function ticksOf({ extent, kind = 'linear', ticks }: PlotAxis, pixels: number, each: number) {
  if (ticks) return ticks.filter((tick) => tick >= extent.min && tick <= extent.max)
  const most = Math.max(1, Math.floor(pixels / each))
  return kind === 'log' ? decadeTicks(extent.min, extent.max) : countTicks(extent.min, extent.max, most, true)
}

function written({ write }: PlotAxis, value: number): string {
  return write ? write(value) : formatMark(value)
}

/** A picture with two axes; what stands in it are marks that know its space. It is as wide as there is room. */
export function Plot({ x, y, height, label, testId, children, ...doing }: Props) {
  const { onPoint, onPress, onGrab, onKeyDown } = doing
  const place = useRef<SVGSVGElement>(null)
  const drag = useRef<Drag | null>(null)
  /** What was taken hold of was not pressed. */
  const wasGrabbed = useRef(false)
  const width = useWidth(place)
  const clip = useId()
  const space = useMemo<PlotSpace>(() => {
    const { left, top } = MARGIN
    const [wide, high] = [Math.max(1, width - left - MARGIN.right), height - top - MARGIN.bottom]
    return {
      left,
      top,
      width: wide,
      height: high,
      x: (value) => left + wide * shareOf(value, x.extent, x.kind ?? 'linear'),
      y: (value) => top + high * (1 - shareOf(value, y.extent, y.kind ?? 'linear')),
    }
  }, [width, height, x.extent, x.kind, y.extent, y.kind])

  function sharesOf(event: PointerEvent): readonly [across: number, up: number] {
    const box = place.current?.getBoundingClientRect() ?? { left: 0, top: 0 }
    return [
      (event.clientX - box.left - space.left) / space.width,
      1 - (event.clientY - box.top - space.top) / space.height,
    ]
  }

  function at(event: PointerEvent): At | null {
    const [across, up] = sharesOf(event)
    if (across < 0 || across > 1 || up < 0 || up > 1) return null
    return { x: between(x, across), y: between(y, up) }
  }

  function grab(event: PointerEvent) {
    const pressed = event.button === 0 ? at(event) : null
    drag.current = (pressed && onGrab?.(pressed)) ?? null
    wasGrabbed.current = drag.current !== null
    if (drag.current) place.current?.setPointerCapture(event.pointerId)
  }

  function move(event: PointerEvent) {
    if (!drag.current) return onPoint?.(at(event))
    const [across, up] = sharesOf(event).map((share) => Math.min(1, Math.max(0, share)))
    drag.current.move({ x: between(x, across as number), y: between(y, up as number) })
  }

  function letGo() {
    drag.current?.end()
    drag.current = null
  }

  const { left, top } = space
  const [right, bottom] = [left + space.width, top + space.height]
  return (
    <svg
      ref={place}
      className="plot"
      width="100%"
      height={height}
      role="img"
      aria-label={label}
      data-testid={testId}
      tabIndex={onKeyDown ? 0 : undefined}
      onKeyDown={onKeyDown}
      style={onGrab && { touchAction: 'none' }}
      onPointerDown={onGrab && grab}
      onPointerMove={onPoint || onGrab ? move : undefined}
      onPointerUp={onGrab && letGo}
      onPointerCancel={onGrab && letGo}
      onPointerLeave={onPoint && (() => onPoint(null))}
      onClick={
        onPress &&
        ((event) => {
          const pressed = at(event as unknown as PointerEvent)
          if (pressed && !wasGrabbed.current) onPress(pressed)
        })
      }
    >
      <clipPath id={clip}>
        <rect x={left} y={top} width={space.width} height={space.height} />
      </clipPath>
      <g className="plot-axes">
        {ticksOf(y, space.height, PIXELS_PER_TICK.y).map((tick) => (
          <g key={tick}>
            <line x1={left} x2={right} y1={space.y(tick)} y2={space.y(tick)} />
            <text x={left - 6} y={space.y(tick)} dy="0.32em" textAnchor="end">
              {written(y, tick)}
            </text>
          </g>
        ))}
        {ticksOf(x, space.width, PIXELS_PER_TICK.x).map((tick) => (
          <text key={tick} x={space.x(tick)} y={bottom + 14} textAnchor="middle">
            {written(x, tick)}
          </text>
        ))}
        <text x={right} y={bottom + 29} textAnchor="end" className="plot-name">
          {x.name}
        </text>
        <text
          className="plot-name"
          textAnchor="middle"
          transform={`translate(11 ${top + space.height / 2}) rotate(-90)`}
        >
          {y.name}
        </text>
      </g>
      <g clipPath={`url(#${clip})`}>
        <PlotSpaceContext value={space}>{children}</PlotSpaceContext>
      </g>
    </svg>
  )
}

/** The number of an axis at a share of its length. */
function between({ extent: { min, max }, kind }: PlotAxis, share: number): number {
  return kind === 'log' ? min * (max / min) ** share : min + share * (max - min)
}
