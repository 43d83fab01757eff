import { type Say, sayIn } from '@contract/language/say'
import type { ChartWorld } from './canvas/live-chart'

/** The voice that a chart is drawn with: of the language that is chosen at that moment. */
export function sayNow({ store }: Pick<ChartWorld, 'store'>): Say {
  return sayIn(store.getState().language)
}

/** Writes the numbers at a chart's marks, in the language that is chosen at that moment. */
export function numberNow(world: Pick<ChartWorld, 'store'>): (value: number) => string {
  return (value) => sayNow(world)('charts.number', { value })
}
