import {
  type Extent,
  FOLLOW,
  pan,
  SHOW_ALL,
  type Span,
  spanOf,
  type ViewMode,
  zoomAt,
} from '../../store/state/viewport'

/** What wheel, pointer and keys need to know of a chart, and what they do to it. */
export type Navigable = {
  readonly span: () => Span
  readonly extent: () => Extent
  /** Place on the axis at so many pixels from the canvas's left edge. */
  readonly timeAt: (pixel: number) => number
  readonly look: (mode: ViewMode) => void
  /** The pointer is over this place, or has left. */
  readonly hover: (time: number | null) => void
  /** A place is pressed, and nothing dragged. */
  readonly press?: (time: number) => void
  /** Moves the crosshair; answers whether the key means something to it. */
  readonly cross: (key: string) => boolean
  /** Whether there is a crosshair, and where. */
  readonly crossed: () => number | null
}

/** Pixels that a line of a mouse's wheel stands for, where it counts in lines. */
const LINE = 16

function pixels(delta: number, mode: number): number {
  return mode === WheelEvent.DOM_DELTA_LINE ? delta * LINE : delta
}

/**
 * The stretch that a key leads to, or null for a key that the chart does not hear: with Shift the arrows scroll, plus and
 * minus zoom about `middle`, 0 shows all and F follows the newest window.
 */
export function keyTarget(
  { key, shiftKey = false }: { readonly key: string; readonly shiftKey?: boolean },
  span: Span,
  extent: Extent,
  middle = (span.min + span.max) / 2,
): ViewMode | null {
  const width = span.max - span.min
  switch (shiftKey && key.startsWith('Arrow') ? `Shift${key}` : key) {
    case 'ShiftArrowLeft':
      return pan(span, -width / 10, extent)
    case 'ShiftArrowRight':
      return pan(span, width / 10, extent)
    case '+':
    case '=':
      return zoomAt(span, middle, 1 / 1.5, extent)
    case '-':
    case '−':
      return zoomAt(span, middle, 1.5, extent)
    case 'f':
    case 'F':
      return FOLLOW
    case '0':
      return SHOW_ALL
    default:
      return null
  }
}

/** Lets a canvas scroll and zoom: wheel at the pointer, drag, keys. Returns a function that ends it. */
export function navigate(canvas: HTMLCanvasElement, chart: Navigable): () => void {
  const ending = new AbortController()
  const { signal } = ending
  let dragged: { readonly pixel: number; readonly span: Span } | null = null
  let hasMoved = false
  const perPixel = () => chart.timeAt(1) - chart.timeAt(0)

  function onWheel(event: WheelEvent) {
    const across = pixels(event.shiftKey ? event.deltaY || event.deltaX : event.deltaX, event.deltaMode)
    const down = event.shiftKey ? 0 : pixels(event.deltaY, event.deltaMode)
    const { span, extent } = { span: chart.span(), extent: chart.extent() }
    const target =
      Math.abs(across) > Math.abs(down)
        ? pan(span, across * perPixel(), extent)
        : zoomAt(span, chart.timeAt(event.offsetX), Math.exp(down * 0.0015), extent)
    const { min, max } = spanOf(target, extent)
    // A wheel that has nothing to do here is that of what scrolls around the chart.
    if (min === span.min && max === span.max) return
    event.preventDefault()
    chart.look(target)
  }

  function onDown(event: PointerEvent) {
    if (event.button !== 0) return
    canvas.setPointerCapture(event.pointerId)
    dragged = { pixel: event.offsetX, span: chart.span() }
    hasMoved = false
    canvas.classList.add('dragging')
  }

  function onMove(event: PointerEvent) {
    if (dragged) {
      const by = (dragged.pixel - event.offsetX) * perPixel()
      // A press that trembles is no drag: it must not stop following.
      hasMoved ||= Math.abs(event.offsetX - dragged.pixel) > 2
      if (hasMoved) chart.look(pan(dragged.span, by, chart.extent()))
    }
    chart.hover(chart.timeAt(event.offsetX))
  }

  function onUp(event: PointerEvent) {
    if (dragged && !hasMoved && event.type === 'pointerup') chart.press?.(chart.timeAt(event.offsetX))
    dragged = null
    canvas.classList.remove('dragging')
  }

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const span = chart.span()
    const at = chart.crossed()
    const inSight = at !== null && at >= span.min && at <= span.max
    const target = keyTarget(event, span, chart.extent(), inSight ? at : undefined)
    if (target) chart.look(target)
    else if (event.shiftKey || !chart.cross(event.key)) return
    event.preventDefault()
  }

  canvas.addEventListener('wheel', onWheel, { signal, passive: false })
  canvas.addEventListener('pointerdown', onDown, { signal })
  canvas.addEventListener('pointermove', onMove, { signal })
  canvas.addEventListener('pointerup', onUp, { signal })
  canvas.addEventListener('pointercancel', onUp, { signal })
  canvas.addEventListener('pointerleave', () => chart.hover(null), { signal })
  canvas.addEventListener('keydown', onKey, { signal })
  canvas.addEventListener('blur', () => chart.hover(null), { signal })
  return () => ending.abort()
}
