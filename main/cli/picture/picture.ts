import { timesOf, type UpdateRecord } from '../base/update-record'

/** Points of a curve, in order of time. */
export type FigureCurve = { readonly times: Float32Array; readonly values: Float32Array }

/** What the figure shows: a piece of each curve for every update, as the lesson plots them. */
export type Series = {
  readonly targets: readonly FigureCurve[]
  readonly predictions: readonly FigureCurve[]
}

/** Gathers what the figure will show. */
export type Picture = { readonly add: (record: UpdateRecord) => void; readonly series: () => Series }

/** Points of each curve from which on the pieces are thinned out to what a figure can show. */
const MOST_POINTS = 20_000
/** Stretches of time of which a thinned curve keeps its least and greatest value: four to a unit of the drawing. */
const STRETCHES = 3_500

export function createPicture(): Picture {
  const targets: FigureCurve[] = []
  const predictions: FigureCurve[] = []
  return {
    add: (record) => {
      const times = timesOf(record)
      targets.push({ times, values: record.targets })
      predictions.push({ times, values: record.predictions })
    },
    series: () => ({ targets: thinned(targets), predictions: thinned(predictions) }),
  }
}

/** Leaves a short picture as it is; of a long one nobody could see more than the ends of each stretch. */
export function thinned(pieces: readonly FigureCurve[]): readonly FigureCurve[] {
  const count = pieces.reduce((sum, { times }) => sum + times.length, 0)
  if (count <= MOST_POINTS) return pieces
  const first = pieces[0]?.times[0] ?? 0
  const last = pieces.at(-1)?.times.at(-1) ?? 0
  const stretch = (last - first) / STRETCHES
  const kept: { time: number; value: number }[] = []
  let [low, high] = [
    { time: 0, value: Number.POSITIVE_INFINITY },
    { time: 0, value: Number.NEGATIVE_INFINITY },
  ]
  let end = first + stretch
  const keep = () => {
    if (low.value <= high.value) kept.push(...(low.time <= high.time ? [low, high] : [high, low]))
    low = { time: 0, value: Number.POSITIVE_INFINITY }
    high = { time: 0, value: Number.NEGATIVE_INFINITY }
  }
  for (const { times, values } of pieces) {
    for (const [i, time] of times.entries()) {
      if (time >= end) {
        keep()
        end = Math.max(end + stretch, time)
      }
      const value = values[i] as number
      if (value < low.value) low = { time, value }
      if (value > high.value) high = { time, value }
    }
  }
  keep()
  return [
    {
      times: Float32Array.from(kept, ({ time }) => time),
      values: Float32Array.from(kept, ({ value }) => value),
    },
  ]
}
