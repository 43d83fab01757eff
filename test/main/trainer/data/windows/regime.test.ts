import { suggestedRun } from '@contract/data/made-series'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import type { SeriesSource } from '@contract/settings/source-config'
import { describe, expect, it } from 'vitest'
import { madeSeries } from '../../../../../main/trainer/data/made/made-series'
import { prepareSeries } from '../../../../../main/trainer/data/windows/prepared'
import { areSequences, regimeOf } from '../../../../../main/trainer/data/windows/regime'

describe('the regime of a run', () => {
  const regime = (settings: Parameters<typeof withSettings>[1]) =>
    regimeOf(withSettings(LESSON, { window: 8, ...settings }))

  it('carries no state through windows that are drawn at random, whatever the setting says', () => {
    expect(regime({ order: 'random', carryState: true })).toEqual({
      window: 8,
      carryState: false,
      meet: false,
    })
    expect(regime({ order: 'consecutive', carryState: true })).toMatchObject({ carryState: true, meet: true })
  })

  it('has windows that meet where each begins at the end of the one before', () => {
    expect(regime({ order: 'consecutive', carryState: false, stride: 8 }).meet).toBe(true)
    expect(regime({ order: 'consecutive', carryState: false, stride: 4 }).meet).toBe(false)
  })
})

describe('windows that are sequences', () => {
  it.each([
    ['adding', true],
    ['copy', true],
    ['delay', false],
    ['nile', false],
    ['co2', false],
  ] as const)('are told by where their targets are: %s, %s', (name, expected) => {
    const suggested = suggestedRun(name)
    const { window } = suggested.data
    const config = withSettings(suggested, { order: 'consecutive', carryState: false, stride: window })
    const series = prepareSeries(madeSeries(name, 1), config.data.source as SeriesSource, config.data)
    expect(areSequences(series, regimeOf(config))).toBe(expected)
  })
})
