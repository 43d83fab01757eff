import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import type { NamedArrays } from '../../../../main/trainer/network/shape/named-arrays'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { encodeWeightMetadata } from '../../../../main/trainer/weights/metadata/weight-metadata'
import { encodeSafetensors } from '../../../../main/trainer/weights/safetensors/writer'
import { decodeWeights } from '../../../../main/trainer/weights/weight-file'
import { saying } from '../../../helpers/saying'
import { arrayOf, CONFIG, fixture, weightsOf } from './samples'

/** A whole safetensors file that holds no weights for Unroll, with the exact sentence it gets. */
type Misfit = { readonly what: string; readonly bytes: Uint8Array; readonly says: string }

const RENAME =
  'in PyTorch, save the state_dict of a module that has one torch.nn.RNN, GRU or LSTM and one torch.nn.Linear'
const NO_READOUT = `it should have one read-out, a torch.nn.Linear, but has none; ${RENAME}`
const ALONE = 'it should be recurrent layers and a Linear alone, but also has'

function tensors(what: string, arrays: NamedArrays, says: string): Misfit {
  return { what, bytes: encodeSafetensors(arrays, {}), says: `does not fit Unroll's network: ${says}.` }
}

function torch(name: string, says: string): Misfit {
  return {
    what: name,
    bytes: fixture(`${name}.safetensors`),
    says: `does not fit Unroll's network: ${says}.`,
  }
}

function without(...names: string[]): NamedArrays {
  return new Map([...weightsOf()].filter(([name]) => !names.includes(name)))
}

function layers(count: number): NamedArrays {
  return weightsOf({}, { ...networkOf(CONFIG), layers: count })
}

const MISFITS: readonly Misfit[] = [
  tensors(
    'a recurrent kernel and nothing else',
    new Map([['encoder.gru.weight_hh_l0', arrayOf([3, 1])]]),
    NO_READOUT,
  ),
  torch(
    'torch-bidirectional',
    'it should run forward in time only, but has "rnn.bias_hh_l0_reverse"; choose weights of a network with bidirectional=False',
  ),
  torch(
    'torch-projection',
    'it should hand on its whole hidden state, without a projection, but has "rnn.weight_hr_l0"; choose weights of a torch.nn.LSTM with proj_size=0',
  ),
  torch(
    'torch-many-inputs',
    'it should have from 1 to 32 inputs at each time step, but has 33; choose weights of a network with input_size=32 or less',
  ),
  torch(
    'torch-many-outputs',
    'it should have from 1 to 16 outputs at each time step, but has 17; choose weights of a torch.nn.Linear with out_features=16 or less',
  ),
  torch(
    'torch-five-layers',
    'it should have from 1 to 4 recurrent layers, but has 5; choose weights with num_layers=4 or less',
  ),
  tensors(
    'a layer that is missing in between',
    new Map([...layers(3)].filter(([name]) => !name.endsWith('_l1'))),
    'its layers should follow each other from layer 0, but layer 1 is missing below layer 2; save the whole state_dict again',
  ),
  tensors(
    'a layer with a great number',
    weightsOf({ 'rnn.bias_hh_l123456789012': arrayOf([2]) }),
    'its layers should follow each other from layer 0, but layer 1 is missing below layer 123,456,789,012; save the whole state_dict again',
  ),
  tensors(
    'a second layer without its biases',
    new Map([...layers(2)].filter(([name]) => !/bias_.._l1$/.test(name))),
    '"rnn.bias_ih_l1" and "rnn.bias_hh_l1" are missing, which belong to the others; save the whole state_dict again',
  ),
  tensors(
    'a second layer of another cell',
    new Map([...layers(2), ['rnn.weight_hh_l1', arrayOf([6, 2])]]),
    'with 2 hidden units "rnn.weight_hh_l1" should have the shape [2, 2], but has [6, 2]; choose weights whose tensors belong together',
  ),
  tensors(
    'a second layer of another size',
    new Map([...layers(2), ['rnn.weight_ih_l1', arrayOf([2, 1])]]),
    'with 2 hidden units "rnn.weight_ih_l1" should have the shape [2, 2], but has [2, 1]; choose weights whose tensors belong together',
  ),
  tensors(
    'a GRU whose inputs are those of an LSTM',
    new Map([...weightsOf({}, { ...networkOf(CONFIG), cell: 'gru' }), ['rnn.weight_ih_l0', arrayOf([8, 1])]]),
    'with 2 hidden units "rnn.weight_ih_l0" should have the shape [6, 1], but has [8, 1]; choose weights whose tensors belong together',
  ),
  torch('torch-cell', NO_READOUT),
  tensors(
    'no tensor',
    new Map(),
    `it should have a recurrent layer, with names like "rnn.weight_ih_l0", but has no tensor; ${RENAME}`,
  ),
  tensors(
    'one name too few',
    without('rnn.bias_hh_l0'),
    '"rnn.bias_hh_l0" is missing, which belongs to the others; save the whole state_dict again',
  ),
  tensors('three names too few', without('out.bias', 'out.weight', 'rnn.bias_hh_l0'), NO_READOUT),
  tensors('one name too many', weightsOf({ scale: arrayOf([1]) }), `${ALONE} "scale"; ${RENAME}`),
  tensors(
    'two names too many',
    weightsOf({ scale: arrayOf([1]), ['__proto__']: arrayOf([0]) }),
    `${ALONE} "scale" and "__proto__"; ${RENAME}`,
  ),
  tensors(
    'a recurrent kernel of no cell',
    weightsOf({ 'rnn.weight_hh_l0': arrayOf([2, 3]) }),
    '"rnn.weight_hh_l0" should have 1, 3 or 4 rows for each of its columns, but has the shape [2, 3]; choose weights of a torch.nn.RNN, GRU or LSTM',
  ),
  tensors(
    'a recurrent kernel of two gates',
    weightsOf({ 'rnn.weight_hh_l0': arrayOf([4, 2]) }),
    '"rnn.weight_hh_l0" should have 1, 3 or 4 rows for each of its columns, but has the shape [4, 2]; choose weights of a torch.nn.RNN, GRU or LSTM',
  ),
  tensors(
    'a recurrent kernel that is a vector',
    weightsOf({ 'rnn.weight_hh_l0': arrayOf([2]) }),
    '"rnn.weight_hh_l0" should have 1, 3 or 4 rows for each of its columns, but has the shape [2]; choose weights of a torch.nn.RNN, GRU or LSTM',
  ),
  tensors(
    'a bias of another size',
    weightsOf({ 'rnn.bias_ih_l0': arrayOf([3]) }),
    'with 2 hidden units "rnn.bias_ih_l0" should have the shape [2], but has [3]; choose weights whose tensors belong together',
  ),
  tensors(
    'a kernel the other way round',
    weightsOf({ 'rnn.weight_ih_l0': arrayOf([2]) }),
    'with 2 hidden units "rnn.weight_ih_l0" should have the shape [2, 1], but has [2]; choose weights whose tensors belong together',
  ),
  tensors(
    'no hidden unit',
    weightsOf({ 'rnn.weight_hh_l0': arrayOf([0, 0]) }),
    'it should have from 1 to 512 hidden units, but has 0; choose weights of a network of such a size',
  ),
  tensors(
    'too many hidden units',
    weightsOf({ 'rnn.weight_hh_l0': arrayOf([1024, 1024]) }),
    'it should have from 1 to 512 hidden units, but has 1,024; choose weights of a network of such a size',
  ),
  tensors(
    'a NaN',
    weightsOf({ 'rnn.weight_hh_l0': arrayOf([2, 2], 1, 2, Number.NaN) }),
    'weights must be finite numbers, but number 3 of "rnn.weight_hh_l0" is NaN; choose weights of a training that did not diverge',
  ),
  tensors(
    'an infinity',
    weightsOf({ 'out.bias': arrayOf([1], Number.NEGATIVE_INFINITY) }),
    'weights must be finite numbers, but number 1 of "out.bias" is -Infinity; choose weights of a training that did not diverge',
  ),
]

describe('a network that is not ours is refused with one sentence', () => {
  it.each(MISFITS)('$what', ({ bytes, says }) => {
    const refused = { ok: false, error: { code: 'weights-mismatch', text: saying(`This file ${says}`) } }
    expect(decodeWeights(bytes, LESSON)).toEqual(refused)
  })

  it.each(['out.bias', 'rnn.bias_ih_l1', 'rnn.weight_hh_l0'])('a file of Unroll that lacks %s', (lost) => {
    const config = withSettings(CONFIG, { layers: 2 })
    const whole = weightsOf({}, networkOf(config))
    const texts = encodeWeightMetadata(freshSnapshot(whole, trainingOf(config)), config)
    const rest = new Map([...whole].filter(([name]) => name !== lost))
    const result = decodeWeights(encodeSafetensors(rest, texts), LESSON)
    expect(result.ok ? '' : inEnglish(result.error.text)).toBe(
      `This file does not fit Unroll's network: "${lost}" is missing; ${RENAME}.`,
    )
  })

  it('a second bias where the settings say that there is one', () => {
    const config = withSettings(CONFIG, { family: 'tensorflow' })
    const parameters = weightsOf({ 'rnn.bias_hh_l0': arrayOf([2], 0, 0.5) })
    // As if someone had trained it on in PyTorch and kept the texts.
    const file = encodeSafetensors(
      parameters,
      encodeWeightMetadata(freshSnapshot(parameters, trainingOf(CONFIG)), config),
    )
    const message =
      'This file does not fit Unroll\'s network: the TensorFlow family has one bias, so that "rnn.bias_hh_l0" should be zero, but number 2 of it is 0.5; add it to "rnn.bias_ih_l0".'
    expect(decodeWeights(file, LESSON)).toEqual({
      ok: false,
      error: { code: 'weights-mismatch', text: saying(message) },
    })
  })
})
