import { countTicks } from '../../../charts/axes/ticks'
import type { PlotAxis } from '../../../plots/Plot'

/** Marks on an axis of time steps at most. */
const MOST_TICKS = 10

/** The axis of a window's time steps: they are counted from 0 and written from 1, and each has half a place to either side. */
export function timeStepAxis(timeSteps: number, name: string): PlotAxis {
  return {
    extent: { min: -0.5, max: timeSteps - 0.5 },
    name,
    ticks: countTicks(1, timeSteps, MOST_TICKS).map((tick) => tick - 1),
    write: (value) => String(value + 1),
  }
}

/** The numbers from 0 on, as many as there are time steps. */
export function stepNumbers(timeSteps: number): readonly number[] {
  return Array.from({ length: timeSteps }, (_, i) => i)
}
