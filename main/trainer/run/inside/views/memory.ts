import type { InsideAsk, InsideFound } from '@contract/inside/inside'
import type { DataReach, InsideImpulse } from '@contract/inside/memory'
import { text } from '@contract/language/texts'
import { autocorrelation } from '../../../data/score/autocorrelation'
import { seasonalPeriod } from '../../../data/score/seasonal-period'
import { capacityInPieces, MOST_CAPACITY_UNITS } from '../../../inside/memory/capacity'
import { forthAndBack, impulseInPieces, LEAST_CHANGE } from '../../../inside/memory/impulse'
import type { Look } from '../look'

/** Impulses, as shares of the column's standard deviation: two, as a network is not linear. */
const SHARES = [0.01, 0.1]
/** Lags that are looked at: some windows, within these. */
const LAGS = { windows: 4, least: 64, most: 400 }
/** The noise of a capacity is the same each time. */
const SEED = 1
/** The newest rows of the training part say enough of how a series is like itself. */
const MOST_ROWS = 100_000
const REACH = { windows: 3, least: 100 }

/** How long the data, the window and the network remember. */
export function* tellMemory(
  look: Look,
  { column, output, layer }: InsideAsk<'memory'>,
): Generator<void, InsideFound<'memory'>> {
  const { net, inputs, states, window } = look
  const { inputs: columns, layers, outputs, hiddenUnits: units } = net.network
  if (column >= columns || output >= outputs || layer >= layers)
    return { problem: text('touch.noUnit', { layer: layer + 1, unit: 1, layers, units }) }
  const noise = spread(inputs, columns)
  const deviation = noise.deviation[column] as number
  const greatest = inputs.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (!(deviation * (SHARES[0] as number) > LEAST_CHANGE * greatest))
    return { problem: text('recall.tooSmall') }
  const lags = Math.min(LAGS.most, Math.max(LAGS.least, LAGS.windows * window.timeSteps))
  const long = forthAndBack(inputs, columns, lags)
  const impulses: InsideImpulse[] = []
  for (const share of SHARES) {
    const found = yield* impulseInPieces(net, long, states, column, share * deviation)
    impulses.push({ share, ...found, responses: Float32Array.from(found.responses) })
    yield
  }
  const found = units > MOST_CAPACITY_UNITS ? null : yield* capacityInPieces(net, noise, layer, column, SEED)
  yield
  return {
    value: {
      ...{ kind: 'memory', layer, units, sees: window.timeSteps, impulses },
      capacity: found && { perLag: Float32Array.from(found.perLag), total: found.total },
      needs: reachOf(look, output),
    },
  }
}

/** Mean and standard deviation of each column of a window. */
function spread(inputs: Float64Array, columns: number) {
  const timeSteps = inputs.length / columns
  const of = (column: number) => inputs.filter((_, i) => i % columns === column)
  const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / timeSteps
  const mean = Float64Array.from({ length: columns }, (_, column) => meanOf(of(column)))
  const deviation = mean.map((middle, column) =>
    Math.sqrt(meanOf(of(column).map((value) => (value - middle) ** 2))),
  )
  return { mean, deviation }
}

/** How far back the column of an output is like itself, as the Data tab has it: its season, or up to the first lag of chance. */
function reachOf({ source: { series }, window }: Look, output: number): DataReach | null {
  if (!series) return null
  const { from, to } = series.parts.train
  const values = (series.raw.targets[output] as Float64Array).subarray(Math.max(from, to - MOST_ROWS), to)
  const season = seasonalPeriod(values)
  if (season !== null) return { timeSteps: season, isSeason: true, isMore: false }
  const found = autocorrelation(values, Math.max(REACH.least, REACH.windows * window.timeSteps))
  if (!found) return null
  const lost = found.values.findIndex((value) => Math.abs(value) <= found.band)
  if (lost < 0) return { timeSteps: found.values.length, isSeason: false, isMore: true }
  return { timeSteps: Math.max(1, lost), isSeason: false, isMore: false }
}
