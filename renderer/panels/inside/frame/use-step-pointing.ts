import type { KeyboardEvent } from 'react'
import { useMemo } from 'react'
import { useWorld } from '../../../app-world'
import { stepOfKey } from '../../../plots/step-keys'

/**
 * Pointing at a time step in a plot whose axis of time counts them from 0: by pointer and by keys. The pointer leaves its mark
 * behind, so that a person can go from one view to another.
 */
export function useStepPointing(timeSteps: number): {
  readonly onPoint: (at: { readonly x: number } | null) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
} {
  const { store } = useWorld()
  return useMemo(() => {
    const point = (step: number | null) => store.getState().pointAtStep(step)
    return {
      onPoint: (at) => {
        if (at) point(Math.min(timeSteps - 1, Math.max(0, Math.round(at.x))))
      },
      onKeyDown: (event) => {
        const next = stepOfKey(event, store.getState().insideStep, timeSteps)
        if (next === undefined) return
        event.preventDefault()
        event.stopPropagation()
        // Escape lets go of all that is held.
        if (next === null) store.getState().pickUnit(null)
        point(next)
      },
    }
  }, [store, timeSteps])
}
