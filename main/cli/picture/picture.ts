import type { SourceFacts } from '@contract/data/source-facts'
import { ofOutput, rowsOf } from '../base/series-places'
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

/**
 * Gathers the updates of a run: of the lesson all, one after the other; of a series, which is seen again and again, the
 * first target of each row, and what was predicted for it last.
 */
export function createPicture({ axis, targets }: Pick<SourceFacts, 'axis' | 'targets'>): Picture {
  return axis === 'half-periods' ? pictureOfLesson() : pictureOfSeries(targets.length)
}

function pictureOfSeries(outputs: number): Picture {
  const byRow = new Map<number, { readonly target: number; readonly prediction: number }>()
  const curve = (of: 'target' | 'prediction') => {
    const pieces: { times: number[]; values: number[] }[] = []
    let before = Number.NaN
    for (const [row, numbers] of [...byRow].sort(([a], [b]) => a - b)) {
      // A missing number ends a piece, as rows do that nobody has seen yet.
      if (!Number.isFinite(numbers[of])) continue
      if (row !== before + 1) pieces.push({ times: [], values: [] })
      pieces.at(-1)?.times.push(row)
      pieces.at(-1)?.values.push(numbers[of])
      before = row
    }
    const curves = pieces.map(({ times, values }) => ({
      times: Float32Array.from(times),
      values: Float32Array.from(values),
    }))
    return thinned(curves)
  }
  return {
    add: (record) => {
      const [targets, predictions] = [record.targets, record.predictions].map((all) =>
        ofOutput(all, 0, outputs),
      )
      for (const [i, row] of rowsOf(record).entries())
        byRow.set(row, {
          target: targets?.[i] ?? Number.NaN,
          prediction: predictions?.[i] ?? Number.NaN,
        })
    },
    series: () => ({ targets: curve('target'), predictions: curve('prediction') }),
  }
}

function pictureOfLesson(): Picture {
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
