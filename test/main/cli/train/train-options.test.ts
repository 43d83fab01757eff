import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import type { Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { checkChoice, checkSetting } from '@contract/settings/parse-settings'
import { PRESETS } from '@contract/settings/presets'
import {
  OF_SERIES_ALONE,
  SETTING_NAMES,
  SETTINGS,
  settingsOf,
  withSettings,
} from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { optionOf, SWITCH_SETTINGS, VALUE_SETTINGS } from '../../../../main/cli/run/run-settings'
import { trainHelp } from '../../../../main/cli/train/train-help'
import { parseTrainOptions } from '../../../../main/cli/train/train-options'
import { otherValue } from '../../../helpers/other-value'

const HELP = trainHelp('npm run -s train --', inEnglish)

function options(...args: string[]) {
  const result = parseTrainOptions(args)
  if (!result.ok) throw new Error(inEnglish(result.error.text))
  return result.value
}

function sentence(result: Result<unknown>): string {
  return result.ok ? 'no error' : inEnglish(result.error.text)
}

describe('the options of train', () => {
  it('are the lesson when none is given', () => {
    expect(options()).toEqual({
      begin: { kind: 'new', config: LESSON },
      preset: null,
      coded: null,
      table: null,
      engine: 'compiled',
      saves: [],
      force: false,
      figure: null,
      json: false,
    })
  })

  it('set every setting of a run', () => {
    const args =
      '--cell lstm --hidden 8 --layers 2 --points 7 --batch 3 --learning-rate 0.5 --optimizer sgd --momentum 0.9 ' +
      '--clip 1 --no-carry --no-endpoint --span random --family pytorch --readout batched --seed 9 --updates 4 ' +
      '--shown after-update --engine eager --json --save w.safetensors --figure F.SVG'
    expect(options(...args.split(' '))).toEqual({
      begin: {
        kind: 'new',
        config: withSettings(LESSON, {
          cell: 'lstm',
          hiddenUnits: 8,
          layers: 2,
          points: 7,
          batch: 3,
          learningRate: 0.5,
          optimizer: 'sgd',
          momentum: 0.9,
          clipNorm: 1,
          carryState: false,
          endpoint: false,
          span: 'random',
          family: 'pytorch',
          readout: 'batched',
          seed: 9,
          updates: 4,
          shown: 'after-update',
        }),
      },
      preset: null,
      coded: null,
      table: null,
      engine: 'eager',
      force: false,
      saves: [{ file: 'w.safetensors', choice: { format: 'safetensors', names: 'pytorch', script: false } }],
      figure: 'F.SVG',
      json: true,
    })
    expect([...VALUE_SETTINGS, ...SWITCH_SETTINGS, 'source'].sort()).toEqual(
      Object.keys(settingsOf(LESSON)).sort(),
    )
  })

  it.each(PRESETS)('begin with the preset $id, which options change', (preset) => {
    expect(options('--preset', preset.id)).toMatchObject({ preset, begin: { config: preset.config } })
    const changed = withSettings(preset.config, { updates: 3, endpoint: true })
    expect(options('--updates', '3', '--preset', preset.id, '--endpoint')).toMatchObject({
      preset,
      begin: { config: changed },
    })
  })

  it('take only what is written beside a weight file, of what may change in it', () => {
    const given = ['--updates', '5', '--no-carry', '--cell', 'rnn-relu', '--batch', '4']
    expect(options('--load', 'w.safetensors', ...given).begin).toEqual({
      kind: 'load',
      file: 'w.safetensors',
      fallback: withSettings(LESSON, { updates: 5, carryState: false, cell: 'rnn-relu', batch: 4 }),
      given: { cell: 'rnn-relu', batch: 4 },
      series: {},
      changes: { updates: 5, carryState: false },
    })
  })

  it.each(SETTING_NAMES)('set %s alone, and say in the help how', (name) => {
    const { option, help } = SETTINGS[name]
    const value = otherValue(name)
    const written =
      typeof value === 'boolean' ? [`--${value ? '' : 'no-'}${option}`] : [`--${option}`, `${value}`]
    const isOfSeries = (OF_SERIES_ALONE as readonly string[]).includes(name)
    expect(options(...(isOfSeries ? ['--series', 'saw'] : []), ...written).begin).toEqual({
      kind: 'new',
      config: withSettings(isOfSeries ? suggestedRun('saw') : LESSON, { [name]: value }),
    })
    if (isOfSeries)
      expect(sentence(parseTrainOptions(written))).toBe(
        `--${option} is of a series, but the lesson's curve is learned; name a series with --series or a table with --data, or leave --${option} out.`,
      )
    expect(HELP.split('\n').filter((line) => line.includes(inEnglish(help)))).toHaveLength(1)
  })

  it('name a series, its columns and its parts', () => {
    const { begin } = options(
      ...'--series lorenz --input x,y --input z --target z --split 60/20/20 --horizon 2'.split(' '),
    )
    const suggested = suggestedRun('lorenz')
    expect(begin).toEqual({
      kind: 'new',
      config: withSettings(suggested, {
        source: {
          kind: 'series',
          origin: { kind: 'made', name: 'lorenz' },
          inputs: ['x,y', 'z'],
          targets: ['z'],
        },
        trainPercent: 60,
        validationPercent: 20,
        horizon: 2,
      }),
    })
    const alone = options('--series', 'lorenz', '--input', 'x, y').begin
    expect(alone.kind === 'new' && alone.config.data.source).toMatchObject({ inputs: ['x', 'y'] })
  })

  it.each([
    {
      args: ['--series', 'lorentz'],
      said: /^The series must be one of square, .*, but "lorentz" was given; /,
    },
    {
      args: ['--series', 'saw', '--preset', 'pytorch'],
      said: /--preset was given beside --series; leave one/,
    },
    { args: ['--input', 'x'], said: /^--input is of a series, but the lesson's curve is learned; / },
    {
      args: ['--series', 'saw', '--split', '70/20'],
      said: /^--split must be three numbers .* "70\/20" was given/,
    },
    { args: ['--series', 'saw', '--split', '70/20/20'], said: /^--split must be three numbers that are 100/ },
    { args: ['--series', 'saw', '--split', 'a/b/c'], said: /^--split must be three numbers/ },
    {
      args: ['--series', 'saw', '--target', 'a', '--target', 'a'],
      said: /columns as targets, none of them twice/,
    },
  ])('answer $args in one sentence', ({ args, said }) => {
    expect(sentence(parseTrainOptions(args))).toMatch(said)
  })

  it("answer bad values in the contract's own sentences", () => {
    const answers: [string[], string][] = [
      [['--seed', '-1'], sentence(checkSetting('seed', -1))],
      [['--hidden', '0'], sentence(checkSetting('hiddenUnits', 0))],
      [['--hidden', '1.5'], sentence(checkSetting('hiddenUnits', 1.5))],
      [['--learning-rate', 'fast'], sentence(checkSetting('learningRate', 'fast'))],
      [['--updates', ' '], sentence(checkSetting('updates', ' '))],
      [['--cell', 'elman'], sentence(checkChoice('cell', 'elman'))],
      [['--load', 'w.safetensors', '--updates', '0'], sentence(checkSetting('updates', 0))],
    ]
    for (const [args, expected] of answers) expect(sentence(parseTrainOptions(args))).toBe(expected)
  })

  it.each([
    { args: ['--preset', 'keras'], said: /^The preset must be one of pytorch, .*, but "keras" was given; / },
    {
      args: ['--engine', 'fast'],
      said: /^The engine must be one of compiled, eager, but "fast" was given; /,
    },
    { args: ['--figure', 'a.png'], said: /^The figure's name must end in .svg, but "a.png" was given; / },
    { args: ['60'], said: /^train takes only options, but "60" was given; / },
    { args: ['--load', 'a', '--preset', 'pytorch'], said: /but --preset was given beside --load; leave one/ },
    {
      args: ['--updates', '1000000', '--points', '200'],
      said: /^A run can keep 10,000,000 predicted points, /,
    },
    { args: ['--family', 'tensorflow', '--cell', 'gru'], said: /^The TensorFlow family has one layer/ },
  ])('answer $args in one sentence', ({ args, said }) => {
    expect(sentence(parseTrainOptions(args))).toMatch(said)
  })

  it('are all in the help, in lines that fit a terminal', () => {
    for (const name of VALUE_SETTINGS) expect(HELP).toContain(`--${optionOf(name)} `)
    for (const name of SWITCH_SETTINGS) expect(HELP).toContain(`--no-${optionOf(name)} `)
    for (const { id } of PRESETS) expect(HELP).toContain(id)
    for (const option of ['preset', 'load', 'save', 'figure', 'json', 'engine', 'force', 'help'])
      expect(HELP).toContain(`--${option} `)
    expect(Math.max(...HELP.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
  })
})
