import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import {
  type AttributeMessage,
  encodeSavedModel,
  shapeMessage,
  TAG,
} from '../../../../../main/trainer/graph/native/messages'
import { atOnce, NODES_IN_A_PIECE } from '../../../../../main/trainer/pieces'

/** The part of tfjs-node's own reader of these messages that is used here; made by Google's compiler. */
type Decoded = { readonly toObject: () => unknown }
type Reader = { readonly deserializeBinary: (bytes: Uint8Array) => Decoded }
const { SavedModel } = createRequire(import.meta.url)('@tensorflow/tfjs-node/dist/proto/api_pb.js') as {
  readonly SavedModel: Reader
}

type Fields = Readonly<Record<string, unknown>>

/** Writes one node with these attributes, and reads the graph with the second reader. */
function read(attr: Readonly<Record<string, AttributeMessage>>) {
  const node = { name: 'node', op: 'Op', input: ['a', 'b:1'], attr }
  const bytes = atOnce(encodeSavedModel({ node: [node], library: { function: [] } }))
  const model = SavedModel.deserializeBinary(bytes).toObject() as Fields
  const [meta] = model.metaGraphsList as [Fields]
  const graph = meta.graphDef as Fields
  const [read] = graph.nodeList as [Fields]
  const attributes = Object.fromEntries(read.attrMap as [string, Fields][])
  return { model, meta, graph, node: read, attributes }
}

describe('the messages', () => {
  it('are a SavedModel with one tagged graph', () => {
    const { model, meta, graph, node } = read({})
    expect(model.savedModelSchemaVersion).toBe(1)
    expect(meta.metaInfoDef).toMatchObject({ tagsList: [TAG] })
    expect(graph.versions).toMatchObject({ producer: 1087 })
    expect(node).toMatchObject({ name: 'node', op: 'Op', inputList: ['a', 'b:1'] })
  })

  it.each<[string, AttributeMessage, Fields]>([
    ['a type', { type: 3 }, { type: 3 }],
    ['a whole number', { i: -1 }, { i: -1 }],
    ['a large whole number', { i: 2 ** 40 }, { i: 2 ** 40 }],
    ['a number', { f: 0.25 }, { f: 0.25 }],
    ['a boolean', { b: true }, { b: true }],
    ['a string', { s: new TextEncoder().encode('é') }, { s: Buffer.from('é').toString('base64') }],
    [
      'a shape',
      { shape: shapeMessage([2, 0, 3]) },
      { shape: { dimList: [2, 0, 3].map((size) => ({ size })) } },
    ],
    ['a scalar shape', { shape: shapeMessage([]) }, { shape: { dimList: [] } }],
    ['a list of whole numbers', { list: { i: [1, -2, 300] } }, { list: { iList: [1, -2, 300] } }],
    ['a list of numbers', { list: { f: [0.5, -1] } }, { list: { fList: [0.5, -1] } }],
    ['a list of booleans', { list: { b: [true, false] } }, { list: { bList: [true, false] } }],
    ['a list of types', { list: { type: [1, 3] } }, { list: { typeList: [1, 3] } }],
  ])('write %s', (_, attribute, expected) => {
    expect(read({ name: attribute }).attributes.name).toMatchObject(expected)
  })

  it('write a tensor as it lies in memory', () => {
    const values = new Float32Array([1, -0, Number.NaN])
    const tensorContent = new Uint8Array(values.buffer)
    const { attributes } = read({
      value: { tensor: { dtype: 1, tensorShape: shapeMessage([3]), tensorContent } },
    })
    expect(attributes.value?.tensor).toMatchObject({
      dtype: 1,
      tensorShape: { dimList: [{ size: 3 }] },
      tensorContent: Buffer.from(tensorContent).toString('base64'),
    })
  })

  it('write functions', () => {
    const nodeDef = [{ name: 'node', op: 'Neg', input: ['x'], attr: { T: { type: 1 } } }]
    const signature = { name: 'f', inputArg: [{ name: 'x', type: 1 }], outputArg: [{ name: 'y', type: 3 }] }
    const attr = { _noinline: { b: true } }
    const bytes = atOnce(
      encodeSavedModel({
        node: [],
        library: { function: [{ signature, nodeDef, ret: { y: 'node:y:0' }, attr }] },
      }),
    )
    const model = SavedModel.deserializeBinary(bytes).toObject()
    expect(model).toMatchObject({
      metaGraphsList: [
        {
          graphDef: {
            library: {
              functionList: [
                {
                  signature: {
                    name: 'f',
                    inputArgList: [{ name: 'x', type: 1 }],
                    outputArgList: [{ name: 'y', type: 3 }],
                  },
                  nodeDefList: [{ name: 'node', op: 'Neg', inputList: ['x'] }],
                  retMap: [['y', 'node:y:0']],
                  attrMap: [['_noinline', { b: true }]],
                },
              ],
            },
          },
        },
      ],
    })
  })

  it('write a function of many nodes in pieces, with all of them in their order', () => {
    const names = Array.from({ length: 2 * NODES_IN_A_PIECE + 1 }, (_, i) => `node${i}`)
    const nodeDef = names.map((name) => ({ name, op: 'Neg', input: ['x'], attr: {} }))
    const signature = { name: 'f', inputArg: [], outputArg: [] }
    const pieces = encodeSavedModel({
      node: [],
      library: { function: [{ signature, nodeDef, ret: {}, attr: {} }] },
    })
    let yielded = 0
    let piece = pieces.next()
    for (; !piece.done; piece = pieces.next()) yielded += 1
    expect(yielded).toBe(3)
    expect(SavedModel.deserializeBinary(piece.value).toObject()).toMatchObject({
      metaGraphsList: [
        {
          graphDef: {
            library: {
              functionList: [{ signature: { name: 'f' }, nodeDefList: names.map((name) => ({ name })) }],
            },
          },
        },
      ],
    })
  })
})
