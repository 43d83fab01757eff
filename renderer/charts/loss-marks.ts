import type { LineChart } from './canvas/line-chart'
import type { ChartWorld } from './canvas/live-chart'
import { visible } from './lines/decimate'
import { drawBand, drawFlag } from './lines/marks'
import type { Looking } from './view/looking'
import { sayNow } from './voice'

/** Shades the updates whose windows the prediction chart shows. */
export function shadeShown(chart: LineChart, { history, theme }: ChartWorld, looking: Looking) {
  const span = looking.shown.get()
  if (!span || history.updates === 0) return
  const found = visible(history.times, span)
  const first = history.updateAt(found.from)
  const last = history.updateAt(Math.max(found.to, 0))
  drawBand(chart, first - 0.5, last + 0.5, theme.current().prediction, 0.09)
}

/** Names the update that was pressed, and the one that the run broke at. */
export function flagUpdates(chart: LineChart, world: ChartWorld) {
  const { marked, run } = world.store.getState()
  const { accent, problem, surface: ground, font } = world.theme.current()
  const say = sayNow(world)
  if (marked !== null)
    drawFlag(chart, marked, { words: say('charts.marked', { update: marked }), colour: accent, ground, font })
  const broke = run?.broke
  if (!broke) return
  const words = say('charts.brokeAt', { update: broke.update })
  drawFlag(chart, broke.update, { words, colour: problem, ground, font })
}
