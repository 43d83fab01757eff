import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { parseRunConfig } from '@contract/settings/parse-settings'
import { PRESETS, presetOf } from '@contract/settings/presets'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import {
  differences,
  pickSettings,
  SETTING_NAMES,
  settingOf,
  settingsOf,
  withSettings,
} from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'

/** What a preset's settings change of the lesson. */
function changes(config: RunConfig): Partial<Settings> {
  return pickSettings(settingsOf(config), differences(config, LESSON))
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
    for (const line of [preset.source, preset.watch])
      expect(inEnglish(line)).toMatch(/^[A-Z][^\n]{40,110}\.$/)
    expect(inEnglish(preset.label)).toMatch(/^(?:PyTorch|TensorFlow)(?:, [a-z -]+)?$/)
  })
})

describe('the preset of settings', () => {
  it.each(PRESETS)('is found again: $id', (preset) => {
    expect(presetOf({ ...preset.config })).toBe(preset)
  })

  it('is none when anything was changed', () => {
    const other: Settings = {
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
      freezeState: true,
      shown: 'after-update',
      source: {
        kind: 'series',
        origin: { kind: 'made', name: 'saw' },
        inputs: ['value'],
        targets: ['value'],
      },
      dataSeed: 3,
      horizon: 2,
      window: 12,
      stride: 7,
      order: 'random',
      scaling: 'min-max',
      trainPercent: 60,
      validationPercent: 20,
      patience: 50,
    }
    for (const preset of PRESETS)
      for (const name of SETTING_NAMES)
        if (settingOf(preset.config, name) !== other[name])
          expect(presetOf(withSettings(preset.config, { [name]: other[name] }))).not.toBe(preset)
    expect(presetOf(withSettings(LESSON, { source: other.source }))).toBeNull()
    expect(presetOf(withSettings(LESSON, { seed: 2 }))).toBeNull()
    expect(presetOf(withSettings(LESSON, { points: 11 }))).toBeNull()
    expect(presetOf(withSettings(LESSON, { carryState: false }))).toBeNull()
  })
})
