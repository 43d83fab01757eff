import { inEnglish } from '@contract/language/say'
import type { Result } from '@contract/result'
import { describe, expect, it } from 'vitest'
import { parseConvertOptions } from '../../../../main/cli/convert/convert-options'
import { parseTrainOptions } from '../../../../main/cli/train/train-options'

function sentence(result: Result<unknown>): string {
  return result.ok ? 'no error' : inEnglish(result.error.text)
}

function saves(args: string) {
  const parsed = parseTrainOptions(args.split(' '))
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.text))
  return parsed.value.saves
}

describe('what is saved', () => {
  it('goes by the ending of each name, in any case', () => {
    const args =
      '--save a.safetensors --save B.NPZ --save dir/c.weights.h5 --save model.json --save d.onnx --names keras --script'
    expect(saves(args)).toEqual([
      { file: 'a.safetensors', choice: { format: 'safetensors', names: 'pytorch', script: true } },
      { file: 'B.NPZ', choice: { format: 'npz', names: 'keras', script: true } },
      { file: 'dir/c.weights.h5', choice: { format: 'keras', names: 'pytorch', script: true } },
      { file: 'model.json', choice: { format: 'tfjs', names: 'pytorch', script: false } },
      { file: 'd.onnx', choice: { format: 'onnx', names: 'pytorch', script: false } },
    ])
  })

  it.each([
    ['--save weights', /^The name of a weight file must end in .*, but is "weights"; /],
    ['--save a.npz --names torch', /^The names must be one of pytorch, keras, but "torch" was given; /],
    ['--save a.onnx --names keras', /^--names is for a \.npz file, but none is saved; /],
    ['--names keras', /^--names is for a \.npz file, but none is saved; /],
    ['--save a.onnx --script', /^--script is for .*\.weights\.h5 files, but none is saved; /],
  ])('is refused in one sentence: %s', (args, expected) => {
    expect(sentence(parseTrainOptions(args.split(' ')))).toMatch(expected)
  })
})

describe('the options of convert', () => {
  it('are two files and how to write the second', () => {
    const parsed = parseConvertOptions(['in.npz', 'out.npz', '--names', 'keras', '--cell', 'rnn-relu'])
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        from: 'in.npz',
        to: 'out.npz',
        choice: { format: 'npz', names: 'keras', script: false },
        force: false,
        cell: 'rnn-relu',
        fallback: { network: { cell: 'rnn-relu' } },
      },
    })
  })

  it.each([
    [[], /^convert must have two files, .*, but 0 were given; /],
    [['a.npz'], /^convert must have two files, .*, but 1 was given; /],
    [['a.npz', 'b.npz', 'c.npz'], /^convert must have two files, .*, but 3 were given; /],
    [['a.npz', 'b.csv'], /^The name of a weight file must end in .*, but is "b\.csv"; /],
    [['a.npz', 'b.onnx', '--cell', 'lstn'], /must be one of .*, but "lstn" was given; /],
  ])('are refused in one sentence: %j', (args, expected) => {
    expect(sentence(parseConvertOptions(args))).toMatch(expected)
  })
})
