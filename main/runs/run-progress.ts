import { assertNever } from '@contract/result'
import type { RunState } from '@contract/run/run'

export type TaskBarProgress = {
  readonly value: number
  readonly mode: 'none' | 'normal' | 'paused' | 'error'
}

const NONE: TaskBarProgress = { value: -1, mode: 'none' }

/** How far a run is, for the taskbar: in steps of one hundredth, from where it began to its goal. */
export function progressOf(state: RunState | null, updatesBefore: number): TaskBarProgress {
  if (!state) return NONE
  const done = (state.updatesDone - updatesBefore) / Math.max(1, state.goal - updatesBefore)
  const value = Math.min(1, Math.max(0, Math.round(done * 100) / 100))
  switch (state.phase) {
    case 'ready':
    case 'finished':
      return NONE
    case 'training':
      return { value, mode: 'normal' }
    case 'paused':
      return { value, mode: 'paused' }
    case 'diverged':
      return { value, mode: 'error' }
    default:
      return assertNever(state.phase)
  }
}
