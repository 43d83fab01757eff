import { inEnglish } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { describe, expect, it } from 'vitest'
import { scoreLines } from '../../../../main/cli/train/score-lines'

const figure = (value: number | null) => ({ value, why: null })

describe('the scores of a network as lines', () => {
  it.each([
    [-0.5, '-50.0%'],
    [-665_432.1, '-66543210.0%'],
    // A line is found by least squares to a billionth.
    [-28_869_500.38, '-2.887e+9%'],
    [-9.57e87, '-9.570e+89%'],
    [-1.5e300, '-1.500e+302%'],
  ])('keep their columns apart with a skill of %d', (skill, told) => {
    const part = {
      count: 9,
      rmse: 1.25e-150,
      mae: 0.5,
      mase: figure(3.218651e139),
      r2: figure(-3.851181e177),
      spread: 1,
      lag: null,
      skill: Object.fromEntries(
        ['mean', 'persistence', 'seasonal-naive', 'linear'].map((name) => [name, figure(skill)]),
      ),
    }
    const rival = (name: string) => ({ name, available: true, formula: text('train.overMean'), errors: {} })
    const outputs = [
      {
        name: 'x',
        parts: { train: part, validation: null, test: null },
        rivals: ['mean', 'persistence', 'linear'].map(rival),
      },
    ]
    const scores = { update: 3, losses: {}, outputs } as unknown as Parameters<typeof scoreLines>[0]
    const line = scoreLines(scores, inEnglish).find((each) => each.startsWith('Training'))
    expect(line?.split(/ +/)).toEqual([
      'Training',
      '1.25e-150',
      '0.5',
      '3.21865e+139',
      '-3.85118e+177',
      told,
      told,
      told,
    ])
  })
})
