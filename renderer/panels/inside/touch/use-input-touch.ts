import type { KeyboardEvent } from 'react'
import { useMemo, useState } from 'react'
import { useAppState, useWorld } from '../../../app-world'
import type { Drag } from '../../../plots/Plot'
import type { Extent } from '../../../plots/plot-space'
import { mayTouch } from '../../../store/selectors/inside/touching'

/** A point is taken hold of within this share of the axis. */
const NEAR = 0.1
/** An arrow key changes a point by this share of the axis, with Shift by ten times that. */
const KEY_STEP = 0.01
const LEAP = 10

/**
 * The input of the window as something to take hold of, while the window can be touched and its view is shown: by dragging a
 * point up or down, or by arrow keys at the time step that is pointed at.
 *
 * @param input the column that is drawn, as it is touched so far
 * @param column which one it is, counted from 0
 * @param extent of the axis up; it stays while a point is dragged
 */
export function useInputTouch(input: ArrayLike<number>, column: number, extent: Extent) {
  const { store } = useWorld()
  const isOn = useAppState((state) => state.insideView === 'touch' && mayTouch(state))
  const [held, hold] = useState<Extent | null>(null)
  const doing = useMemo(() => {
    const range = extent.max - extent.min
    const set = (timeStep: number, value: number) =>
      store.getState().touch({ kind: 'input', timeStep, column, value: Number(value.toPrecision(6)) })
    const onGrab = ({ x, y }: { readonly x: number; readonly y: number }): Drag | null => {
      const timeStep = Math.round(x)
      if (!(Math.abs((input[timeStep] ?? Number.NaN) - y) <= NEAR * range)) return null
      store.getState().pointAtStep(timeStep)
      hold(extent)
      return { move: (to) => set(timeStep, to.y), end: () => hold(null) }
    }
    /** Whether the key was one of these. */
    const onKey = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
      const step = store.getState().insideStep
      const now = step === null ? undefined : input[step]
      if (step === null || now === undefined || ctrlKey || metaKey || altKey) return false
      if (key !== 'ArrowUp' && key !== 'ArrowDown') return false
      const by = range * KEY_STEP * (shiftKey ? LEAP : 1)
      set(step, now + (key === 'ArrowUp' ? by : -by))
      return true
    }
    return { onGrab, onKey }
  }, [store, input, column, extent])
  return { isOn, extent: held ?? extent, ...doing }
}
