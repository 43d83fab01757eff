import type { KeyboardEvent } from 'react'
import { useMemo } from 'react'
import { useWorld } from '../../../app-world'
import { stepOfKey } from '../../../plots/step-keys'

/**
 * Pointing at a time step in a plot whose axis of time counts them from 0: by pointer and by keys. The pointer leaves its mark
 * behind, so that a person can go from one view to another. A press and Enter pin it, or let it go on again.
 */
export function useStepPointing(timeSteps: number): {
  readonly onPoint: (at: { readonly x: number } | null) => void
  readonly onPress: (at: { readonly x: number }) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** Pins a time step; the one that is pinned is not any more. */
  readonly pin: (step: number) => void
} {
  const { store } = useWorld()
  return useMemo(() => {
    const stepAt = (x: number) => Math.min(timeSteps - 1, Math.max(0, Math.round(x)))
    const pin = (step: number) => {
      const { insideStep, isStepPinned, pinStep, unpinStep } = store.getState()
      if (isStepPinned && insideStep === step) unpinStep()
      else pinStep(step)
    }
    return {
      pin,
      onPoint: (at) => {
        if (at) store.getState().passOverStep(stepAt(at.x))
      },
      onPress: (at) => pin(stepAt(at.x)),
      onKeyDown: (event) => {
        const { insideStep, pickUnit, pointAtStep } = store.getState()
        const pins = event.key === 'Enter' && insideStep !== null
        const next = stepOfKey(event, insideStep, timeSteps)
        if (!pins && next === undefined) return
        event.preventDefault()
        event.stopPropagation()
        if (pins) return pin(insideStep)
        // Escape lets go of all that is held.
        if (next === null) pickUnit(null)
        if (next !== undefined) pointAtStep(next)
      },
    }
  }, [store, timeSteps])
}
