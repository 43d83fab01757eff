import { RIVAL_LABELS } from '@contract/data/scores'
import type { RivalError } from '@contract/run/pausing/judged'
import { passedRivals } from '../store/selectors/passing'
import { bestRival } from '../store/selectors/standing'
import type { LineChart } from './canvas/line-chart'
import type { ChartWorld } from './canvas/live-chart'
import { drawDot, drawFoot, drawLevel } from './lines/marks'
import { sayNow } from './voice'

/**
 * The rival whose error is drawn: the best one that can be beaten. That of an exact one is 0, which lies on the linear axis
 * and has no place on the logarithmic one: it is told in words.
 */
export function drawnRival({ store }: Pick<ChartWorld, 'store'>): RivalError | null {
  const { rivals, showRivals } = store.getState()
  return rivals && showRivals ? bestRival(rivals) : null
}

/** Draws the best rival's error, and marks the updates at which the network passed each rival. */
export function drawRivals(chart: LineChart, world: ChartWorld) {
  const { store, history, theme } = world
  const { rivals, showRivals, futures } = store.getState()
  if (!rivals || !showRivals) return
  const { rival: colour, surface: ground, font } = theme.current()
  const best = drawnRival(world)
  const say = sayNow(world)
  // The names of futures stand in the place of its own, which the legend has as well.
  const words = best && futures.kind !== 'known' ? say(RIVAL_LABELS[best.name]) : ''
  if (best) drawLevel(chart, best.mse, { words, colour, ground, font })
  for (const [name, update] of passedRivals(history, rivals)) {
    if (update === null) continue
    drawFoot(chart, update, colour)
    if (name === best?.name) drawDot(chart, { x: update, y: best.mse }, colour, ground)
  }
}

/** Rings the validation loss of the best update. */
export function markBest(chart: LineChart, { store, theme }: ChartWorld) {
  const best = store.getState().run?.best
  const { surface, validation } = theme.current()
  if (best) drawDot(chart, { x: best.update, y: best.loss }, surface, validation)
}
