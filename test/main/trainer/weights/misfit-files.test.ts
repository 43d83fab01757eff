import { LESSON } from '@contract/settings'
import { describe, expect, it } from 'vitest'
import type { NamedArrays } from '../../../../main/trainer/network/named-arrays'
import { freshSnapshot } from '../../../../main/trainer/training/fresh-snapshot'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors-reader'
import { encodeSafetensors } from '../../../../main/trainer/weights/safetensors-writer'
import { decodeWeights, encodeWeights } from '../../../../main/trainer/weights/weight-file'
import { arrayOf, CONFIG, fixture, weightsOf } from './samples'

/** A whole safetensors file that holds no weights for Unroll, with the exact sentence it gets. */
type Misfit = { readonly what: string; readonly bytes: Uint8Array; readonly says: string }

const RENAME =
  'in PyTorch, save the state_dict of a module that has a torch.nn.RNN called rnn and a torch.nn.Linear called out'

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

const MISFITS: readonly Misfit[] = [
  torch(
    'torch-gru',
    'it should have a simple cell, but "rnn.weight_hh_l0" has 6 rows for 2 hidden units, which makes it a GRU; choose weights of a torch.nn.RNN',
  ),
  torch(
    'torch-lstm',
    'it should have a simple cell, but "rnn.weight_hh_l0" has 8 rows for 2 hidden units, which makes it an LSTM; choose weights of a torch.nn.RNN',
  ),
  tensors(
    'a GRU under another name',
    new Map([['gru.weight_hh_l0', arrayOf([3, 1])]]),
    'it should have a simple cell, but "gru.weight_hh_l0" has 3 rows for 1 hidden units, which makes it a GRU; choose weights of a torch.nn.RNN',
  ),
  torch(
    'torch-two-layers',
    'it should have one recurrent layer, but has "rnn.bias_hh_l1" of another; choose weights of a torch.nn.RNN with num_layers=1',
  ),
  torch(
    'torch-bidirectional',
    'it should run forward in time only, but has "rnn.bias_hh_l0_reverse"; choose weights of a torch.nn.RNN that is not bidirectional',
  ),
  torch(
    'torch-three-inputs',
    'it should have 1 input at each time step, but has 3; choose weights of torch.nn.RNN(1, …)',
  ),
  torch(
    'torch-two-outputs',
    'it should have 1 output at each time step, but has 2; choose weights of torch.nn.Linear(…, 1)',
  ),
  torch('torch-no-bias', `"rnn.bias_ih_l0" and "rnn.bias_hh_l0" are missing; ${RENAME}`),
  torch(
    'torch-cell',
    `"rnn.weight_ih_l0", "rnn.weight_hh_l0", "rnn.bias_ih_l0" and 3 more are missing; ${RENAME}`,
  ),
  tensors(
    'no tensor',
    new Map(),
    `"rnn.weight_ih_l0", "rnn.weight_hh_l0", "rnn.bias_ih_l0" and 3 more are missing; ${RENAME}`,
  ),
  tensors('one name too few', without('out.bias'), `"out.bias" is missing; ${RENAME}`),
  tensors(
    'three names too few',
    without('out.bias', 'out.weight', 'rnn.bias_hh_l0'),
    `"rnn.bias_hh_l0", "out.weight" and "out.bias" are missing; ${RENAME}`,
  ),
  tensors('one name too many', weightsOf({ scale: arrayOf([1]) }), `"scale" is not part of it; ${RENAME}`),
  tensors(
    'two names too many',
    weightsOf({ scale: arrayOf([1]), ['__proto__']: arrayOf([0]) }),
    `"scale" and "__proto__" are not part of it; ${RENAME}`,
  ),
  tensors(
    'a recurrent kernel that is not square',
    weightsOf({ 'rnn.weight_hh_l0': arrayOf([2, 3]) }),
    '"rnn.weight_hh_l0" should be square, [hidden, hidden], but has the shape [2, 3]; choose weights of a torch.nn.RNN',
  ),
  tensors(
    'a recurrent kernel that is a vector',
    weightsOf({ 'rnn.weight_hh_l0': arrayOf([2]) }),
    '"rnn.weight_hh_l0" should be square, [hidden, hidden], but has the shape [2]; choose weights of a torch.nn.RNN',
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
    const refused = { ok: false, error: { code: 'weights-mismatch', message: `This file ${says}` } }
    expect(decodeWeights(bytes, LESSON)).toEqual(refused)
  })

  it.each(['F64', 'F16'])('weights of PyTorch in %s', (dtype) => {
    const result = decodeWeights(fixture(`torch-rnn-${dtype.toLowerCase()}.safetensors`), LESSON)
    const message = `This file holds numbers that Unroll does not read: "out.bias" should be F32, but is "${dtype}"; convert the weights with .float() in PyTorch and save them again.`
    expect(result).toEqual({ ok: false, error: { code: 'file-not-weights', message } })
  })
})

const good = encodeWeights({ snapshot: freshSnapshot(weightsOf(), 2), config: CONFIG })

/** Weights of ours with some texts replaced, or left out. */
function withTexts(changes: Record<string, string | null>): Uint8Array {
  const file = decodeSafetensors(good)
  const texts = new Map(file.ok ? file.value.metadata : [])
  for (const [key, text] of Object.entries(changes)) {
    if (text === null) texts.delete(key)
    else texts.set(key, text)
  }
  return encodeSafetensors(weightsOf(), Object.fromEntries(texts))
}

const AGAIN = '; save it again, or choose another one.'
const config = (changes: object) => ({ 'unroll.config': JSON.stringify({ ...CONFIG, ...changes }) })
const CONFIG_SAYS = 'has damaged metadata: "unroll.config" should hold the settings of a run, but'
const UPDATES_SAY = 'has damaged metadata: "unroll.updates" should be a whole number from 0, but is'
const STATE_SAYS = 'has damaged metadata: "unroll.hidden_state" should be a list of 2 float32 numbers, but is'

const DAMAGED: readonly [string, Record<string, string | null>, string][] = [
  [
    'no format',
    { 'unroll.format': null },
    `has damaged metadata: it should have "unroll.format", but has not${AGAIN}`,
  ],
  [
    'no settings',
    { 'unroll.config': null },
    `has damaged metadata: it should have "unroll.config", but has not${AGAIN}`,
  ],
  [
    'no updates',
    { 'unroll.updates': null },
    `has damaged metadata: it should have "unroll.updates", but has not${AGAIN}`,
  ],
  [
    'no state',
    { 'unroll.hidden_state': null },
    `has damaged metadata: it should have "unroll.hidden_state", but has not${AGAIN}`,
  ],
  [
    'a later format',
    { 'unroll.format': '2', 'unroll.config': null },
    'is of a format that this Unroll does not know: "unroll.format" should be "1", but is "2"; open it with a newer Unroll, or choose another one.',
  ],
  [
    'settings that are no JSON',
    { 'unroll.config': '{"learningRate"' },
    `has damaged metadata: "unroll.config" should be JSON, but is "{\\"learningRate\\""${AGAIN}`,
  ],
  [
    'settings that are a list',
    { 'unroll.config': 'null' },
    `${CONFIG_SAYS}: The settings of a run must be an object, but null was given${AGAIN}`,
  ],
  [
    'a learning rate of 0',
    config({ learningRate: 0 }),
    `${CONFIG_SAYS}: Learning rate must be a number from 0.000001 to 10, but 0 was given${AGAIN}`,
  ],
  [
    'a learning rate of 1e400',
    { 'unroll.config': JSON.stringify(CONFIG).replace('0.015625', '1e400') },
    `${CONFIG_SAYS}: Learning rate must be a number from 0.000001 to 10, but Infinity was given${AGAIN}`,
  ],
  [
    'no seed',
    config({ seed: undefined }),
    `${CONFIG_SAYS}: Seed must be a whole number from 0 to 4,294,967,295, but nothing was given${AGAIN}`,
  ],
  [
    'a text for a switch',
    config({ carryState: 'yes; no.' }),
    `${CONFIG_SAYS}: Carry the state must be true or false, but "yes; no." was given${AGAIN}`,
  ],
  [
    'a text for a number',
    config({ points: 'a;b;c' }),
    `${CONFIG_SAYS}: Points per window must be a whole number from 2 to 200, but "a;b;c" was given${AGAIN}`,
  ],
  [
    'other hidden units',
    config({ hiddenUnits: 3 }),
    `has damaged metadata: "unroll.config" should say 2 hidden units as the weights have them, but says 3${AGAIN}`,
  ],
  ['a fraction of an update', { 'unroll.updates': '1.5' }, `${UPDATES_SAY} "1.5"${AGAIN}`],
  ['fewer than no update', { 'unroll.updates': '-1' }, `${UPDATES_SAY} "-1"${AGAIN}`],
  ['no number of updates', { 'unroll.updates': '' }, `${UPDATES_SAY} ""${AGAIN}`],
  ['a line feed after the updates', { 'unroll.updates': '1\n' }, `${UPDATES_SAY} "1\\n"${AGAIN}`],
  [
    'more updates than can be counted',
    { 'unroll.updates': '9007199254740993' },
    `${UPDATES_SAY} "9007199254740993"${AGAIN}`,
  ],
  ['a state that is no JSON', { 'unroll.hidden_state': '[0,NaN]' }, `${STATE_SAYS} "[0,NaN]"${AGAIN}`],
  [
    'a state that is no list',
    { 'unroll.hidden_state': '{"length":2}' },
    `${STATE_SAYS} "{\\"length\\":2}"${AGAIN}`,
  ],
  ['a shorter state', { 'unroll.hidden_state': '[0]' }, `${STATE_SAYS} "[0]"${AGAIN}`],
  ['a longer state', { 'unroll.hidden_state': '[0,1,2]' }, `${STATE_SAYS} "[0,1,2]"${AGAIN}`],
  ['a state of texts', { 'unroll.hidden_state': '["0","1"]' }, `${STATE_SAYS} "[\\"0\\",\\"1\\"]"${AGAIN}`],
  ['a state beyond float32', { 'unroll.hidden_state': '[0,1e39]' }, `${STATE_SAYS} "[0,1e39]"${AGAIN}`],
  [
    'a state that float32 would round',
    { 'unroll.hidden_state': '[0,0.1]' },
    `${STATE_SAYS} "[0,0.1]"${AGAIN}`,
  ],
]

describe('metadata of ours that are damaged are refused with one sentence', () => {
  it.each(DAMAGED)('%s', (_, texts, says) => {
    const error = { code: 'file-not-weights', message: `This file ${says}` }
    expect(decodeWeights(withTexts(texts), LESSON)).toEqual({ ok: false, error })
  })

  it('and those of others are left alone', () => {
    expect(decodeWeights(withTexts({ author: 'someone', 'unrolled.format': '9' }), LESSON).ok).toBe(true)
  })
})
