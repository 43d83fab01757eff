import { greatestDifference } from '@contract/difference'
import { inEnglish } from '@contract/language/say'
import { fail, ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import { probe } from '../../../../../main/trainer/training/snapshot/probe'
import { kerasCodec } from '../../../../../main/trainer/weights/keras/codec'
import { tfjsCodec } from '../../../../../main/trainer/weights/tfjs/codec'
import { madeUp } from '../../../../helpers/saying'
import { isSentence } from '../any-mutation'
import { FILES, SAVED_MODELS, type SavedModel } from './models'

/** What of a file is told beside its predictions, by kinds of notes; `LOADS` where nothing is. */
const LOADS: readonly string[] = []
type Verdict = RegExp | readonly string[]

const NAMES = ['relu', 'tanh', 'sigmoid', 'softmax', 'elu']
const OUTPUT = (name: string) => new RegExp(`should have no activation, but has "${name}"; `)
const OWN = /of a class of somebody's own/

/** Of a whole model. */
const MODELS: Readonly<Record<string, Verdict>> = {
  'plain-SimpleRNN': LOADS,
  'plain-GRU': LOADS,
  'plain-LSTM': LOADS,
  'no-bias-SimpleRNN': ['no-bias'],
  'no-bias-GRU': ['no-bias'],
  'no-bias-LSTM': ['no-bias'],
  'no-bias': ['no-bias'],
  relu: LOADS,
  functional: ['training-alone'],
  'sequential-in-sequential': ['training-alone'],
  'models-in-a-model': LOADS,
  'batch-normalization': ['multiplied'],
  frozen: ['multiplied'],
  'rnn-of-cell': LOADS,
  'rnn-of-cells': LOADS,
  'batch-shape': LOADS,
  'training-alone': ['training-alone'],
  'td-dropout': ['training-alone'],
  'linear-head': ['multiplied'],
  'linear-first': ['multiplied'],
  rescaling: ['multiplied'],
  'permute-nothing': LOADS,
  stateful: LOADS,
  'return-state': LOADS,
  'recurrent-sigmoid': LOADS,
  identity: LOADS,
  'activation-function': LOADS,
  'ops-activation': LOADS,
  compiled: LOADS,
  lora: LOADS,
  float64: ['computes-in', 'numbers'],
  float16: ['computes-in', 'numbers'],
  mixed_float16: ['computes-in'],
  bfloat16: ['computes-in', 'numbers'],
  ...Object.fromEntries(
    NAMES.flatMap((name) => ['dense', 'td', 'activation'].map((where) => [`${where}-${name}`, OUTPUT(name)])),
  ),
  'cell-relu': /\(LSTM\) should have the activation tanh, but has "relu"; /,
  'cell-sigmoid': /should have the activation tanh, but has "sigmoid"; /,
  'cell-linear': /should have the activation tanh, but has "linear"; /,
  'cell-hard_sigmoid': /should have the activation tanh, but has "hard_sigmoid"; /,
  'cell-None': /should have the activation tanh, but has "linear"; /,
  'recurrent-relu': /\(GRU\) should have the recurrent activation sigmoid, but has "relu"; /,
  'recurrent-linear': /should have the recurrent activation sigmoid, but has "linear"; /,
  'recurrent-hard_sigmoid': /should have the recurrent activation sigmoid, but has "hard_sigmoid"; /,
  'recurrent-None': /should have the recurrent activation sigmoid, but has "linear"; /,
  'simple-elu': /should have the activation tanh or relu, but has "elu"; /,
  'own-activation': /should have the activation tanh or relu, but has "mine>tanh"; /,
  'mixed-activations': /should be of one cell, but are rnn-relu and rnn-tanh; /,
  'reset-before':
    /should apply its reset gate after the recurrent product \(reset_after=True\), but has reset_after false; /,
  backwards: /should have go_backwards=False, but has true: /,
  'last-only': /should have return_sequences=True, so .*, but has false; /,
  repeat: /should have return_sequences=True, so .*, but has false; /,
  bidirectional: /"bidirectional" \(Bidirectional\) reads the window backwards in time as well, /,
  masking: /"masking" \(Masking\) passes over time steps, /,
  sizes: /should be of one size, but have 4 and 3 units; /,
  cells: /should be of one cell, but are lstm and gru; /,
  'head-tanh': /should have no activation, but has "tanh"; /,
  'layer-normalization': /\(LayerNormalization\) is none of those that Unroll has; /,
  'leaky-relu': /\(LeakyReLU\) is none of those that Unroll has; /,
  conv: /\(Conv1D\) is none of those that Unroll has; /,
  pooling: /\(AveragePooling1D\) is none of those that Unroll has; /,
  crop: /\(Cropping1D\) is none of those that Unroll has; /,
  reshape: /\(Reshape\) is none of those that Unroll has; /,
  normalization: /\(Normalization\) is none of those that Unroll has; /,
  lambda: /\(Lambda\) is Python code, /,
  'two-outputs-of-dense': LOADS,
  five: /should have from 1 to 4 recurrent layers, but has 5; /,
  'no-recurrent':
    /should have from 1 to 4 recurrent layers, but has none: "InputLayer", "Dense" and "Dense"; /,
  'no-read-out': /should end in a Dense layer, but ends in "LSTM"; /,
  residual:
    /"add" \(Add\) should be called with the output of one layer, but is with those of "lstm_\d+" and "lstm_\d+"; /,
  'residual-operator': /is an operation on outputs of layers|should be called with the output of one layer/,
  operator: /is an operation on outputs of layers|a number or another argument/,
  skip: /is an operation on outputs of layers/,
  flip: /"flip" \(Flip\) is an operation on outputs of layers/,
  slice: /\(GetItem\) is an operation on outputs of layers/,
  'tanh-of-ops': /\(Tanh\) is an operation on outputs of layers/,
  'dropout-on': /but is with training=True, so that it does at all times what it does in training; /,
  shared: /should be called once, but is called 2 times; /,
  'states-given': /but is with those of "input_(?:layer_)?\d+", "lstm_\d+" and "lstm_\d+"; /,
  'states-out': /should have 1 output, but has 2: "lstm_\d+" and "dense_\d+"; /,
  'state-as-output': /the output of its layer .* should be used, but its states are \(output 2\); /,
  'two-inputs': /should have 1 input, but has 2: /,
  'own-class': OWN,
  subclassed: OWN,
  int8: /is quantized \(".*int8.*"\); /,
}

/** Of arrays alone, where they are not told of as the whole model is. */
const WEIGHTS: Readonly<Record<string, Verdict>> = {
  'activation-relu':
    /has "(?:layers|_layer_checkpoint_dependencies)\/activation", of which|what the layer "activation_\d+" does/,
  residual: /has "(?:layers|_layer_checkpoint_dependencies)\/add", of which|what the layer "add" does/,
  bidirectional: /"(?:.*\/)?bidirectional"/,
  'layer-normalization': /"(?:.*\/)?layer_normalization"/,
  'reset-before': /has one bias and so reset_after=False; /,
  sizes: /should be of one size, but have 4 and 3 hidden units; /,
  cells: /should be of one c(?:lass|ell), but /,
  'models-in-a-model': /in which order its recurrent layers are, but has them in several models: /,
  int8: /should hold floating-point numbers, but holds whole numbers of 8 bits; /,
  float64: ['numbers'],
  float16: ['numbers'],
  bfloat16: ['numbers'],
  mixed_float16: [],
  functional: [],
  'sequential-in-sequential': [],
  'no-bias-SimpleRNN': [],
  'no-bias-GRU': [],
  'no-bias-LSTM': [],
}

/** The lists of Keras 2 are in the order of the layers, but not told apart by the models that they are in. */
const LISTS: Readonly<Record<string, Verdict>> = {
  'models-in-a-model': [],
  'sequential-in-sequential':
    /should be SimpleRNN, GRU or LSTM, and a Dense one, but "sequential(?:_\d+)?" has /,
}

function verdictOn({ name, kind }: SavedModel): Verdict {
  const alone = /weights\.h5$/.test(name)
  const expected =
    (name.endsWith('-weights.h5') ? LISTS[kind] : undefined) ??
    (alone ? WEIGHTS[kind] : undefined) ??
    MODELS[kind]
  if (!expected) throw new Error(`nothing is expected of ${name}`)
  if (expected instanceof RegExp) return expected
  const dropout = name.startsWith('tfjs/plain-') ? ['training-alone'] : []
  const quantized = /-(?:float16|uint8|uint16)\//.test(name) ? ['quantized'] : []
  return [...(alone ? ['defaults'] : []), ...dropout, ...expected, ...quantized]
}

function read({ name, bytes }: SavedModel) {
  const folder = name.slice(0, name.lastIndexOf('/'))
  const beside = async (other: string) => {
    const found = FILES.get(`${folder}/${other}`)
    return found
      ? ok(found)
      : fail('file-unreadable', madeUp(`"${other}" could not be read: it is not there.`))
  }
  return (name.endsWith('.json') ? tfjsCodec : kerasCodec).decode({ bytes, beside }, LESSON)
}

/** Unroll computes in float32; what Keras computes in halves differs by as much as those are coarse. */
function toleranceOf({ kind }: SavedModel): number {
  return kind === 'bfloat16' ? 1e-2 : kind.endsWith('float16') ? 1e-3 : 1e-6
}

describe('a model of Keras computes here what it does there, or is refused with the reason', () => {
  it.each(SAVED_MODELS)('$name', async (model) => {
    const verdict = verdictOn(model)
    const result = await read(model)
    if (verdict instanceof RegExp) {
      const message = result.ok ? 'it was read' : inEnglish(result.error.text)
      expect(message).toMatch(verdict)
      expect(message).toSatisfy(isSentence)
      // All of them are whole.
      expect(message).not.toMatch(/damaged/)
      return
    }
    if (!result.ok) throw new Error(inEnglish(result.error.text))
    expect((result.value.notes ?? []).map(({ kind }) => kind).sort()).toEqual([...verdict].sort())
    expect(model.predictions.length).toBe(20 * result.value.snapshot.network.outputs)
    const ours = probe(result.value.snapshot).subarray(0, model.predictions.length)
    const difference = greatestDifference(model.predictions, ours)
    expect(difference).toBeLessThanOrEqual(toleranceOf(model))
  })
})
