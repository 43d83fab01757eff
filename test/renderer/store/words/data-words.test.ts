import { suggestedRun } from '@contract/data/made-series'
import { inEnglish, sayIn } from '@contract/language/say'
import type { Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { prepareSeries } from '../../../../main/trainer/data/windows/prepared'
import { trainingWindows } from '../../../../main/trainer/data/windows/series-windows'
import { likenessText } from '../../../../renderer/store/words/likeness-text'
import { windowsBeside } from '../../../../renderer/store/words/windows-beside'

describe('the windows beside the first one of an update', () => {
  const whole = { rows: 500, lost: [], gaps: { count: 0, rows: new Float64Array() } }
  const config = (settings: Partial<Settings>) =>
    withSettings(suggestedRun('co2'), { order: 'consecutive', carryState: false, window: 20, ...settings })

  it.each([
    { batch: 4, stride: 7, horizon: 1 },
    { batch: 3, stride: 1, horizon: 0 },
    { batch: 5, stride: 9, horizon: 12, carryState: true },
  ])('stand where the trainer cuts them: %o', (settings) => {
    const run = config(settings)
    const column = { name: 'a', values: Float64Array.from({ length: whole.rows }, (_, row) => row) }
    const source = {
      kind: 'series',
      origin: { kind: 'made', name: 'co2' },
      inputs: ['a'],
      targets: ['a'],
    } as const
    const prepared = prepareSeries({ times: { kind: 'rows' }, columns: [column] }, source, {
      ...run.data,
      scaling: 'none',
    })
    const { inputs } = trainingWindows(prepared, run).at(3)
    const first = (b: number) => inputs[b * 20] ?? Number.NaN
    expect(windowsBeside(run, whole)).toEqual(
      Array.from({ length: settings.batch - 1 }, (_, b) => first(b + 1) - first(0)),
    )
  })

  it('are not known where they are drawn, or where the part is broken', () => {
    expect(windowsBeside(config({ batch: 4, order: 'random' }), whole)).toEqual([])
    expect(windowsBeside(config({ batch: 1 }), whole)).toEqual([])
    expect(
      windowsBeside(config({ batch: 4 }), { ...whole, gaps: { count: 1, rows: Float64Array.of(3) } }),
    ).toEqual([])
  })
})

describe('what an autocorrelation says', () => {
  const target = (values: readonly number[], season: number | null, band = 0.2) => ({
    ...{ name: 'a', season, by: { from: 0, to: 96 } },
    autocorrelation: { values: Float64Array.from(values), count: 96, band },
  })
  const said = (...all: Parameters<typeof likenessText>) => inEnglish(likenessText(...all))

  it('is the season, and how many of them a window sees', () => {
    expect(said(target([1, 0.5], 12), 24)).toBe(
      'The series is like itself again after 12 time steps; a window of 24 sees two of them.',
    )
    expect(said(target([1, 0.5], 12), 23)).toMatch(/a window of 23 sees one of them\.$/)
    expect(said(target([1, 0.5], 12), 11)).toMatch(/a window of 11 sees no whole one\.$/)
    expect(sayIn('zh')(likenessText(target([1, 0.5], 12), 24))).toBe(
      '序列在 12 个时间步之后与自身再次相似；长度为 24 的窗口能看到 2 个季节。',
    )
  })

  it('is how long a series without one is like itself', () => {
    expect(said(target([1, 0.9, -0.5, 0.1, 0.8], null), 24)).toContain('for 2 time steps')
    expect(said(target([1, 0.9, 0.8], null), 24)).toContain('even 2 time steps later')
    expect(said(target([1, 0.19], null), 24)).toContain('no memory')
    const { autocorrelation, ...rest } = target([1, 0.19], null)
    expect(said({ ...rest, autocorrelation: { ...autocorrelation, count: 48 } }, 24)).toBe(
      'Of 96 values only 48 are known: whether one is like the one before it cannot be told.',
    )
    expect(said({ ...target([], null), autocorrelation: null }, 24)).toContain('no autocorrelation')
  })
})
