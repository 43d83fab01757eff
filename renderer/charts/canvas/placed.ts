import type { Chart } from 'chart.js'
import type { Scheduler } from './scheduler'

/** The size in which a chart is made, as large as its place already is. */
export function takePlace(canvas: HTMLCanvasElement) {
  const { width = 0, height = 0 } = canvas.parentElement?.getBoundingClientRect() ?? {}
  if (width === 0 || height === 0) return
  canvas.width = width
  canvas.height = height
}

/**
 * Keeps a chart as large as the place that its canvas lies in, as one of the page's pictures. Left to itself chart.js lays every chart out and draws
 * it whenever its place changes, all of them in one frame, however long a press waits for that frame; and it looks at every change of the whole
 * document in case that its canvas has gone.
 *
 * @returns ends it
 */
export function keepPlace(
  chart: Pick<Chart, 'canvas' | 'options' | 'resize'>,
  scheduler: Scheduler,
): () => void {
  let wanted = { width: 0, height: 0 }
  const drawer = scheduler.addPicture(() => {
    // chart.js would go on with the density that it read first.
    chart.options.devicePixelRatio = devicePixelRatio
    chart.resize(wanted.width, wanted.height)
    return false
  })
  const observer = new ResizeObserver(([entry]) => {
    const { width = 0, height = 0 } = entry?.contentRect ?? {}
    // Out of sight it keeps the size that it comes back to.
    if (width === 0 && height === 0) return
    wanted = { width, height }
    drawer.request()
  })
  // Also another screen's density changes how many pixels it has.
  if (chart.canvas.parentElement)
    observer.observe(chart.canvas.parentElement, { box: 'device-pixel-content-box' })
  return () => {
    observer.disconnect()
    drawer.remove()
  }
}
