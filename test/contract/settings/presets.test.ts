import { parseRunConfig } from '@contract/settings/parse-settings'
import { PRESETS, presetOf } from '@contract/settings/presets'
import { LESSON, type RunConfig } from '@contract/settings/run-config'
import { describe, expect, it } from 'vitest'

/** What a preset's settings change of the lesson. */
function changes(config: RunConfig): Partial<RunConfig> {
  const names = Object.keys(LESSON) as (keyof RunConfig)[]
  return Object.fromEntries(
    names.filter((name) => config[name] !== LESSON[name]).map((name) => [name, config[name]]),
  )
}

describe('the presets', () => {
  it('are the tutorial programs', () => {
    const tensorflow = { family: 'tensorflow', readout: 'batched', optimizer: 'adam-tensorflow' }
    expect(Object.fromEntries(PRESETS.map(({ id, config }) => [id, changes(config)]))).toEqual({
      pytorch: {},
      'pytorch-batched': { readout: 'batched' },
      'pytorch-later': { updates: 100, endpoint: false },
      'pytorch-dynamic': { span: 'random' },
      'tensorflow-running-mean': { ...tensorflow, shown: 'after-update' },
      'tensorflow-carried': tensorflow,
    })
  })

  it('show what the programs show', () => {
    const ids = (shows: (preset: (typeof PRESETS)[number]) => unknown) =>
      PRESETS.filter(shows).map(({ id }) => id)
    expect(ids(({ showsRunningMean }) => showsRunningMean)).toEqual(['tensorflow-running-mean'])
    expect(ids(({ yRange }) => yRange)).toEqual(['tensorflow-carried'])
    expect(PRESETS.find(({ id }) => id === 'tensorflow-carried')?.yRange).toEqual([-1.2, 1.2])
  })

  it.each(PRESETS)('$id: settings that a run can have, and one line each of where and what', (preset) => {
    expect(parseRunConfig(preset.config)).toEqual({ ok: true, value: preset.config })
    for (const line of [preset.source, preset.watch]) expect(line).toMatch(/^[A-Z][^\n]{40,110}\.$/)
    expect(preset.label).toMatch(/^(?:PyTorch|TensorFlow)(?:, [a-z -]+)?$/)
  })
})

describe('the preset of settings', () => {
  it.each(PRESETS)('is found again: $id', (preset) => {
    expect(presetOf({ ...preset.config })).toBe(preset)
  })

  it('is none when anything was changed', () => {
    const other: RunConfig = {
      learningRate: 0.03,
      updates: 61,
      points: 11,
      endpoint: false,
      span: 'random',
      batch: 2,
      cell: 'gru',
      layers: 2,
      hiddenUnits: 33,
      family: 'tensorflow',
      seed: 2,
      readout: 'batched',
      optimizer: 'sgd',
      momentum: 0.5,
      clipNorm: 1,
      carryState: false,
      shown: 'after-update',
    }
    for (const preset of PRESETS)
      for (const name of Object.keys(other) as (keyof RunConfig)[])
        if (preset.config[name] !== other[name])
          expect(presetOf({ ...preset.config, [name]: other[name] })).not.toBe(preset)
    expect(presetOf({ ...LESSON, seed: 2 })).toBeNull()
    expect(presetOf({ ...LESSON, points: 11 })).toBeNull()
    expect(presetOf({ ...LESSON, carryState: false })).toBeNull()
  })
})
