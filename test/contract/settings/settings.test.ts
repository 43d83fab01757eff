import { inEnglish } from '@contract/language/say'
import { CHOICES } from '@contract/settings/choices'
import { LESSON } from '@contract/settings/lesson'
import { mostPointsInRun, NUMBERS } from '@contract/settings/numbers'
import { checkChoice, checkSetting, parseRunConfig } from '@contract/settings/parse-settings'
import type { ChoiceName, NumberName } from '@contract/settings/setting'
import { NEW_RUN_SETTINGS, withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { saying } from '../../helpers/saying'

/** The sentence by which settings are refused. */
function refusal(changes: object): string {
  const parsed = parseRunConfig(withSettings(LESSON, { ...changes }))
  if (parsed.ok) throw new Error(`${JSON.stringify(changes)} was taken`)
  expect(parsed.error.code).toBe('invalid-setting')
  return inEnglish(parsed.error.text)
}

const NUMERIC = Object.entries(NUMBERS) as [NumberName, (typeof NUMBERS)[NumberName]][]

describe('a numeric setting', () => {
  it('is no negative zero, which no file could hold', () => {
    expect(checkSetting('momentum', -0)).toEqual({ ok: true, value: 0 })
    expect(parseRunConfig(withSettings(LESSON, { clipNorm: -0 }))).toEqual(
      parseRunConfig(JSON.parse(JSON.stringify(withSettings(LESSON, { clipNorm: -0 })))),
    )
  })

  it.each(NUMERIC)('%s is good from its least value to its greatest, and nowhere else', (name, limits) => {
    const { min, max } = limits
    for (const good of [min, max]) expect(checkSetting(name, good)).toEqual({ ok: true, value: good })
    for (const bad of [min - 1e-7, max * 1.0001, Number.NaN, Infinity, -Infinity, `${min}`, null, undefined])
      expect(checkSetting(name, bad).ok).toBe(false)
  })

  it.each(NUMERIC.filter(([, { whole }]) => whole))('%s is whole', (name, { max }) => {
    expect(checkSetting(name, max - 0.5).ok).toBe(false)
  })

  it.each([
    [
      { learningRate: 0 },
      'Learning rate must be a number from 0.000001 to 10, but 0 was given; choose a value in this range.',
    ],
    [
      { updates: 1_000_001 },
      'Updates must be a whole number from 1 to 1,000,000, but 1,000,001 was given; choose a value in this range.',
    ],
    [
      { batch: 65 },
      'Batch must be a whole number from 1 to 64, but 65 was given; choose a value in this range.',
    ],
    [
      { layers: 1.5 },
      'Layers must be a whole number from 1 to 4, but 1.5 was given; choose a value in this range.',
    ],
    [
      { momentum: 1 },
      'Momentum must be a number from 0 to 0.999, but 1 was given; choose a value in this range.',
    ],
    [
      { clipNorm: -1 },
      'Gradient clipping must be a number from 0 to 1,000, but −1 was given; choose a value in this range.',
    ],
    [
      { seed: undefined },
      'Seed must be a whole number from 0 to 4,294,967,295, but nothing was given; choose a value in this range.',
    ],
    [
      { hiddenUnits: '32' },
      'Hidden units must be a whole number from 1 to 512, but "32" was given; choose a value in this range.',
    ],
  ])('%j is refused with one sentence', (changes, sentence) => {
    expect(refusal(changes)).toBe(sentence)
  })
})

describe('a choice', () => {
  const names = Object.keys(CHOICES) as ChoiceName[]

  it.each(names)('%s takes each of its values, and nothing else', (name) => {
    for (const value of Object.keys(CHOICES[name].values))
      expect(checkChoice(name, value)).toEqual({ ok: true, value })
    for (const bad of ['', 'toString', '__proto__', 0, null, undefined, ['adam']])
      expect(checkChoice(name, bad).ok).toBe(false)
  })

  it.each([
    [
      { cell: 'RNN' },
      'Cell must be one of rnn-tanh, rnn-relu, gru, lstm, but "RNN" was given; choose one of these.',
    ],
    [
      { optimizer: undefined },
      'Optimiser must be one of adam, adam-tensorflow, sgd, rmsprop, but nothing was given; choose one of these.',
    ],
    [{ span: 3 }, 'Window must be one of one, random, but 3 was given; choose one of these.'],
    [{ endpoint: 1 }, 'Include the end point must be true or false, but 1 was given; choose one of these.'],
  ])('%j is refused with one sentence', (changes, sentence) => {
    expect(refusal(changes)).toBe(sentence)
  })
})

describe('the settings of a run', () => {
  it('come out as they went in, and nothing with them', () => {
    expect(parseRunConfig({ ...LESSON, path: '/etc/passwd' })).toEqual({ ok: true, value: LESSON })
  })

  it('are an object', () => {
    expect(parseRunConfig('all')).toMatchObject({
      error: { text: saying('The settings of a run must be an object, but "all" was given.') },
    })
  })

  it('make no more points than a run can keep, three half periods at a time included', () => {
    const most = mostPointsInRun(LESSON.data.source) / 10
    expect(parseRunConfig(withSettings(LESSON, { updates: most, points: 10 })).ok).toBe(true)
    expect(refusal({ updates: most, points: 11 })).toBe(
      'A run can keep 10,000,000 predicted points, but 1,000,000 updates can make 11,000,000; choose fewer updates or shorter windows.',
    )
    expect(refusal({ updates: most, points: 10, span: 'random' })).toMatch(/updates can make 30,000,000;/)
  })

  it.each([
    ['rnn-tanh', 2, '2 layers of simple RNN, tanh'],
    ['gru', 1, '1 layer of GRU'],
    ['lstm', 4, '4 layers of LSTM'],
  ] as const)('cannot have %s in %i layers of the TensorFlow family', (cell, layers, asked) => {
    expect(refusal({ family: 'tensorflow', cell, layers })).toBe(
      `The TensorFlow family has one layer of the simple RNN, but was asked for ${asked}; choose PyTorch's family for these.`,
    )
    expect(parseRunConfig(withSettings(LESSON, { cell, layers })).ok).toBe(true)
  })

  it('may have either simple cell in the TensorFlow family', () => {
    for (const cell of ['rnn-tanh', 'rnn-relu'] as const)
      expect(parseRunConfig(withSettings(LESSON, { family: 'tensorflow', cell })).ok).toBe(true)
  })
})

describe('a live setting', () => {
  it('is not one of those that make the initial network and its training', () => {
    expect([...NEW_RUN_SETTINGS].sort()).toEqual([
      'batch',
      'cell',
      'dataSeed',
      'family',
      'hiddenUnits',
      'horizon',
      'layers',
      'optimizer',
      'order',
      'scaling',
      'seed',
      'stride',
      'trainPercent',
      'validationPercent',
      'window',
    ])
  })
})
