import type { AxisTimes } from '@contract/data/axis-times'
import type { Say } from '@contract/language/say'
import type { History } from '../store/curves/history'
import type { Span } from '../store/state/viewport'
import { timeText } from '../store/words/axis-words'
import { piLabel, piTicks } from './axes/pi-ticks'
import { countTicks } from './axes/ticks'

/** Pixels from one mark to the next, so that none runs into another: multiples of π, counts and numbers. */
const PIXELS_PER_TICK = 70
/** Of dates, by the unit that they are said in. */
const PIXELS_PER_DATE = { year: 60, month: 90, day: 110, minute: 180, second: 190, millisecond: 220 } as const

/** The marks of the axis of the prediction chart in a stretch that is so many pixels wide. */
export function placeTicks({ facts }: History, span: Span, width: number): number[] {
  if (facts.axis === 'half-periods') return piTicks(span, width / PIXELS_PER_TICK)
  return countTicks(span.min, span.max, width / pixelsPerTick(facts.times))
}

/**
 * What is written at a mark: of the lesson its time, of a series the time of the row that was seen there, or where rows have
 * none how many time steps were seen. Nothing where no time step is yet.
 */
export function placeLabel(history: History, place: number, say: Say): string {
  const { facts, points } = history
  const number = (value: number) => say('charts.number', { value })
  if (facts.axis === 'half-periods') return piLabel(place, number)
  if (facts.times.kind === 'rows') return number(place)
  // The axis counts time steps: the place is the index of one.
  if (place < 0 || place >= points) return ''
  const time = timeText(facts.times, history.placeAt(place))
  return time === null ? '' : say(time)
}

/** What the axis measures. */
export function placeTitle({ facts }: History, say: Say): string {
  if (facts.axis === 'half-periods') return say('charts.time')
  return facts.times.kind === 'rows'
    ? say('charts.timeSteps')
    : say('charts.timesOf', { name: facts.times.name })
}

function pixelsPerTick(times: AxisTimes): number {
  return times.kind !== 'rows' && times.of === 'dates' ? PIXELS_PER_DATE[times.unit] : PIXELS_PER_TICK
}
