import { isKeepable, type Touch } from '@contract/inside/touched'
import type { KeepableTouch } from '@contract/timeline/kept-touches'
import type { MomentId } from '@contract/timeline/moment'
import { configAt } from '@contract/timeline/settings-events'
import type { AppState } from '../../state/app-state'
import { insideMoment } from './inside'

/** Whether the window that is looked at can be touched: it stands still. */
export function mayTouch(state: AppState): boolean {
  return insideMoment(state)?.isTraining === false
}

/** The touches that count: those of the view that shows them. */
export function touchesShown(state: AppState): readonly Touch[] {
  return state.insideView === 'touch' && mayTouch(state) ? state.touches : NONE
}

/** The update whose window can be touched; null where none can be. */
export function touchedUpdate(state: AppState): MomentId | null {
  const moment = insideMoment(state)
  if (!moment || moment.isTraining) return null
  return { runId: moment.runId, update: moment.update ?? state.progress.updatesDone + 1 }
}

/** Whether a state is carried into the window that is looked at. */
export function carriesIntoTouched(state: AppState): boolean {
  const [moment, { run }] = [touchedUpdate(state), state]
  return (
    moment !== null && run !== null && configAt(run.events, run.config, moment.update).training.carryState
  )
}

/** Touches that a training can go on from, and those that are of one pass alone. */
export function partedTouches(
  touches: readonly Touch[],
  carriesState: boolean,
): { readonly kept: readonly KeepableTouch[]; readonly left: readonly Touch[] } {
  return {
    kept: touches.filter((touch) => isKeepable(touch, carriesState)),
    left: touches.filter((touch) => !isKeepable(touch, carriesState)),
  }
}

const NONE: readonly Touch[] = []
