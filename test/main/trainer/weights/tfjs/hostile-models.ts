import { drawnWeights } from '../drawn-weights'
import { encoded, unpaired } from './files'

/** A model that nobody should load, with the exact sentence it gets. */
export type HostileModel = {
  readonly what: string
  readonly bytes: Uint8Array
  readonly folder: Readonly<Record<string, Uint8Array>>
  readonly says: string
}

/** Anything that JSON has. */
// biome-ignore lint/suspicious/noExplicitAny: the models of these tests are broken in any way
type Json = any

const [MODEL, NUMBERS] = encoded(drawnWeights({ cell: 'lstm', layers: 2, hiddenUnits: 2 }))
// Other numbers beside it are for the reader to judge here, not for the hash.
export const [GOOD, WEIGHTS] = [unpaired(MODEL), NUMBERS]
const good = (): Json => JSON.parse(new TextDecoder().decode(GOOD.bytes))

const NOT = 'This file is not a layers model of TensorFlow.js: '
const SAVED = '; choose a .json file saved by Unroll or by model.save.'
const OTHER = "This file does not fit Unroll's network: "
const CHOOSE =
  '; choose a model of SimpleRNN, GRU or LSTM layers one after the other, then a linear Dense layer at every time step.'
const DAMAGED = 'This file is a damaged weights file: '
const AGAIN = '; save or copy it again, or choose another one.'
const UNREAD = 'This file holds numbers that Unroll does not read: '

function raw(what: string, text: string | Uint8Array, says: string): HostileModel {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return { what, bytes, folder: {}, says }
}

/** Our own model, changed in one thing. */
function changed(
  what: string,
  change: (model: Json) => unknown,
  says: string,
  weights: Uint8Array = WEIGHTS.bytes,
): HostileModel {
  const model = good()
  change(model)
  const bytes = new TextEncoder().encode(JSON.stringify(model))
  return { what, bytes, folder: { [WEIGHTS.name]: weights }, says }
}

/** One field of the second layer, or of another one. */
function layer(field: string, value: unknown, says: string, index = 1): HostileModel {
  const change = (model: Json) => {
    model.modelTopology.config.layers[index].config[field] = value
  }
  return changed(`${field} ${JSON.stringify(value)} in layer ${index}`, change, `${OTHER}${says}${CHOOSE}`)
}

/** Another class in the place of the second layer. */
function kind(name: unknown, says: string, index = 1): HostileModel {
  const change = (model: Json) => {
    model.modelTopology.config.layers[index].class_name = name
  }
  return changed(`the class ${JSON.stringify(name)} in layer ${index}`, change, `${OTHER}${says}${CHOOSE}`)
}

/** A class that is none. */
function unnamed(name: unknown): HostileModel {
  return { ...kind(name, ''), says: classless }
}

function path(name: unknown, shown: string): HostileModel {
  return changed(
    `the weights file ${shown}`,
    (model) => {
      model.weightsManifest[0].paths = [name]
    },
    `${NOT}its weights should lie in the same folder, but it names ${shown}${SAVED}`,
  )
}

/** One field of the entry of the second array. */
function entry(field: string, value: unknown, says: string): HostileModel {
  const change = (model: Json) => {
    model.weightsManifest[0].weights[1][field] = value
  }
  return changed(`${field} ${JSON.stringify(value)} of an array`, change, says)
}

function withNumber(value: number): Uint8Array {
  const bytes = WEIGHTS.bytes.slice()
  new DataView(bytes.buffer).setFloat32(4, value, true)
  return bytes
}

const shape = (found: string) =>
  `${DAMAGED}by its layers "lstm_1/recurrent_kernel" should have the shape [2, 8], but has ${found}${AGAIN}`
const has = (wanted: string, found: string, name = '"lstm_2" (LSTM)') =>
  `its layer ${name} should have ${wanted}, but has ${found}`
const none = (name: string) => `its layer "lstm_2" (${name}) is none of those that Unroll has`
const classless = `${DAMAGED}every layer of it should have a class and a name, but layer 2 has not${AGAIN}`

export const HOSTILE_MODELS: readonly HostileModel[] = [
  // Other things than models.
  raw('no byte', '', `${NOT}it should be a JSON object, but is no JSON text${SAVED}`),
  raw('a list', '[1, 2]', `${NOT}it should be a JSON object, but is [1, 2]${SAVED}`),
  raw('null', 'null', `${NOT}it should be a JSON object, but is null${SAVED}`),
  raw('a text', '"model"', `${NOT}it should be a JSON object, but is "model"${SAVED}`),
  raw(
    'bad UTF-8',
    Uint8Array.of(0x7b, 0xff, 0x7d),
    `${NOT}it should be a JSON object, but is no JSON text${SAVED}`,
  ),
  raw('a byte order mark', '\ufeff{}', `${NOT}it should have a "modelTopology", but has nothing${SAVED}`),
  raw(
    'a million brackets',
    '['.repeat(1_000_000),
    `${NOT}it should be a JSON object, but is no JSON text${SAVED}`,
  ),
  raw('no topology', '{}', `${NOT}it should have a "modelTopology", but has nothing${SAVED}`),
  raw(
    'a topology that is a text',
    '{"modelTopology":"a"}',
    `${NOT}it should have a "modelTopology", but has "a"${SAVED}`,
  ),
  raw(
    'a graph model',
    '{"format":"graph-model"}',
    `${NOT}it is a graph model, in which the layers have been taken apart${SAVED}`,
  ),
  raw('another format', '{"format":7}', `${NOT}its "format" should be "layers-model", but is 7${SAVED}`),
  raw(
    'a functional model',
    '{"modelTopology":{"class_name":"Model"}}',
    `${DAMAGED}its model should list layers, but has nothing${AGAIN}`,
  ),
  raw(
    'a model of no class',
    '{"modelTopology":{}}',
    `${OTHER}it should say of which class its model is, but says nothing; save the whole model again.`,
  ),
  raw(
    'no layers',
    '{"modelTopology":{"class_name":"Sequential"}}',
    `${DAMAGED}its model should list layers, but has nothing${AGAIN}`,
  ),
  // The layers.
  changed(
    'hundreds of layers',
    (m) => {
      m.modelTopology.config.layers = Array(300).fill(m.modelTopology.config.layers[1])
    },
    `${OTHER}it should have from 1 to 4 recurrent layers and a Dense one, but has many more${CHOOSE}`,
  ),
  changed(
    'five recurrent layers',
    (m) => {
      const [first, second, out] = m.modelTopology.config.layers
      const more = ['a', 'b', 'c'].map((name) => ({ ...second, config: { ...second.config, name } }))
      m.modelTopology.config.layers = [first, second, ...more, out]
    },
    `${OTHER}it should have from 1 to 4 recurrent layers, but has 5${CHOOSE}`,
  ),
  changed(
    'a read-out alone',
    (m) => {
      m.modelTopology.config.layers = [
        { class_name: 'InputLayer', config: { name: 'in' } },
        m.modelTopology.config.layers[2],
      ]
    },
    `${OTHER}it should have from 1 to 4 recurrent layers, but has none: "InputLayer" and "Dense"${CHOOSE}`,
  ),
  changed(
    'a layer that is null',
    (m) => {
      m.modelTopology.config.layers[1] = null
    },
    classless,
  ),
  changed(
    'a layer without a name',
    (m) => {
      delete m.modelTopology.config.layers[1].config.name
    },
    classless,
  ),
  changed(
    'two layers of one name',
    (m) => {
      m.modelTopology.config.layers[1].config.name = 'lstm_1'
    },
    `${DAMAGED}the names of its layers should differ, but two are called "lstm_1"${AGAIN}`,
  ),
  kind(
    'GRU',
    'its layer "lstm_2" (GRU) should apply its reset gate after the recurrent product (reset_after=True), but has reset_after left out, which is false in older versions of Keras and in TensorFlow.js',
  ),
  kind('SimpleRNN', 'its recurrent layers should be of one cell, but are lstm and rnn-tanh'),
  kind(
    'Bidirectional',
    'its layer "lstm_2" (Bidirectional) reads the window backwards in time as well, which no network of Unroll does',
  ),
  kind('constructor', none('constructor')),
  kind('__proto__', none('__proto__')),
  unnamed(['LSTM']),
  unnamed({ LSTM: 1 }),
  kind('Flatten', 'its layer "out" (Flatten) joins the time steps, which no network of Unroll does', 2),
  layer('units', '2', has('from 1 to 512 units', '"2"', '"lstm_1" (LSTM)'), 0),
  layer('units', 1e9, has('from 1 to 512 units', '1000000000', '"lstm_1" (LSTM)'), 0),
  layer('units', 0, has('from 1 to 512 units', '0', '"lstm_1" (LSTM)'), 0),
  layer('units', 2.5, has('from 1 to 512 units', '2.5', '"lstm_1" (LSTM)'), 0),
  layer('units', 3, 'its recurrent layers should be of one size, but have 2 and 3 units'),
  layer('units', 17, 'it should have from 1 to 16 outputs at each time step, but has 17', 2),
  layer(
    'batch_input_shape',
    [null, null, 33],
    'its input should be [batch, time steps, inputs] with from 1 to 32 inputs, but is [null, null, 33]',
    0,
  ),
  layer('activation', 'relu', has('the activation tanh', '"relu"')),
  layer('activation', { class_name: 'tanh' }, has('the activation tanh', 'an object')),
  layer('activation', 'sigmoid', has('no activation', '"sigmoid"', '"out" (Dense)'), 2),
  layer('recurrent_activation', 'hardSigmoid', has('the recurrent activation sigmoid', '"hardSigmoid"')),
  layer(
    'recurrent_activation',
    undefined,
    has('the recurrent activation sigmoid', 'none, which in TensorFlow.js is hardSigmoid'),
  ),
  {
    ...layer('use_bias', false, ''),
    says: `${NOT}its weights should be those of its layers alone, but "lstm_2/bias" is of none${SAVED}`,
  },
  layer('use_bias', 1, has('use_bias true or false', '1')),
  layer(
    'return_sequences',
    false,
    has('return_sequences=True, so that there is a prediction at every time step', 'false'),
  ),
  layer(
    'return_sequences',
    undefined,
    has('return_sequences=True, so that there is a prediction at every time step', 'nothing'),
  ),
  layer('return_state', true, has('return_state=False in a Sequential model', 'true')),
  layer('go_backwards', true, has('go_backwards=False', 'true: the input is read backwards in time')),
  layer(
    'dtype',
    'int8',
    `its layer "lstm_2" (LSTM) should compute with floating-point numbers, but is quantized ("int8")`,
  ),
  // The manifest.
  changed(
    'no manifest, for which TensorFlow.js takes random numbers',
    (m) => {
      delete m.weightsManifest
    },
    `${NOT}it should have a list "weightsManifest" of its weights, but has nothing${SAVED}`,
  ),
  changed(
    'an empty manifest',
    (m) => {
      m.weightsManifest = []
    },
    `${NOT}it should have a list "weightsManifest" of its weights, but has []${SAVED}`,
  ),
  changed(
    'a group without paths',
    (m) => {
      delete m.weightsManifest[0].paths
    },
    `${NOT}every group of its "weightsManifest" should list "paths" and "weights", but one does not${SAVED}`,
  ),
  path('../model.weights.bin', '"../model.weights.bin"'),
  path('/etc/passwd', '"/etc/passwd"'),
  path('..\\model.weights.bin', '"..\\\\model.weights.bin"'),
  path('C:model.weights.bin', '"C:model.weights.bin"'),
  path('file:///etc/passwd', '"file:///etc/passwd"'),
  path('a/../model.weights.bin', '"a/../model.weights.bin"'),
  path('a//model.weights.bin', '"a//model.weights.bin"'),
  path('a/', '"a/"'),
  path('model.weights.bin\0.png', '"model.weights.bin\\u0000.png"'),
  path('..', '".."'),
  path('.', '"."'),
  path('', '""'),
  path(7, '7'),
  path(['model.weights.bin'], '["model.weights.bin"]'),
  changed(
    'a file that is named twice',
    (m) => {
      m.weightsManifest[0].paths = [WEIGHTS.name, WEIGHTS.name]
    },
    `${NOT}it should name each weights file once, but names "model.weights.bin" twice${SAVED}`,
  ),
  changed(
    'a file that is not there',
    (m) => {
      m.weightsManifest[0].paths = ['other.bin']
    },
    '"other.bin" could not be read: it is not there.',
  ),
  changed(
    'an array that is missing',
    (m) => m.weightsManifest[0].weights.splice(4, 1),
    `${NOT}it should list the weights "lstm_2/recurrent_kernel", but does not${SAVED}`,
  ),
  changed(
    'an array that is there twice',
    (m) => m.weightsManifest[0].weights.push(m.weightsManifest[0].weights[0]),
    `${NOT}its weights should be listed once, but "lstm_1/kernel" is there twice${SAVED}`,
  ),
  changed(
    'an optimiser of no type beside the weights',
    (m) => m.weightsManifest[0].weights.push({ name: 'Adam/iter', group: 'optimizer' }),
    `${UNREAD}"Adam/iter" should be float32, but is nothing; save the model again in float32.`,
  ),
  entry(
    'name',
    '__proto__/kernel',
    `${NOT}its weights should be those of its layers alone, but "__proto__/kernel" is of none${SAVED}`,
  ),
  entry('name', null, `${NOT}its weights should be those of its layers alone, but null is of none${SAVED}`),
  entry(
    'name',
    'lstm_1/a/b/recurrent_kernel',
    `${NOT}its weights should be those of its layers alone, but "lstm_1/a/b/recurrent_kernel" is of none${SAVED}`,
  ),
  entry('shape', [8, 2], shape('[8, 2]')),
  entry('shape', [-2, -8], shape('[-2, -8]')),
  entry('shape', [2 ** 31, 2 ** 31], shape('[2147483648, 2147483648]')),
  entry('shape', Array(1000).fill(1), shape('a list of 1,000')),
  entry('shape', '2,8', shape('"2,8"')),
  entry(
    'dtype',
    'int32',
    `${UNREAD}"lstm_1/recurrent_kernel" should be float32, but is "int32"; save the model again in float32.`,
  ),
  entry(
    'dtype',
    'string',
    `${UNREAD}"lstm_1/recurrent_kernel" should be float32, but is "string"; save the model again in float32.`,
  ),
  entry(
    'quantization',
    { dtype: 'uint8', scale: 1e300, min: 0 },
    `${DAMAGED}its weights should be 252 bytes in "model.weights.bin", but there are more${AGAIN}`,
  ),
  entry(
    'quantization',
    { dtype: 'uint4', scale: 1, min: 0 },
    `${UNREAD}"lstm_1/recurrent_kernel" should be quantized to float16, or to uint8 or uint16 with a scale and a min, but is to "uint4" with 1 and 0; convert the model again.`,
  ),
  entry(
    'quantization',
    { dtype: 'uint8', scale: '1' },
    `${UNREAD}"lstm_1/recurrent_kernel" should be quantized to float16, or to uint8 or uint16 with a scale and a min, but is to "uint8" with "1" and nothing; convert the model again.`,
  ),
  // The numbers.
  changed(
    'bytes that are missing',
    () => {},
    `${DAMAGED}its weights should be 300 bytes in "model.weights.bin", but are 299${AGAIN}`,
    WEIGHTS.bytes.slice(0, -1),
  ),
  changed(
    'bytes that are left over',
    () => {},
    `${DAMAGED}its weights should be 300 bytes in "model.weights.bin", but there are more${AGAIN}`,
    new Uint8Array(400),
  ),
  changed(
    'no bytes',
    () => {},
    `${DAMAGED}its weights should be 300 bytes in "model.weights.bin", but are 0${AGAIN}`,
    new Uint8Array(),
  ),
  changed(
    'NaN',
    () => {},
    `${OTHER}weights must be finite numbers, but number 2 of "lstm_1/kernel" is NaN; choose weights of a training that did not diverge.`,
    withNumber(Number.NaN),
  ),
  changed(
    'infinity',
    () => {},
    `${OTHER}weights must be finite numbers, but number 2 of "lstm_1/kernel" is -Infinity; choose weights of a training that did not diverge.`,
    withNumber(Number.NEGATIVE_INFINITY),
  ),
  // Texts of ours.
  changed(
    'settings that are no text',
    (m) => {
      m.userDefinedMetadata['unroll.config'] = { cell: 'lstm' }
    },
    'This file has damaged metadata: "unroll.config" should be a text, but is an object; save it again, or choose another one.',
  ),
  changed(
    'settings of a relu',
    (m) => {
      const [first, second, out] = m.modelTopology.config.layers
      for (const each of [first, second]) each.class_name = 'SimpleRNN'
      m.modelTopology.config.layers = [first, second, out]
      for (const array of m.weightsManifest[0].weights) {
        const [rows, columns] = array.shape
        if (array.name.startsWith('lstm')) array.shape = columns ? [rows, 2] : [2]
      }
      m.userDefinedMetadata['unroll.config'] = m.userDefinedMetadata['unroll.config'].replace(
        '"lstm"',
        '"rnn-relu"',
      )
      m.userDefinedMetadata['unroll.states'] = '[[0,0,0,0]]'
    },
    'This file has damaged metadata: "unroll.config" should say 2 layers of simple RNN, tanh as the layers have it, but says 2 layers of simple RNN, relu; save it again, or choose another one.',
    WEIGHTS.bytes.slice(0, 4 * (2 + 4 + 2 + 4 + 4 + 2 + 3)),
  ),
]
