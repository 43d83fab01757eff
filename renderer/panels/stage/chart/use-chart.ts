import { type RefObject, useEffect, useRef } from 'react'
import { type AppWorld, useWorld } from '../../../app-world'
import type { LiveChart } from '../../../charts/canvas/live-chart'
import type { AppState } from '../../../store/state/app-state'

function changesPicture(now: AppState, before: AppState): boolean {
  return (
    now.language !== before.language ||
    now.viewMode !== before.viewMode ||
    now.marked !== before.marked ||
    now.insideStep !== before.insideStep ||
    now.insideSequence !== before.insideSequence ||
    now.isStepPinned !== before.isStepPinned ||
    now.run?.broke !== before.run?.broke ||
    now.showInput !== before.showInput ||
    now.showSeriesInput !== before.showSeriesInput ||
    now.output !== before.output ||
    now.logLoss !== before.logLoss ||
    now.showGradientNorm !== before.showGradientNorm ||
    now.showReference !== before.showReference ||
    now.showRivals !== before.showRivals ||
    now.rivals !== before.rivals ||
    now.ghost !== before.ghost ||
    now.showGhost !== before.showGhost ||
    now.showWalls !== before.showWalls ||
    now.overlaid !== before.overlaid ||
    now.overlaidCurves !== before.overlaidCurves ||
    now.overlaidWindows !== before.overlaidWindows ||
    now.futures !== before.futures ||
    now.run?.events !== before.run?.events ||
    now.run?.best !== before.run?.best ||
    now.reference !== before.reference ||
    now.presetId !== before.presetId ||
    now.run?.config !== before.run?.config ||
    now.run?.goal !== before.run?.goal
  )
}

/** Frames a second that a screen shows at least. */
const FRAMES = 60

/** Whether updates come faster than a picture of each could be seen. */
function isTooFastToFollow({ pace, run }: AppState): boolean {
  return run?.phase === 'training' && (pace === 'max' || pace > FRAMES)
}

/** Asks for a redraw when the curves, the view, the language or the theme have changed; returns what ends that, and the chart. */
function follow(chart: LiveChart, { store, history, ghost, theme }: AppWorld): () => void {
  let revision = -1
  const endStore = store.subscribe((now, before) => {
    const newest = history.revision + ghost.revision
    const isFast = isTooFastToFollow(now)
    // What still waits for its turn, or moves, when it can be followed again goes on at once.
    const changed = changesPicture(now, before) || (!isFast && isTooFastToFollow(before))
    if (newest === revision && !changed) return
    revision = newest
    chart.request(changed || !isFast ? 'next' : 'in-turn')
  })
  const endTheme = theme.onChange(chart.request)
  chart.request()
  return () => {
    endStore()
    endTheme()
    chart.destroy()
  }
}

/**
 * Puts a chart of the run on a canvas, in one of the next frames: several come into sight with the first update, and making one takes as long as
 * drawing it. The component renders once; `make` must stay the same while the chart is to stay.
 */
export function useChart(
  make: ((canvas: HTMLCanvasElement) => LiveChart) | null,
): RefObject<HTMLCanvasElement | null> {
  const world = useWorld()
  const ref = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = ref.current
    if (!canvas || !make) return
    const maker = world.scheduler.addPicture(() => {
      maker.remove()
      end = follow(make(canvas), world)
      return false
    })
    let end = maker.remove
    maker.request()
    return () => end()
  }, [make, world])
  return ref
}
