import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { greatestDifference } from '@contract/difference'
import { inEnglish } from '@contract/language/say'
import { wordsOfLoaded } from '@contract/run/load-notes'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import { probe } from '../../../../../main/trainer/training/snapshot/probe'
import { CODECS } from '../../../../../main/trainer/weights/codecs'
import { isSentence } from '../any-mutation'
import { fixture } from '../samples'

const alone = { beside: () => Promise.reject(new Error('it is one file')) }
const expected = JSON.parse(new TextDecoder().decode(fixture('torch/predictions.json'))) as Record<
  string,
  number[]
>

function decode(file: string) {
  const codec = file.endsWith('.npz') ? CODECS.npz : CODECS.safetensors
  return codec.decode({ bytes: fixture(`torch/${file}`), ...alone }, LESSON)
}

/** What is said of each file that loads, beside that its simple RNN was assumed to compute tanh. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'lstm-fc': ['"lstm" was taken as the recurrent layers, and "fc" as the read-out.'],
  numbered: ['"0" was taken as the recurrent layers, and "2" as the read-out.'],
  root: ['The module itself was taken as the recurrent layers, and "head" as the read-out.'],
  wrapped: [
    'The file does not say whether its simple RNN computes tanh or relu; tanh was assumed.',
    '"module._orig_mod.model.net.0.encoder" was taken as the recurrent layers, and "module._orig_mod.model.net.0.head" as the read-out.',
  ],
  averaged: [
    '"n_averaged" is a single whole number and was passed over.',
    '"module.lstm" was taken as the recurrent layers, and "module.fc" as the read-out.',
  ],
  'two-lstms': [
    '"lstm" and "lstm2" were taken as layers, each fed by the one before, and "linear" as the read-out.',
  ],
  'upper-first': [
    '"z_lower" and "a_upper" were taken as layers, each fed by the one before, and "linear" as the read-out.',
  ],
  'three-grus': [
    '"layers.0", "layers.1" and "layers.2" were taken as layers, each fed by the one before, and "out" as the read-out.',
  ],
  'two-and-one': [
    '"rnn1" and "rnn2" were taken as layers, each fed by the one before, and "out" as the read-out.',
  ],
  'cells-f64': [
    'Its numbers are float64 and were rounded to float32.',
    '"lstm1" and "lstm2" were taken as layers, each fed by the one before, and "linear" as the read-out.',
  ],
  'gru-cell': ['"cell" was taken as the recurrent layers, and "out" as the read-out.'],
  'no-bias': [
    '"gru" was taken as the recurrent layers, and "fc" as the read-out.',
    '"gru" and "fc" have no biases; they are zeros now, and will be trained.',
  ],
  'three-inputs': ['"lstm" was taken as the recurrent layers, and "fc" as the read-out.'],
  'two-outputs': [
    '"lstm" was taken as the recurrent layers, and "fc" as the read-out.',
    '"fc" has no biases; they are zeros now, and will be trained.',
  ],
  'upper-first-of-five': [
    '"z_lower" and "a_upper" were taken as layers, each fed by the one before, and "linear" as the read-out.',
  ],
  'one-unit': [
    '"lstm1" and "lstm2" were taken as layers, each fed by the one before, and "fc" as the read-out.',
  ],
  f16: [
    'Its numbers are float16; they are float32 now, with the same values.',
    '"lstm" was taken as the recurrent layers, and "fc" as the read-out.',
  ],
  bf16: [
    'Its numbers are bfloat16; they are float32 now, with the same values.',
    '"lstm" was taken as the recurrent layers, and "fc" as the read-out.',
  ],
  'half-mixed': [
    'Its numbers are bfloat16; they are float32 now, with the same values.',
    '"lstm" was taken as the recurrent layers, and "fc" as the read-out.',
  ],
  'npz-wrapped': [
    '"n_averaged" is a single whole number and was passed over.',
    '"module.lstm" was taken as the recurrent layers, and "module.fc" as the read-out.',
  ],
  'npz-slashes': [
    'Its numbers are float64 and were rounded to float32.',
    '"lstm" was taken as the recurrent layers, and "fc" as the read-out.',
  ],
  'npz-keras': [],
}

/** What is found in each file that is refused. */
const FOUND: Readonly<Record<string, RegExp>> = {
  'two-linears': /one read-out, .* but has "fc1" \[3, 3\] and "fc2" \[1, 3\]; /,
  'batch-norm': /but also has "bn" \(a batch normalisation\); /,
  'layer-norm': /but also has "norm" \(a normalisation\); /,
  embedding: /one read-out, .* but has "emb" \[5, 1\] and "fc" \[1, 3\]; /,
  attention: /but also has "attn" \(an attention layer\)/,
  convolution: /but also has "conv" \(a convolution\); /,
  'weight-norm': /but also has "fc".* and "fc\.parametrizations\.weight" \(a normed weight\); /,
  'initial-state': /but also has "h0" \(an initial state\); /,
  ema: /one network, but has the recurrent modules "ema\.lstm" and "model\.lstm" and the matrices "ema\.fc" and "model\.fc"; /,
  'encoder-decoder': /but "(?:encoder|decoder)" is called as a part of an encoder and decoder; /,
  'side-by-side': /2 recurrent modules, "left" and "right", and does not tell which is fed by which; /,
  'two-cells': /of one cell and size, but .*"gru" has a recurrent kernel of \[9, 3\].*; /,
  'two-sizes': /of one cell and size, but "lstm1" .* \[12, 3\] and "lstm2" .* \[8, 2\]; /,
  'three-names': /3 recurrent modules, "a", "b" and "c", and does not tell which/,
  'against-numbers':
    /in the order of their names, "lstm1" and "lstm2", each but the first by 3 numbers, but "lstm2" takes 1; /,
  'both-ways': /forward in time only, but has "net\.lstm\.bias_hh_l0_reverse"; /,
  projection: /without a projection, but has "net\.lstm\.weight_hr_l0"; /,
  'no-readout': /one read-out, .* but has none; /,
  'many-inputs': /from 1 to 32 inputs at each time step, but has 33; /,
  'many-outputs': /from 1 to 16 outputs at each time step, but has 17; /,
  'wide-readout': /"fc\.weight" should have the shape \[1, 3\], but has \[1, 4\]; /,
  'whole-numbers': /"scale" should be F32, F64, F16 or BF16, but is "I64"; /,
  optimizer: /but also has "optimizer\.0"; /,
  transformer: /a recurrent layer, .* but has "block\.linear1"/,
}

const files = readdirSync(resolve(import.meta.dirname, '../../../../fixtures/weights/torch'))
const named = (start: string) =>
  files.filter((file) => !file.endsWith('.json') && file.startsWith('refused-') === (start !== ''))

describe("a module that computes one of Unroll's networks, whatever it is called and wrapped in", () => {
  it.each(named(''))('%s loads, predicts what PyTorch predicts, and is told', async (file) => {
    const name = file.replace(/\.\w+$/, '')
    const weights = await decode(file)
    if (!weights.ok) throw new Error(inEnglish(weights.error.text))
    const theirs = expected[name] ?? []
    const ours = probe(weights.value.snapshot).subarray(0, theirs.length)
    // In double PyTorch rounds less.
    expect(greatestDifference(theirs, ours)).toBeLessThan(1e-6)
    expect(theirs.length).toBeGreaterThan(0)
    expect(wordsOfLoaded(weights.value).map((note) => inEnglish(note))).toEqual(SAID[name])
  })

  it('has a fixture for every word and every prediction', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(SAID).sort())
    expect(named('').length).toBe(Object.keys(SAID).length)
  })
})

describe('a module that computes something else, or may', () => {
  it.each(named('refused-'))('%s is refused, naming what was found', async (file) => {
    const weights = await decode(file)
    const message = weights.ok ? 'it was read' : inEnglish(weights.error.text)
    expect(message).toMatch(FOUND[file.replace('refused-', '').replace(/\.\w+$/, '')] ?? 'a sentence')
    expect(message).toSatisfy(isSentence)
  })
})
