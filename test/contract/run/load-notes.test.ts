import { inEnglish } from '@contract/language/say'
import { type Loaded, wordsOfLoaded } from '@contract/run/load-notes'
import { describe, expect, it } from 'vitest'

const said = (loaded: Loaded) => wordsOfLoaded(loaded).map((note) => inEnglish(note))

describe('the words about a file that was loaded', () => {
  it('are none where it says everything and nothing was done to it', () => {
    expect(said({})).toEqual([])
    expect(said({ notes: [] })).toEqual([])
  })

  it('begin with what the file left unsaid', () => {
    expect(said({ assumed: 'tanh', notes: [{ kind: 'numbers', found: 'float64' }] })).toEqual([
      'The file does not say whether its simple RNN computes tanh or relu; tanh was assumed.',
      'Its numbers are float64 and were rounded to float32.',
    ])
  })

  it('have the right plurals', () => {
    expect(
      said({
        notes: [
          { kind: 'numbers', found: 'bfloat16' },
          { kind: 'modules', layers: ['lstm1', 'lstm2'], readout: 'fc' },
          { kind: 'modules', layers: ['gru'], readout: 'head' },
          { kind: 'no-bias', modules: ['rnn'] },
          { kind: 'no-bias', modules: ['a', 'b', 'c'] },
          { kind: 'counters', names: ['n_averaged'] },
          { kind: 'counters', names: ['epoch', 'step'] },
        ],
      }),
    ).toEqual([
      'Its numbers are bfloat16; they are float32 now, with the same values.',
      '"lstm1" and "lstm2" were taken as layers, each fed by the one before, and "fc" as the read-out.',
      '"gru" was taken as the recurrent layers, and "head" as the read-out.',
      '"rnn" has no biases; they are zeros now, and will be trained.',
      '"a", "b" and "c" have no biases; they are zeros now, and will be trained.',
      '"n_averaged" is a single whole number and was passed over.',
      '"epoch" and "step" are single whole numbers and were passed over.',
    ])
  })

  it('tell what a model of Keras had that is not here', () => {
    expect(
      said({
        notes: [
          { kind: 'training-alone', layers: ['dropout'] },
          { kind: 'training-alone', layers: ['dropout', 'lstm'] },
          { kind: 'multiplied', layers: ['batch_normalization', 'dense'] },
          { kind: 'computes-in', policy: 'mixed_float16' },
          { kind: 'defaults', file: 'Keras 2', gated: true },
          { kind: 'defaults', file: 'Keras 3', gated: false },
          { kind: 'quantized', found: 'uint8' },
        ],
      }),
    ).toEqual([
      'What "dropout" does in training alone (dropout, noise, regularizers, constraints) was left out; predictions are the same.',
      'What "dropout" and "lstm" do in training alone (dropout, noise, regularizers, constraints) was left out; predictions are the same.',
      '"batch_normalization" and "dense" are linear; they were multiplied into one another and into the layers after them, and predict the same.',
      'Its model computes in mixed_float16, Unroll in float32; predictions differ by the rounding.',
      'A weight file of Keras 2 holds arrays alone: it was assumed that its layers follow each other and end in a linear Dense one, with sigmoid gates and tanh outputs.',
      'A weight file of Keras 3 holds arrays alone: it was assumed that its layers follow each other and end in a linear Dense one.',
      'Its numbers are quantized to uint8; they are the float32 numbers now that these stand for.',
    ])
  })
})
