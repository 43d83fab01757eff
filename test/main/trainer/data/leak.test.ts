import { type LeakPath, leakSentence } from '@contract/data/leak'
import { MADE_SERIES, suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import { withSettings } from '@contract/settings/settings'
import type { MadeName, SeriesSource } from '@contract/settings/source-config'
import { describe, expect, it } from 'vitest'
import { findLeaks, PIPELINE, type Pipeline } from '../../../../main/trainer/data/leak'
import { madeSeries } from '../../../../main/trainer/data/made/made-series'
import { prepareSeries } from '../../../../main/trainer/data/windows/prepared'
import { trainingWindows } from '../../../../main/trainer/data/windows/series-windows'

function leaks(name: MadeName, broken: Partial<Pipeline> = {}, horizon?: number) {
  const suggested = suggestedRun(name)
  const config = horizon === undefined ? suggested : withSettings(suggested, { horizon })
  const source = config.data.source as SeriesSource
  return findLeaks(madeSeries(name, 1), source, config, { ...PIPELINE, ...broken })
}

const paths = (broken: Partial<Pipeline>): LeakPath[] => leaks('el-nino', broken).map(({ path }) => path)

/** Settings as if all of the series were trained on. */
const ofAll = <T extends { trainPercent: number; validationPercent: number }>(data: T): T => ({
  ...data,
  trainPercent: 100,
  validationPercent: 0,
})

describe('the leak alarm', () => {
  it.each(MADE_SERIES.map(({ name }) => name))('is silent for %s as it is computed', (name) => {
    expect(leaks(name)).toEqual([])
  })

  it('is silent for any scaling and horizon', () => {
    for (const scaling of ['none', 'standard', 'min-max'] as const)
      for (const horizon of [0, 1, 12]) {
        const config = withSettings(suggestedRun('co2'), { scaling, horizon })
        expect(findLeaks(madeSeries('co2', 1), config.data.source as SeriesSource, config)).toEqual([])
      }
  })

  it('names scaling that was fitted to all of the series', () => {
    const prepare: Pipeline['prepare'] = (series, source, data) => {
      const honest = prepareSeries(series, source, data)
      const { scalers, inputs, targets } = prepareSeries(series, source, ofAll(data))
      return { ...honest, scalers, inputs, targets }
    }
    expect(paths({ prepare })).toContain('scaling')
  })

  it('names windows whose targets are of the validation part', () => {
    const windows: Pipeline['windows'] = (prepared, config) =>
      trainingWindows(
        { ...prepared, stretches: { ...prepared.stretches, train: prepared.stretches.validation } },
        config,
      )
    expect(paths({ windows })).toEqual(['windows'])
  })

  it('names a season that was looked for in all of the series', () => {
    let calls = 0
    expect(paths({ season: () => (calls += 1) })).toContain('season')
  })

  it('names rivals that were fitted to all of the series', () => {
    const rivals: Pipeline['rivals'] = (scored, periods) =>
      PIPELINE.rivals(
        { ...scored, parts: { ...scored.parts, train: [0, scored.targets[0]?.values.length ?? 0] } },
        periods,
      )
    expect(paths({ rivals })).toEqual(['rivals'])
  })

  it('names a column that was filled from what comes after it', () => {
    const resample: Pipeline['resample'] = (series) => ({
      ...series,
      columns: series.columns.map(({ name, values }) => ({
        name,
        values: values.map((value, row) => (value + (values[row + 1] ?? value)) / 2),
      })),
    })
    const found = leaks('el-nino', { resample })
    expect(found.map(({ path }) => path)).toContain('resampling')
    const [first] = found
    expect(first && first.row === first.cut - 1).toBe(true)
    expect(first && inEnglish(leakSentence(first))).toBe(
      `Leak: with noise from row ${(first?.cut ?? 0) + 1} on, the resampling changed at row ${first?.cut}, which comes before it.`,
    )
  })

  it('names predictions that look ahead', () => {
    const ahead: Pipeline['predict'] = ({ inputs, rows, raw }) => {
      const width = raw.inputs.length
      return Float32Array.from(
        { length: rows * raw.targets.length },
        (_, row) => inputs[(row + 1) * width] ?? 0,
      )
    }
    expect(paths({ predict: ahead })).toEqual(['predictions'])
  })
})
