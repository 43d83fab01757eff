import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { readModel } from '../../../../../main/trainer/weights/keras/model/read-model'
import { isSentence } from '../any-mutation'

type Json = Readonly<Record<string, unknown>>

const input: Json = { class_name: 'InputLayer', config: { name: 'in', batch_shape: [null, null, 1] } }
const lstm = (name: string, more: Json = {}): Json => ({
  class_name: 'LSTM',
  config: {
    name,
    units: 2,
    activation: 'tanh',
    recurrent_activation: 'sigmoid',
    return_sequences: true,
    ...more,
  },
})
const dense: Json = { class_name: 'Dense', config: { name: 'out', units: 1 } }
const sequential = (...layers: readonly unknown[]): Json => ({ class_name: 'Sequential', config: { layers } })

/** A layer as a Functional model of Keras 2 lists it. */
const called = (layer: Json, ...inbound: readonly unknown[]): Json => ({ ...layer, inbound_nodes: inbound })
const on = (name: string, ...more: readonly unknown[]) => [[name, 0, 0, ...more]]
function functional(
  layers: readonly Json[],
  from: unknown = ['in', 0, 0],
  to: unknown = ['out', 0, 0],
): Json {
  return { class_name: 'Functional', config: { layers, input_layers: [from], output_layers: [to] } }
}

function sentence(model: unknown): string {
  const plan = readModel(model)
  if (plan.ok) return 'it was read'
  expect(inEnglish(plan.error.text)).toSatisfy(isSentence)
  return inEnglish(plan.error.text)
}

/** A value in so many lists. */
function nested(depth: number, value: unknown): unknown {
  return depth === 0 ? value : [nested(depth - 1, value)]
}

/** A model in so many others. */
function inModels(depth: number): Json {
  let model = sequential(lstm('a'), dense)
  for (let i = 0; i < depth; i++) {
    const { layers } = model.config as Json
    model = sequential({ class_name: 'Sequential', config: { name: `m${i}`, layers } })
  }
  return model
}

describe('the model in a file', () => {
  it('is the arrays that its layers have, from the input up', () => {
    const plan = readModel(sequential(input, lstm('a'), lstm('b'), dense))
    if (!plan.ok) throw new Error(inEnglish(plan.error.text))
    const { cell, hiddenUnits, steps, notes } = plan.value
    expect([cell, hiddenUnits, notes]).toEqual(['lstm', 2, []])
    expect(
      steps.flatMap(({ arrays }) => arrays.map(({ variable, shape }) => `${variable} ${shape}`)),
    ).toEqual([
      ...['kernel 1,8', 'recurrent_kernel 2,8', 'bias 8'],
      ...['kernel 2,8', 'recurrent_kernel 2,8', 'bias 8'],
      ...['kernel 2,1', 'bias 1'],
    ])
  })

  it('is read as Keras 1 listed it, without a name and a list of its own', () => {
    expect(sentence({ class_name: 'Sequential', config: [lstm('a'), dense] })).toBe('it was read')
  })

  it('goes by how layers are called, not by how they are listed', () => {
    const layers = [
      called(dense, on('b')),
      called(input),
      called(lstm('b'), on('a')),
      called(lstm('a'), on('in')),
    ]
    const plan = readModel(functional(layers))
    if (!plan.ok) throw new Error(inEnglish(plan.error.text))
    expect(plan.value.steps.map(({ place }) => place.name)).toEqual(['a', 'b', 'out'])
  })

  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /should say of which class its model is, but says nothing; /],
    ['a number', 7, /should say of which class its model is, but says nothing; /],
    ['a layer', lstm('a'), /is a model of a class of somebody's own, "LSTM": /],
    [
      'layers that lead to themselves',
      functional([called(input), called(dense, on('out'))]),
      /do not at "out"; /,
    ],
    ['a layer that is not listed', functional([called(input), called(dense, on('a'))]), /do not at "a"; /],
    [
      'an output that does not come from the input',
      functional([
        called(input),
        called({ ...input, config: { name: 'other' } }),
        called(dense, on('other')),
      ]),
      /should come from its input, but comes from "other"; /,
    ],
    [
      'a call that is none',
      functional([called(input), called(dense, 7)]),
      /should say what it is called with, but does not; /,
    ],
    [
      'a mask',
      functional([called(input), called(dense, on('in', { mask: ['in', 0, 0] }))]),
      /"out" \(Dense\) should be called with the output of the layer before it alone, but is with "mask"; /,
    ],
    [
      'a call with many things',
      functional([
        called(input),
        called(dense, on('in', Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`a${i}`, 1])))),
      ]),
      /but is with "a0"; /,
    ],
    [
      'outputs in many lists',
      functional([called(input), called(dense, on('in'))], ['in', 0, 0], nested(5000, ['out', 0, 0])),
      /should have 1 output, but has none; /,
    ],
    ['models in many models', inModels(200), /but has many more; /],
    [
      'thousands of layers',
      sequential(...Array.from({ length: 5000 }, (_, i) => lstm(`a${i}`))),
      /but has many more; /,
    ],
    [
      'thousands of cells',
      sequential({
        class_name: 'RNN',
        config: {
          name: 'a',
          return_sequences: true,
          cell: {
            class_name: 'StackedRNNCells',
            config: { cells: Array(300_000).fill({ class_name: 'LSTMCell' }) },
          },
        },
      }),
      /from 1 to 4 cells, but has 300,000; /,
    ],
    [
      'an input in between',
      sequential(lstm('a'), input, dense),
      /"in" \(InputLayer\) should be the first, but is number 2; /,
    ],
    [
      'a class with a line in it',
      sequential(lstm('a'), { ...dense, class_name: 'De\nnse' }),
      /"out" \("De\\nnse"\) is none of those/,
    ],
    [
      'a package of its own',
      sequential({ ...lstm('a'), class_name: 'Custom>LSTM' }, dense),
      /is of a class of somebody's own/,
    ],
    [
      'a module of its own',
      sequential({ ...lstm('a'), module: 'mine' }, dense),
      /is of a class of somebody's own/,
    ],
    [
      'another name to find it by',
      sequential({ ...lstm('a'), registered_name: 'mine>LSTM' }, dense),
      /is of a class of somebody's own/,
    ],
    [
      'time steps first',
      sequential(lstm('a', { time_major: true }), dense),
      /should have time_major=False, but has true; /,
    ],
    [
      'a function of its own',
      sequential(
        lstm('a', { activation: { class_name: 'function', module: 'mine', config: 'tanh' } }),
        dense,
      ),
      /the activation tanh, but has an object; /,
    ],
    [
      'a mean over an axis of its own',
      sequential(lstm('a'), { class_name: 'BatchNormalization', config: { name: 'b', axis: 1 } }, dense),
      /\(BatchNormalization\) is none of those/,
    ],
    [
      '33 inputs',
      sequential({ ...input, config: { name: 'in', batch_shape: [null, 5, 33] } }, lstm('a'), dense),
      /its input should be \[batch, time steps, inputs\] with from 1 to 32 inputs, but is \[null, 5, 33\]; /,
    ],
  ])('is refused for %s', (_, model, expected) => {
    expect(sentence(model)).toMatch(expected)
  })
})
