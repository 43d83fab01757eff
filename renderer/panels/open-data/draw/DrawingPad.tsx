import type { DrawnPoint } from '@contract/data/drawn-curve'
import { type PointerEvent, useRef } from 'react'
import { useSay, useWorld } from '../../../app-world'

/** The picture in its own units; it is stretched to its place. */
const [WIDTH, HEIGHT] = [1000, 300]

/** Where a curve is drawn, and what has been drawn so far. */
export function DrawingPad({ curve }: { readonly curve: Float64Array | null }) {
  const { store } = useWorld()
  const say = useSay()
  const isDown = useRef(false)

  function onPointerDown(event: PointerEvent<SVGSVGElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    isDown.current = true
    const { drawing, draw } = store.getState()
    draw({ strokes: [...drawing.strokes, placesOf(event)], movedPoint: null })
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    if (!isDown.current) return
    const { drawing, draw } = store.getState()
    const last = drawing.strokes.at(-1) ?? []
    draw({ strokes: [...drawing.strokes.slice(0, -1), [...last, ...placesOf(event)]] })
  }

  function lift() {
    isDown.current = false
  }

  return (
    <svg
      className="drawing"
      data-testid="drawing"
      role="img"
      aria-label={say('openData.drawHere')}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={lift}
      onPointerCancel={lift}
    >
      <path className="drawing-middle" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
      {curve && <path className="drawing-curve" data-testid="drawn-curve" d={pathOf(curve)} />}
    </svg>
  )
}

/** Where the pointer has been since the last event: a fast stroke has places between two frames. */
function placesOf({ currentTarget, nativeEvent }: PointerEvent<SVGSVGElement>): DrawnPoint[] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  const between = nativeEvent.getCoalescedEvents?.() ?? []
  return (between.length > 0 ? between : [nativeEvent]).map(({ clientX, clientY }) => ({
    x: (clientX - left) / width,
    y: 1 - (clientY - top) / height,
  }))
}

function pathOf(curve: Float64Array): string {
  const last = curve.length - 1
  const places = Array.from(curve, (value, timeStep) => {
    const [x, y] = [(timeStep / last) * WIDTH, (1 - value) * HEIGHT]
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `M${places.join('L')}`
}
