import { inEnglish, sayIn } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import {
  EMPTY_EXPERIMENT_FORM,
  type ExperimentForm,
  readForm,
} from '../../../../renderer/store/state/experiments/experiment-form'
import {
  type LaneDraft,
  presetLanes,
  racePlan,
  valueBefore,
} from '../../../../renderer/store/state/experiments/race-form'
import { experimentText } from '../../../../renderer/store/words/experiment-texts'
import { laneTexts } from '../../../../renderer/store/words/experiments/lane-texts'

const race = (lanes: readonly LaneDraft[] | null): ExperimentForm => ({
  ...EMPTY_EXPERIMENT_FORM,
  ...{ kind: 'race', lanes },
})
const plain: LaneDraft = { from: null, changes: [] }
const changed = (setting: LaneDraft['changes'][number]['setting'], value: string): LaneDraft => ({
  from: null,
  changes: [{ setting, value }],
})

describe('a race of presets', () => {
  it('differs in the cell, and in nothing else', () => {
    const base = withSettings(LESSON, { cell: 'rnn-relu', hiddenUnits: 8, seed: 7 })
    expect(presetLanes('cells', base)).toEqual(
      (['rnn-tanh', 'gru', 'lstm'] as const).map((cell) => withSettings(base, { cell })),
    )
  })

  it('differs in the optimiser, with the present rate and the Adam of the present run', () => {
    const base = withSettings(LESSON, { learningRate: 0.05 })
    const of = (lanes: ReturnType<typeof presetLanes>) =>
      lanes.map(({ training: { optimizer, learningRate } }) => [optimizer, learningRate])
    expect(of(presetLanes('optimisers', base))).toEqual([
      ...[
        ['sgd', 0.05],
        ['rmsprop', 0.05],
        ['adam', 0.05],
      ],
    ])
    const ofTensorflow = withSettings(base, { optimizer: 'adam-tensorflow' })
    expect(of(presetLanes('optimisers', ofTensorflow)).at(-1)).toEqual(['adam-tensorflow', 0.05])
  })

  it('says why there is none where a cell is not there', () => {
    const read = racePlan(presetLanes('cells', withSettings(LESSON, { family: 'tensorflow' })))
    expect(read.ok ? '' : inEnglish(read.error.text)).toMatch(/^Lane 2 of the race cannot be run: /)
  })
})

describe('a race lane by lane', () => {
  it('is proposed with another cell beside the present one', () => {
    expect(readForm(race(null), LESSON).plan).toEqual({
      kind: 'race',
      lanes: [LESSON, withSettings(LESSON, { cell: 'gru' })],
    })
  })

  it('takes settings that are typed or chosen, those of a kept run, and the seed of the present one for all', () => {
    const kept = withSettings(LESSON, { hiddenUnits: 4, seed: 99 })
    const lanes: LaneDraft[] = [
      { from: { id: 'kept', config: kept }, changes: [{ setting: 'learningRate', value: '0.5' }] },
      changed('carryState', 'false'),
      changed('optimizer', 'sgd'),
    ]
    expect(readForm(race(lanes), LESSON).plan).toEqual({
      kind: 'race',
      lanes: [
        withSettings(LESSON, { hiddenUnits: 4, learningRate: 0.5 }),
        withSettings(LESSON, { carryState: false }),
        withSettings(LESSON, { optimizer: 'sgd' }),
      ],
    })
  })

  it('says of a field what is wrong with it, and of lanes that do not go together which', () => {
    const { plan, problems } = readForm(race([plain, changed('hiddenUnits', 'many')]), LESSON)
    expect(plan).toBeNull()
    const problem = problems.get('lane-1-0')
    expect(problem && inEnglish(problem)).toMatch(/many/)
    const apart = readForm(
      race([
        plain,
        {
          from: null,
          changes: [changed('family', 'tensorflow'), changed('cell', 'gru')].flatMap((each) => each.changes),
        },
      ]),
      LESSON,
    )
    expect(apart.problem && inEnglish(apart.problem)).toMatch(/^Lane 2 of the race cannot be run: /)
  })

  it('begins a change with the value that is in force', () => {
    expect(valueBefore(plain, 'learningRate', LESSON)).toBe('0.02')
    expect(valueBefore(plain, 'cell', LESSON)).toBe('rnn-tanh')
    expect(valueBefore(plain, 'carryState', LESSON)).toBe('true')
  })
})

describe('the name of a lane', () => {
  const names = (...lanes: Parameters<typeof laneTexts>[0]) => laneTexts(lanes).map(sayIn('en'))

  it('is what differs, without what does nothing there', () => {
    expect(names(...presetLanes('cells', LESSON))).toEqual(['simple RNN, tanh', 'GRU', 'LSTM'])
    expect(
      names(
        withSettings(LESSON, { optimizer: 'sgd', momentum: 0.9 }),
        withSettings(LESSON, { learningRate: 0.1 }),
      ),
    ).toEqual(['SGD, learning rate 0.02, momentum 0.9', 'Adam, learning rate 0.1'])
  })

  it('is told apart where nothing differs', () => {
    expect(names(LESSON, LESSON)).toEqual(['Lane 1', 'Lane 2'])
    const gru = withSettings(LESSON, { cell: 'gru' })
    expect(names(LESSON, gru, gru)).toEqual(['simple RNN, tanh', 'GRU (lane 2)', 'GRU (lane 3)'])
  })

  it('is in the title of a race of three at most', () => {
    const title = (count: number) =>
      inEnglish(experimentText({ kind: 'race', lanes: Array.from({ length: count }, () => LESSON) }))
    expect(title(3)).toBe('Race: Lane 1; Lane 2; Lane 3')
    expect(title(4)).toBe('Race of 4 lanes')
  })
})
