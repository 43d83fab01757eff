import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useAppState, useWorld } from '../../../app-world'
import type { LiveChart } from '../../../charts/canvas/live-chart'

/**
 * Puts a chart on a canvas that draws what it is shown, and not the run: it is drawn again when the view, the language
 * or the theme is another one. `make` must stay the same while the chart is to stay.
 */
export function useViewChart<View>(
  make: (canvas: HTMLCanvasElement, view: View) => LiveChart & { readonly show: (view: View) => void },
  view: View,
): RefObject<HTMLCanvasElement | null> {
  const { theme } = useWorld()
  const language = useAppState((state) => state.language)
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<ReturnType<typeof make>>(null)
  const newest = useRef(view)
  newest.current = view
  useLayoutEffect(() => {
    if (!canvas.current) return
    const made = make(canvas.current, newest.current)
    chart.current = made
    const endTheme = theme.onChange(made.request)
    return () => {
      endTheme()
      made.destroy()
    }
  }, [make, theme])
  useEffect(() => chart.current?.show(view), [view])
  useEffect(() => {
    if (language) chart.current?.request()
  }, [language])
  return canvas
}
