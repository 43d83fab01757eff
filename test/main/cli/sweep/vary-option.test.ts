import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { variedIn } from '../../../../main/cli/sweep/vary-option'

function values(...given: string[]): unknown {
  const varied = variedIn(given)
  return varied.ok ? varied.value.map(({ values }) => values) : inEnglish(varied.error.text)
}

describe('--vary', () => {
  it('takes values one by one, each once, as their setting has them', () => {
    expect(values('hidden=8,16, 8,32')).toEqual([[8, 16, 32]])
    expect(values('cell=gru,lstm', 'carry=true,false')).toEqual([
      ['gru', 'lstm'],
      [true, false],
    ])
    const varied = variedIn(['learning-rate=0.01,1e-3'])
    expect(varied.ok && varied.value).toEqual([{ setting: 'learningRate', values: [0.01, 0.001] }])
  })

  // Numbers of NumPy: geomspace for a learning rate, linspace for others, to four digits or rounded to whole ones.
  it.each<[string, number[]]>([
    ['learning-rate=0.001..0.1:7', [0.001, 0.002154, 0.004642, 0.01, 0.02154, 0.04642, 0.1]],
    ['learning-rate=0.1..0.001:3', [0.1, 0.01, 0.001]],
    ['momentum=0..0.9:4', [0, 0.3, 0.6, 0.9]],
    ['hidden=8..64:5', [8, 22, 36, 50, 64]],
    ['hidden=2..10:30', [2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['train-percent=60..85:6', [60, 65, 70, 75, 80, 85]],
    ['hidden=5..5:2', [5]],
  ])('takes a range: %s', (given, expected) => {
    expect(values(given)).toEqual([expected])
  })

  it.each([
    [
      'hidden',
      '--vary must be NAME=a,b,c or NAME=FROM..TO:COUNT, but "hidden" was given; write it so, as in --vary hidden=8,16,32.',
    ],
    [
      'hidden=',
      '--vary must be NAME=a,b,c or NAME=FROM..TO:COUNT, but "hidden=" was given; write it so, as in --vary hidden=8,16,32.',
    ],
    [
      'cell=gru..lstm:3',
      'Only numbers have a range, but "cell=gru..lstm:3" was given and cell is none; write its values with commas between them.',
    ],
    [
      'hidden=8..16',
      'A range of --vary must say how many values it has, from 2 to 30, but "hidden=8..16" was given; write it as FROM..TO:COUNT.',
    ],
    [
      'hidden=8..16:1',
      'A range of --vary must say how many values it has, from 2 to 30, but "hidden=8..16:1" was given; write it as FROM..TO:COUNT.',
    ],
    [
      'hidden=8..16:31',
      'A range of --vary must say how many values it has, from 2 to 30, but "hidden=8..16:31" was given; write it as FROM..TO:COUNT.',
    ],
    ['learning-rate=0..1:3', /^Learning rate must be a number from 0\.000001 to 10, but 0 was given; /],
    ['hidden=8,x', /^Hidden units must be a whole number from 1 to 512, but "x" was given; /],
    ['hidden=8,,16', /^Hidden units must be a whole number from 1 to 512, but "" was given; /],
    [
      'cell=gru,rnn',
      /^Recurrent layer must be one of rnn-tanh, rnn-relu, gru, lstm, but "rnn" was given|^Cell must be one of/,
    ],
    ['carry=yes', /but "yes" was given/],
    [
      'seed=1,2',
      /^What --vary names must be one of learning-rate, .*, but "seed" was given; choose one of these\.$/,
    ],
  ])('refuses %s', (given, sentence) => {
    if (typeof sentence === 'string') expect(values(given)).toBe(sentence)
    else expect(values(given)).toMatch(sentence)
  })
})
