import { availableParallelism } from 'node:os'
import { cellsOf, configOfRun, runCount } from '@contract/experiment/plan-runs'
import { inEnglish } from '@contract/language/say'
import { PRESETS } from '@contract/settings/presets'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { parseSweepOptions, type SweepOptions } from '../../../../main/cli/sweep/sweep-options'
import { parseTrainOptions } from '../../../../main/cli/train/train-options'

function options(line: string): SweepOptions {
  const parsed = parseSweepOptions(line.split(' ').filter((word) => word !== ''))
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.text))
  return parsed.value
}

function refusal(line: string): string | null {
  const parsed = parseSweepOptions(line.split(' '))
  return parsed.ok ? null : inEnglish(parsed.error.text)
}

describe('the options of sweep', () => {
  it('make seeds of the lesson without any', () => {
    const { plan, jobs, ...rest } = options('')
    expect(plan).toEqual({ kind: 'seeds', base: PRESETS[0]?.config, seeds: { first: 1, count: 20 } })
    expect(jobs).toBe(Math.max(1, availableParallelism() - 1))
    expect(rest).toEqual({ table: null, coded: null, save: null, force: false, json: false })
  })

  it('make every pair of values, each with its seeds, of the run that train makes', () => {
    const { plan } = options(
      '--series lorenz --hidden 4 --vary learning-rate=0.001..0.1:3 --vary cell=gru,lstm --seeds 5 --first-seed 7',
    )
    const train = parseTrainOptions('--series lorenz --hidden 4'.split(' '))
    if (!train.ok || train.value.begin.kind !== 'new') throw new Error('train takes these')
    const base = train.value.begin.config
    expect(cellsOf(plan)).toEqual(
      [0.001, 0.01, 0.1].flatMap((learningRate) =>
        (['gru', 'lstm'] as const).map((cell) => withSettings(base, { learningRate, cell })),
      ),
    )
    expect(runCount(plan)).toBe(30)
    expect(configOfRun(plan, 29)).toEqual(withSettings(base, { learningRate: 0.1, cell: 'lstm', seed: 11 }))
  })

  it('begin with the seed of a setup code', () => {
    expect(options('--setup U1.AAQVv8U3q64FAA --seeds 2').plan.seeds.first).toBe(
      options('--setup U1.AAQVv8U3q64FAA').plan.base.network.seed,
    )
  })

  it('say how many at a time, and what is written', () => {
    expect(options('--jobs 3 --save a.CSV --force --json')).toMatchObject({
      jobs: 3,
      save: 'a.CSV',
      force: true,
      json: true,
    })
  })

  it.each([
    [
      '--seed 3',
      'A sweep has many seeds, but --seed names one; write --first-seed for the first and --seeds for how many.',
    ],
    ['--seeds 0', '--seeds must be a whole number from 1 to 200, but "0" was given; choose one of these.'],
    [
      '--seeds 201',
      '--seeds must be a whole number from 1 to 200, but "201" was given; choose one of these.',
    ],
    [
      '--first-seed -1',
      '--first-seed must be a whole number from 0 to 4,294,967,276, but "-1" was given; choose one of these.',
    ],
    ['--jobs 2.5', '--jobs must be a whole number from 1 to 64, but "2.5" was given; choose one of these.'],
    [
      '--save runs.txt',
      'The table\'s name must end in .csv, but "runs.txt" was given; it is written as CSV.',
    ],
    [
      '--vary hidden=4,8 --hidden 16',
      '--vary gives hidden its values, but --hidden was given beside it; leave one of them out.',
    ],
    [
      '--vary carry=true,false --no-carry',
      '--vary gives carry its values, but --carry was given beside it; leave one of them out.',
    ],
    ['--vary hidden=1..30:30 --vary points=2..31:30', /1,000 runs.*18,000/],
    [`--vary hidden=${Array.from({ length: 31 }, (_, i) => i + 1).join()}`, /1 to 30 values .* 31 /],
    ['--vary hidden=4 --vary hidden=8', /given twice/],
    ['--vary hidden=4 --vary cell=gru --vary layers=2', /one setting or two/],
    [
      '--vary horizon=1,2',
      '--horizon does nothing with these settings, but was to be varied; vary another one.',
    ],
    [
      'runs.csv',
      'sweep takes only options, but "runs.csv" was given; leave it out, or put its option before it.',
    ],
    [
      '--load w.npz',
      'The options must be those that --help lists, but "--load" was given; look there for its name.',
    ],
    ['--hidden 0', /^Hidden units must be/],
  ])('refuse %s', (line, sentence) => {
    if (typeof sentence === 'string') expect(refusal(line)).toBe(sentence)
    else expect(refusal(line)).toMatch(sentence)
  })

  it('refuse a value that does not go with the settings of its cell', () => {
    expect(refusal('--family tensorflow --vary cell=rnn-tanh,gru')).toMatch(/TensorFlow/)
  })

  it('vary what does something in some of the cells', () => {
    expect(runCount(options('--vary optimizer=adam,sgd --vary momentum=0,0.9').plan)).toBe(80)
  })
})
