import { suggestedRun } from '@contract/data/made-series'
import type { Series } from '@contract/data/series'
import { inEnglish } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { SeriesSource } from '@contract/settings/source-config'
import { describe, expect, it } from 'vitest'
import { findMade } from '../../../../../main/trainer/data/find-made'
import { envelopeOf } from '../../../../../main/trainer/data/picture/envelope'
import { pictureOf } from '../../../../../main/trainer/data/picture/series-picture'
import { autocorrelation } from '../../../../../main/trainer/data/score/autocorrelation'
import { prepareSeries } from '../../../../../main/trainer/data/windows/prepared'
import { trainingWindows } from '../../../../../main/trainer/data/windows/series-windows'

const SOURCE: SeriesSource = {
  kind: 'series',
  origin: { kind: 'table', name: 'a.csv', sha256: 'a'.repeat(64) },
  inputs: ['a', 'b'],
  targets: ['b', 'c'],
}

const turn = async () => {}
const NO_LEAK = { found: false, words: text('leak.none', { paths: [], cuts: 4 }) }

function configOf(changes: Partial<Settings>) {
  return withSettings(LESSON, { source: SOURCE, trainPercent: 60, validationPercent: 20, ...changes })
}

/** 50 rows at whole times, with a jump after row 9; a is missing at row 20, c at row 3. */
function series(): Series {
  const rows = 50
  const from = (of: (t: number) => number) => Float64Array.from({ length: rows }, (_, t) => of(t))
  const a = from((t) => t)
  const c = from((t) => -t)
  a[20] = Number.NaN
  c[3] = Number.NaN
  return {
    times: { kind: 'numbers', name: 't', values: from((t) => (t > 9 ? t + 5 : t)) },
    columns: [
      { name: 'a', values: a },
      { name: 'b', values: from((t) => Math.sin(t)) },
      { name: 'c', values: c },
      { name: 'unused', values: from(() => 7) },
    ],
  }
}

describe('the picture of a series', () => {
  it('has each chosen column once, with its scaler and what is missing', async () => {
    const config = configOf({ window: 5, horizon: 2, scaling: 'standard' })
    const { columns, rows, parts, gaps, times } = await pictureOf(
      series(),
      SOURCE,
      config.data,
      NO_LEAK,
      turn,
    )
    expect(columns.map(({ name, isInput, isTarget, missing }) => [name, isInput, isTarget, missing])).toEqual(
      [
        ['a', true, false, 1],
        ['b', true, true, 0],
        ['c', false, true, 1],
      ],
    )
    const prepared = prepareSeries(series(), SOURCE, config.data)
    expect(columns.map(({ scaler }) => scaler)).toEqual([
      ...prepared.scalers.inputs,
      prepared.scalers.targets[1],
    ])
    expect([rows, parts.train, parts.validation, parts.test]).toEqual([
      50,
      { from: 0, to: 30 },
      { from: 30, to: 40 },
      { from: 40, to: 50 },
    ])
    expect(gaps).toEqual({ count: 1, rows: Float64Array.of(9) })
    expect(times.kind).toBe('knots')
    expect([...(columns[0]?.least ?? [])].slice(18, 22)).toEqual([18, 19, Number.NaN, 21])
  })

  it.each([
    { window: 5, horizon: 2 },
    { window: 3, horizon: 0 },
    { window: 9, horizon: 4 },
    { window: 12, horizon: 1 },
  ])('counts every pair once, in a window or lost for a reason: %j', async (changes) => {
    const config = configOf({ ...changes, stride: 2 })
    const { windows, lost, pairs } = await pictureOf(series(), SOURCE, config.data, NO_LEAK, turn)
    const { window, horizon } = changes
    // Pair by pair, the slow way.
    const counts = { missing: 0, jump: 0, short: 0 }
    const { columns } = series()
    let run = 0
    const endRun = () => {
      if (run < window) counts.short += run
      run = 0
    }
    for (let row = 0; row + horizon < 50; row += 1) {
      // A stretch ends with its part, and with a jump between its rows.
      if ([30, 40].includes(row + horizon) || row === 10) endRun()
      if (row <= 9 && row + horizon > 9) {
        counts.jump += 1
        endRun()
      } else if (Number.isNaN(columns[0]?.values[row])) {
        counts.missing += 1
        endRun()
      } else run += 1
    }
    endRun()
    const told = Object.fromEntries(lost.map((one) => [inEnglish(one.why).slice(0, 4), one.pairs]))
    expect(pairs).toBe(50 - horizon)
    expect({ missing: told['An i'] ?? 0, jump: told.Time ?? 0, short: told.What ?? 0 }).toEqual(counts)
    const prepared = prepareSeries(series(), SOURCE, config.data)
    const counted = (order: Settings['order']) =>
      trainingWindows(prepared, withSettings(config, { order, carryState: false, batch: 1 })).count
    expect(windows).toEqual({ consecutive: counted('consecutive'), random: counted('random') })
  })

  it('has the autocorrelation and the season of the training part alone', async () => {
    const { data } = withSettings(suggestedRun('el-nino'), { window: 60, trainPercent: 50 })
    const source = data.source as SeriesSource
    const found = findMade(source.origin, data.dataSeed)
    if (!found.ok) throw new Error('there is always an El Niño')
    const { targets, parts } = await pictureOf(found.value, source, data, NO_LEAK, turn)
    const values = found.value.columns.find(({ name }) => name === source.targets[0])?.values
    expect(targets).toEqual([
      {
        name: 'temperature',
        by: parts.train,
        autocorrelation: autocorrelation(values?.slice(0, parts.train.to) ?? new Float64Array(), 180),
        season: 12,
      },
    ])
    expect(targets[0]?.autocorrelation?.values.length).toBe(181)
  })

  it('gives others their turn', async () => {
    let turns = 0
    const { data } = configOf({ window: 5 })
    await pictureOf(series(), SOURCE, data, NO_LEAK, async () => {
      turns += 1
    })
    expect(turns).toBeGreaterThanOrEqual(1 + 3 + 2)
  })
})

describe('a column from afar', () => {
  it('keeps the least and the greatest of every bucket', () => {
    const values = Float64Array.from({ length: 12_345 }, (_, i) => Math.sin(i * i))
    values.fill(Number.NaN, 5000, 5020)
    const { least, greatest, missing } = envelopeOf(values)
    expect([least.length, greatest.length, missing]).toEqual([2000, 2000, 20])
    for (let bucket = 0; bucket < 2000; bucket += 1) {
      const rows = [
        ...values.subarray(Math.floor((bucket * 12_345) / 2000), Math.floor(((bucket + 1) * 12_345) / 2000)),
      ]
      const known = rows.filter((value) => !Number.isNaN(value))
      const expected =
        known.length === 0 ? [Number.NaN, Number.NaN] : [Math.min(...known), Math.max(...known)]
      expect([least[bucket], greatest[bucket]]).toEqual(expected)
    }
  })
})
