import type { InsideUpdate } from '@contract/inside/update'
import { useMemo } from 'react'
import { useSay } from '../../../app-world'
import { decades, niceEnd } from '../../../charts/axes/y-range'
import { Cross } from '../../../plots/Cross'
import { Line } from '../../../plots/Line'
import { Plot } from '../../../plots/Plot'
import { Wall } from '../../../plots/Wall'
import { timeStepAxis } from '../frame/time-step-axis'
import type { UpdatePlace } from './places'

const HEIGHT = 170
/** Of a gradient below this share of the greatest nothing is drawn: an axis down to it would be empty. */
const LEAST_SHARE = 1e-12

/** Between the state that goes into the window and its first time step. */
const WALL = -0.5

/** How far the two passes have come at a place: time steps that the forward pass has made, and the first that the backward pass has. */
function reached(
  place: UpdatePlace,
  timeSteps: number,
): { readonly forward: number; readonly backward: number } {
  switch (place.kind) {
    case 'state':
      return { forward: 0, backward: timeSteps }
    case 'forward':
      return { forward: place.step + 1, backward: timeSteps }
    case 'loss':
      return { forward: timeSteps, backward: timeSteps }
    case 'backward':
      return { forward: timeSteps, backward: place.step }
    default:
      return { forward: timeSteps, backward: -1 }
  }
}

/** The sizes of the hidden states and of the gradients by them, as far as the update has come. */
export function UpdatePictures({
  update: { timeSteps, stateNorms, gradientNorms },
  place,
  layer,
}: {
  readonly update: InsideUpdate
  readonly place: UpdatePlace
  readonly layer: number
}) {
  const say = useSay()
  const { forward, backward } = reached(place, timeSteps)
  const states = stateNorms[layer] ?? []
  const gradients = gradientNorms[layer] ?? []
  const x = useMemo(() => withStart(timeStepAxis(timeSteps, say('inside.timeStep'))), [timeSteps, say])
  const steps = useMemo(() => Array.from({ length: timeSteps + 1 }, (_, i) => i - 1), [timeSteps])
  const up = useMemo(
    () => ({ extent: { min: 0, max: niceEnd(Math.max(...states)) }, name: say('insideUpdate.stateNorms') }),
    [states, say],
  )
  const down = useMemo(() => {
    const most = Math.max(...gradients)
    const least = Math.min(...Array.from(gradients).filter((norm) => norm > most * LEAST_SHARE))
    return { extent: decades(least, most), kind: 'log' as const, name: say('insideUpdate.gradientNorms') }
  }, [gradients, say])
  const at = 'step' in place ? place.step : place.kind === 'state' || place.kind === 'wall' ? -1 : null
  return (
    <div className="update-pictures">
      <Plot
        {...{ x }}
        y={up}
        height={HEIGHT}
        label={say('insideUpdate.statesPicture')}
        testId="update-states"
      >
        <Line
          x={steps.slice(0, forward + 1)}
          y={states.slice(0, forward + 1)}
          colour="var(--input)"
          width={2}
        />
        <Cross x={at} />
      </Plot>
      <Plot
        {...{ x }}
        y={down}
        height={HEIGHT}
        label={say('insideUpdate.gradientsPicture')}
        testId="update-gradients"
      >
        <Line
          x={steps.slice(backward + 1)}
          y={gradients.slice(backward + 1)}
          colour="var(--norm)"
          width={2}
        />
        <Wall x={WALL} />
        <Cross x={at} />
      </Plot>
    </div>
  )
}

/** An axis of time steps with a place for the state before the first. */
function withStart(axis: ReturnType<typeof timeStepAxis>): ReturnType<typeof timeStepAxis> {
  return { ...axis, extent: { ...axis.extent, min: -1.5 } }
}
