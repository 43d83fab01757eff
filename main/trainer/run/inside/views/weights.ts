import type { InsideFound } from '@contract/inside/inside'
import { HISTOGRAM_BARS, type Histograms, type InsideTensor } from '@contract/inside/weights'
import { normOf } from '../../../inside/net/norm'
import type { Look } from '../look'
import { distance, oneUpdate, valuesOf } from '../one-update'

/** The parameters before an update, against those at the beginning of the run, and how far the update moves them. */
export function* tellWeights(look: Look): Generator<void, InsideFound<'weights'>> {
  const { snapshot, initial, window, config } = look
  const { after, broke } = oneUpdate(snapshot, window, config)
  yield
  const tensors: InsideTensor[] = []
  for (const [name, { shape, values }] of snapshot.parameters) {
    const first = valuesOf(initial.parameters, name)
    const change = broke ? Number.NaN : distance(valuesOf(after.parameters, name), values)
    tensors.push({
      name,
      shape,
      norm: normOf(values),
      initialNorm: normOf(first),
      change,
      ...histograms(values, first),
    })
    yield
  }
  return { value: { kind: 'weights', tensors } }
}

/** Two histograms over the same bars, between the least and the greatest of both. */
function histograms(now: Float32Array, first: Float32Array): Histograms {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const values of [now, first])
    for (const value of values) {
      from = Math.min(from, value)
      to = Math.max(to, value)
    }
  // All numbers are one and the same, as those of a bias of zeros.
  if (!(to > from)) [from, to] = [from - 0.5, from + 0.5]
  const barsOf = (values: Float32Array) => {
    const bars = new Uint32Array(HISTOGRAM_BARS)
    for (const value of values) {
      const bar = Math.floor(((value - from) / (to - from)) * HISTOGRAM_BARS)
      const last = Math.min(HISTOGRAM_BARS - 1, bar)
      bars[last] = (bars[last] ?? 0) + 1
    }
    return bars
  }
  return { from, to, bars: barsOf(now), initialBars: barsOf(first) }
}
