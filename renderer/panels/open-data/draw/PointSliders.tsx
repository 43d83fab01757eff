import type { Stroke } from '@contract/data/drawn-curve'
import { useAppState, useSay, useWorld } from '../../../app-world'

/** Points of the curve that keys can move, from its first time step to its last. */
const POINTS = 13
/** Where the curve is before anything is drawn. */
const MIDDLE = 0.5

/** The heights of some points of the curve; between two of them it is straight where one has been moved. */
export function PointSliders({ curve }: { readonly curve: Float64Array | null }) {
  const { store } = useWorld()
  const say = useSay()
  const timeSteps = useAppState((state) => state.drawing.timeSteps)
  const timeStepAt = (point: number) => Math.round((point / (POINTS - 1)) * (timeSteps - 1))
  const heightAt = (point: number) => curve?.[timeStepAt(point)] ?? MIDDLE

  function move(point: number, y: number) {
    const { drawing, draw } = store.getState()
    const at = (one: number, height: number) => ({ x: timeStepAt(one) / (timeSteps - 1), y: height })
    const stroke: Stroke = [
      ...(point > 0 ? [at(point - 1, heightAt(point - 1))] : []),
      at(point, y),
      ...(point < POINTS - 1 ? [at(point + 1, heightAt(point + 1))] : []),
    ]
    // A point that is moved on and on is one stroke.
    const before = drawing.movedPoint === point ? drawing.strokes.slice(0, -1) : drawing.strokes
    draw({ strokes: [...before, stroke], movedPoint: point })
  }

  return (
    <div className="points">
      {Array.from({ length: POINTS }, (_, point) => (
        <input
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place.
          key={point}
          type="range"
          className="point"
          data-testid={`point-${point}`}
          aria-label={say('openData.point', { timeStep: timeStepAt(point) + 1 })}
          min={0}
          max={1}
          step={0.02}
          value={heightAt(point)}
          onChange={(event) => move(point, Number(event.target.value))}
        />
      ))}
    </div>
  )
}
