import { type BrowserWindow, powerSaveBlocker } from 'electron'
import type { RunMemory } from '../runs/run-memory'
import { progressOf } from '../runs/run-progress'

/** Shows a run where the window is not seen: on the taskbar, and by keeping the machine awake. */
export type RunIndicators = { readonly show: (memory: RunMemory, trainerReady: boolean) => void }

/** Nothing is shown while there is no trainer: a run does not go on by itself. */
export function createRunIndicators(window: BrowserWindow): RunIndicators {
  let shown = ''
  let blocker: number | null = null

  function keepAwake(wanted: boolean) {
    if (wanted === (blocker !== null)) return
    if (blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension')
    else {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  }

  return {
    show: ({ state, description }, trainerReady) => {
      const { value, mode } = progressOf(trainerReady ? state : null, description?.updatesBefore ?? 0)
      keepAwake(mode === 'normal')
      if (window.isDestroyed() || shown === `${value} ${mode}`) return
      shown = `${value} ${mode}`
      window.setProgressBar(value, { mode })
    },
  }
}
