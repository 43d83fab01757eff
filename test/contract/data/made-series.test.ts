import { MADE_SERIES, madeSeriesOf, suggestedRun } from '@contract/data/made-series'
import type { Series } from '@contract/data/series'
import { inEnglish } from '@contract/language/say'
import { parseRunConfig } from '@contract/settings/parse-settings'
import { settingsOf } from '@contract/settings/settings'
import { isDrawn, MADE_NAMES, type MadeName } from '@contract/settings/source-config'
import { describe, expect, it } from 'vitest'
import { madeSeries } from '../../../main/trainer/data/made/made-series'

const seriesOf = new Map<MadeName, Series>(MADE_NAMES.map((name) => [name, madeSeries(name, 1)]))
const valuesOf = (name: MadeName, column: string) =>
  seriesOf.get(name)?.columns.find((one) => one.name === column)?.values ?? new Float64Array()
const lengthOf = (name: MadeName) => seriesOf.get(name)?.columns[0]?.values.length ?? 0

/** The part of a sum of sines of these periods that a weighted sum of earlier values does not give, at its greatest. */
function notInSines(x: Float64Array, periods: readonly number[]): number {
  // A sine of angular frequency w has x(t) = 2cos(w)·x(t - 1) - x(t - 2); several have the product of such filters.
  let rest = x
  for (const period of periods)
    rest = rest.map((value, t) => {
      const [before, earlier] = [rest[t - 1] ?? 0, rest[t - 2] ?? 0]
      return value - 2 * Math.cos((2 * Math.PI) / period) * before + earlier
    })
  return Math.max(...rest.subarray(2 * periods.length).map(Math.abs))
}

describe('the descriptors of the made series', () => {
  it('are of every series once', () => {
    expect(MADE_SERIES.map(({ name }) => name).toSorted()).toEqual([...MADE_NAMES].toSorted())
    for (const name of MADE_NAMES) expect(madeSeriesOf(name).name).toBe(name)
  })

  it.each(MADE_SERIES)('$name: a label, and one line each of what it is and what to watch', (series) => {
    expect(inEnglish(series.label)).toMatch(/^[A-Z][^\n.]{3,30}$/)
    expect(inEnglish(series.what)).toMatch(/^[A-Zx1y][^\n]{20,115}\.$/)
    expect(inEnglish(series.watch)).toMatch(/^[A-Z][^\n]{40,135}[.?]$/)
  })

  it.each(MADE_SERIES)(
    '$name: columns that it has, and inputs without a gap but where none was measured',
    (series) => {
      const names = seriesOf.get(series.name)?.columns.map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining([...series.inputs, ...series.targets]))
      expect([series.inputs.length, series.targets.length].every((count) => count > 0)).toBe(true)
      const gaps = series.inputs.filter((name) => valuesOf(series.name, name).some(Number.isNaN))
      expect(gaps).toEqual(series.name === 'co2' ? ['co2'] : [])
    },
  )

  it.each(MADE_SERIES)('$name: whether the seed makes a difference', ({ name }) => {
    const same = JSON.stringify(madeSeries(name, 2).columns) === JSON.stringify(seriesOf.get(name)?.columns)
    expect(same).toBe(!isDrawn(name))
  })

  it.each(MADE_SERIES)('$name: settings that leave each part enough windows', ({ name, suggestion }) => {
    const { window, horizon, stride, trainPercent, validationPercent, batch, order, carryState } = suggestion
    for (const percent of [trainPercent, validationPercent, 100 - trainPercent - validationPercent]) {
      const free = Math.floor((lengthOf(name) * percent) / 100) - window - horizon
      expect(Math.floor(free / stride) + 1).toBeGreaterThanOrEqual(Math.min(10, batch))
    }
    // A state is carried only from a window into the one that goes on where it ended.
    if (carryState) expect([order, stride]).toEqual(['consecutive', window])
  })

  it('carry the state, but for sequences that each begin anew and a series of a hundred values', () => {
    // Else a network would be judged at the first time steps of its windows, and its rivals with all that came before.
    const anew = MADE_SERIES.filter(({ suggestion }) => !suggestion.carryState).map(({ name }) => name)
    expect(anew).toEqual(['adding', 'copy', 'nile'])
  })

  it.each(MADE_SERIES.filter(({ period }) => period !== null))(
    '$name: its period',
    ({ name, period, targets }) => {
      const x = valuesOf(name, targets[0] ?? '')
      const away = (lag: number) => {
        const pairs = [...x.keys()].slice(lag).map((t) => [x[t] ?? 0, x[t - lag] ?? 0] as const)
        const there = pairs.filter(([now, before]) => !Number.isNaN(now - before))
        return there.reduce((total, [now, before]) => total + (now - before) ** 2, 0) / there.length
      }
      const lags = Array.from({ length: 2 * (period ?? 0) - 2 }, (_, at) => at + 2).filter(
        (lag) => lag > (period ?? 0) / 2,
      )
      const best = lags.reduce((one, lag) => (away(lag) < away(one) - 1e-9 ? lag : one))
      // Sunspots have cycles of 9 to 14 years: no lag is much better than the next one.
      expect(Math.abs(best - (period ?? 0))).toBeLessThanOrEqual(name === 'sunspots' ? 1 : 0)
    },
  )
})

describe('the suggested run', () => {
  it.each(MADE_SERIES)(
    '$name: is one that a run can have, with all that is suggested',
    ({ name, ...series }) => {
      const run = suggestedRun(name)
      expect(parseRunConfig(run)).toEqual({ ok: true, value: run })
      expect(settingsOf(run)).toMatchObject(series.suggestion)
      expect(run.data.source).toEqual({
        kind: 'series',
        origin: { kind: 'made', name },
        inputs: series.inputs,
        targets: series.targets,
      })
    },
  )
})

describe('what the made series say of themselves', () => {
  it('six past values are enough for the sum of sines, and for the amplitude that is modulated', () => {
    expect(notInSines(valuesOf('sines', 'x'), [50, 17, 7])).toBeLessThan(1e-10)
    const beats = [1 / 10, 1 / 10 + 1 / 120, 1 / 10 - 1 / 120].map((frequency) => 1 / frequency)
    expect(notInSines(valuesOf('am', 'x'), beats)).toBeLessThan(1e-10)
    expect(notInSines(valuesOf('fm', 'x'), [50, 17, 7])).toBeGreaterThan(0.1)
  })

  it('the adding and the copy task have whole sequences in every part, and windows that are one each', () => {
    for (const name of ['adding', 'copy'] as const) {
      const { window, stride, trainPercent, validationPercent, horizon, order } =
        madeSeriesOf(name).suggestion
      expect([window, stride, horizon, order]).toEqual([20, 20, 0, 'consecutive'])
      for (const percent of [trainPercent, trainPercent + validationPercent])
        expect(((lengthOf(name) * percent) / 100) % 20).toBe(0)
    }
  })

  it('the Nile carries less from 1899 on', () => {
    const volume = valuesOf('nile', 'volume')
    const mean = (values: Float64Array) => values.reduce((total, value) => total + value, 0) / values.length
    expect(Math.round(mean(volume.subarray(0, 28)))).toBe(1098)
    expect(Math.round(mean(volume.subarray(28)))).toBe(850)
  })

  it('the CO₂ of the test part is beyond all of the training part', () => {
    const co2 = valuesOf('co2', 'co2')
    const there = (from: number, to: number) =>
      co2.subarray(from * co2.length, to * co2.length).filter((value) => !Number.isNaN(value))
    expect(Math.min(...there(0.85, 1))).toBeGreaterThan(Math.max(...there(0, 0.7)))
  })
})
