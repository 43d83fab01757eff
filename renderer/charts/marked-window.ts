import type { LineChart } from './canvas/line-chart'
import type { ChartWorld } from './canvas/live-chart'
import { drawBand, drawFlag, drawUpright } from './lines/marks'
import { sayNow } from './voice'

/** The ends of the window that was pressed, or null. */
function markedEnds({ history, store }: ChartWorld): { first: number; last: number } | null {
  const { from, to } = history.range(store.getState().marked ?? 0)
  const { at } = history.times
  return to === from ? null : { first: at(from), last: at(to - 1) }
}

/** Shades the window that was pressed, up to the line at its end; under the curves. */
export function shadeMarked(chart: LineChart, world: ChartWorld) {
  const ends = markedEnds(world)
  if (!ends) return
  const { accent } = world.theme.current()
  drawBand(chart, ends.first, ends.last, accent, 0.2)
  drawUpright(chart, ends.last, accent)
}

/** Names the update whose window was pressed; over the curves. */
export function flagMarked(chart: LineChart, world: ChartWorld) {
  const ends = markedEnds(world)
  if (!ends) return
  const { accent: colour, surface: ground, font } = world.theme.current()
  const words = sayNow(world)('charts.marked', { update: world.store.getState().marked ?? 0 })
  drawFlag(chart, ends.first, { words, colour, ground, font })
}
