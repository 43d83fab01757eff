import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { File } from 'h5wasm'
import { describe, expect, it } from 'vitest'
import { kerasCodec } from '../../../../../main/trainer/weights/keras/codec'
import { makeHdf5 } from '../../../../../main/trainer/weights/keras/hdf5/hdf5'
import { withHdf5 } from '../../../../../main/trainer/weights/keras/hdf5/hdf5-library'
import { isSentence, splice } from '../any-mutation'
import { fixture } from '../samples'

const read = (bytes: Uint8Array) =>
  kerasCodec.decode({ bytes, beside: () => Promise.reject(new Error('it is one file')) }, LESSON)

async function sentence(bytes: Uint8Array): Promise<string> {
  const result = await read(bytes)
  return result.ok ? 'it was read' : inEnglish(result.error.text)
}

type Sizes = Readonly<Record<string, readonly number[]>>

/** A file with arrays of these shapes, whatever sense they make. */
function withArrays(sizes: Sizes, more?: (file: File) => void): () => Promise<Uint8Array> {
  return () =>
    makeHdf5((file) => {
      for (const [place, shape] of Object.entries(sizes)) {
        const parts = place.split('/')
        for (const [i] of parts.slice(1).entries()) {
          const path = parts.slice(0, i + 1).join('/')
          if (!file.get(path)) file.create_group(path)
        }
        const data = new Float32Array(shape.reduce((product, size) => product * size, 1))
        file.create_dataset({ name: place, data, shape: [...shape], dtype: '<f' })
      }
      more?.(file)
    })
}

const DENSE: Sizes = { 'layers/dense/vars/0': [2, 1], 'layers/dense/vars/1': [1] }
const rnn = (group: string): Sizes => ({
  [`layers/${group}/cell/vars/0`]: [1, 2],
  [`layers/${group}/cell/vars/1`]: [2, 2],
  [`layers/${group}/cell/vars/2`]: [2],
})

const model = (change: (text: string) => string) => async () => {
  const members = unzipSync(fixture('keras-relu.keras'))
  const text = new TextDecoder().decode(members['config.json'])
  return zipSync({ ...members, 'config.json': strToU8(change(text)) })
}

const HOSTILE: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
  ['a text', () => strToU8('weights'), /a \.weights\.h5 file is HDF5 and begins so, but this one does not; /],
  ['half a file', () => fixture('keras-lstm.weights.h5').slice(0, 3000), /cannot be read as such; /],
  ['a signature alone', () => fixture('keras-lstm.weights.h5').slice(0, 8), /cannot be read as such; /],
  ['an empty file', withArrays({}), /has a group "layers", but this one has none; /],
  [
    'a layer at every time step that has no weights',
    withArrays({ ...rnn('simple_rnn'), ...DENSE }, (file) => {
      for (const path of ['', '/layer', '/layer/vars']) file.create_group(`layers/time_distributed${path}`)
    }),
    /has "layers\/time_distributed", of which it does not say what it does; /,
  ],
  [
    'an older model',
    withArrays({ 'model_weights/a': [1] }),
    /has the weights of a whole model, "model_weights", but not the model, "model_config"; /,
  ],
  ['no layer', withArrays(DENSE), /should be of one class, but are of none; /],
  [
    'two classes',
    withArrays({ ...rnn('simple_rnn'), ...rnn('lstm'), ...DENSE }),
    /but are of (?:simple_rnn and lstm|lstm and simple_rnn); /,
  ],
  [
    'layers both ways',
    () => fixture('keras-both-ways.weights.h5'),
    /but has "layers\/bidirectional", of which it does not say what it does; /,
  ],
  [
    'a prototype for a layer',
    withArrays({ ...rnn('constructor'), ...DENSE }),
    /but has "layers\/constructor", of which /,
  ],
  [
    'two read-outs',
    withArrays({ ...rnn('simple_rnn'), ...DENSE, 'layers/dense_1/vars/0': [1] }),
    /one Dense layer, but has 2; /,
  ],
  [
    'numbers that lie in a device',
    () => fixture('keras-device.weights.h5'),
    /is meant as HDF5, but cannot be read as such; /,
  ],
  ['a GRU that resets before', () => fixture('keras-gru-before.weights.h5'), /reset_after=False/],
  [
    'links out of the file',
    () => fixture('keras-links.weights.h5'),
    /should hold 3 arrays, or one less without a bias, but does not; /,
  ],
  [
    'kernels of another class',
    withArrays({ ...rnn('gru'), ...DENSE }),
    /with 3 columns for each row, but it is \[2, 2\]; /,
  ],
  [
    'whole numbers of eight bytes',
    withArrays({ ...rnn('simple_rnn'), 'layers/dense/vars/0': [2, 1] }, (file) =>
      file.create_dataset({ name: 'layers/dense/vars/1', data: new BigInt64Array(1) }),
    ),
    /should hold floating-point numbers, but holds whole numbers of 64 bits; /,
  ],
  [
    'numbers that the file says nothing of',
    withArrays({ ...rnn('simple_rnn'), 'layers/dense/vars/1': [1] }, (file) =>
      file
        .create_dataset({
          name: 'layers/dense/vars/0',
          data: new Float32Array(1),
          shape: [1, 1],
          maxshape: [null, null],
          chunks: [1, 1],
          dtype: '<f',
        })
        .resize([1_000_000, 1_000_000]),
    ),
    /of one or two axes and no more than 1,048,576, but says \[1000000, 1000000\]; /,
  ],
  [
    'metadata that are no JSON',
    withArrays({ ...rnn('simple_rnn'), ...DENSE }, (file) =>
      file.create_dataset({ name: 'unroll', data: Uint8Array.of(1, 2) }),
    ),
    /has damaged metadata: "unroll" should be a JSON object of texts/,
  ],
  [
    'an archive of something else',
    () => zipSync({ a: strToU8('b') }),
    /a \.keras archive holds "config\.json" and /,
  ],
  [
    'a model of no class',
    model(() => '{"config":{}}'),
    /should say of which class its model is, but says nothing; /,
  ],
  [
    'a model without a list of layers',
    model(() => '{"class_name":"Functional","config":{}}'),
    /its model should list layers, but has nothing; /,
  ],
  [
    'a model of other layers',
    model((text) => text.replace('SimpleRNN', 'Attention')),
    /"first" \(Attention\) is none of those that Unroll has; /,
  ],
  [
    'another activation',
    model((text) => text.replace('"relu"', '"selu"')),
    /"first" \(SimpleRNN\) should have the activation tanh or relu, but has "selu"; /,
  ],
  [
    'a model that runs backwards',
    model((text) => text.replace('"go_backwards": false', '"go_backwards": true')),
    /should have go_backwards=False, but has true: /,
  ],
  [
    'a harder sigmoid',
    () => fixture('keras-hard.keras'),
    /should have the recurrent activation sigmoid, but has "hard_sigmoid"; /,
  ],
]

describe('files made to harm', () => {
  it.each(HOSTILE)('%s', async (_, bytes, expected) => {
    const found = await sentence(await bytes())
    expect(found).toMatch(expected)
    expect(found).toSatisfy(isSentence)
  })
})

describe('a library that met damaged files', () => {
  it('has nothing of them left, neither open files nor memory', async () => {
    const whole = fixture('keras-gru.weights.h5')
    const taken = () =>
      withHdf5(({ files, memory }) => ({ open: files.streams.filter(Boolean).length, bytes: memory() }))
    await read(whole)
    const before = await taken()
    let refused = 0
    for (const [at, byte] of whole.entries()) {
      if (byte === 0 || at % 3 > 0) continue
      const damaged = whole.slice()
      damaged[at] = 255 - byte
      if (!(await read(damaged)).ok) refused += 1
    }
    expect(refused).toBeGreaterThan(100)
    expect(await taken()).toEqual(before)
  })

  it('is replaced when one made it take memory that it cannot give back', async () => {
    const whole = fixture('keras-gru.weights.h5')
    const memory = () => withHdf5((hdf5) => hdf5.memory())
    const before = await memory()
    // A local heap (format specification, version 3, III.D) whose data are said to be of 1.4 GB.
    expect(await sentence(splice(whole, 6694, 0, strToU8('gru')))).toMatch(/cannot be read as such; /)
    expect(await memory()).toBe(before)
    expect((await read(whole)).ok).toBe(true)
  })
})
