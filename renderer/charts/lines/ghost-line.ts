import { shownGhost } from '../../store/selectors/moments'
import { shownOutput } from '../../store/state/shown-curves'
import type { Span } from '../../store/state/viewport'
import type { ChartWorld } from '../canvas/live-chart'
import { type CurveLine, createCurveLine, type Dense } from './curve-line'
import { visible } from './decimate'
import { extremesOf } from './extremes'

/** The predictions of the run that the present one branches off from. */
export type GhostLine = Pick<CurveLine, 'dataset' | 'drawDense'> & {
  /** Draws what is in sight, where it is shown, and tells its extremes. */
  readonly write: (span: Span, columns: number, dense: Dense) => readonly number[]
}

/** Between the width of the target, which it lies on, and that of the prediction, which lies on it. */
export function createGhostLine({ ghost, store, theme }: ChartWorld): GhostLine {
  const line = createCurveLine(3.25)
  return {
    dataset: line.dataset,
    drawDense: line.drawDense,
    write(span, columns, dense) {
      line.dress({ colour: theme.current().ghost, denseOpacity: 0.5 })
      const state = store.getState()
      const predictions = ghost.outputs[shownOutput(state)]?.predictions
      if (!shownGhost(state) || !predictions || ghost.updates === 0) {
        line.hide()
        return []
      }
      const axis = ghost.times
      const { from, to } = visible(axis, span)
      const isComing = !ghost.steps.want(from, to + 1)
      const windowEnd = (index: number) => ghost.range(ghost.updateAt(index)).to
      line.write({ axis, curve: predictions, isComing }, span, columns, windowEnd, dense)
      return extremesOf(predictions, axis.from(span.min), axis.after(span.max))
    },
  }
}
