import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshSnapshot, trainingOf } from '../../../../../main/trainer/training/snapshot/fresh-snapshot'
import { PRODUCER_VERSION } from '../../../../../main/trainer/weights/base/producer'
import { decodeOnnx, encodeOnnx, onnxCodec } from '../../../../../main/trainer/weights/onnx/codec'
import { modelType } from '../../../../../main/trainer/weights/onnx/schema'
import { anyConfig, anySnapshot } from '../any-training'
import { drawnWeights, EVERY_NETWORK } from '../drawn-weights'
import { snapshotBits } from '../samples'

function decoded(bytes: Uint8Array) {
  const result = decodeOnnx(bytes, LESSON)
  if (!result.ok) throw new Error(inEnglish(result.error.text))
  return result.value
}

describe('an ONNX model that Unroll wrote', () => {
  it.each(EVERY_NETWORK)('reads back to the last bit: $cell, $layers layers, $family', (network) => {
    const weights = drawnWeights({ ...network, batch: 2 })
    const { snapshot, config } = decoded(encodeOnnx(weights))
    expect(snapshotBits(snapshot)).toEqual(snapshotBits(weights.snapshot))
    expect(config).toEqual(weights.config)
  })

  it('does so with any finite numbers, settings and carried state', () => {
    const any = anyConfig.chain((config) =>
      fc.record({ snapshot: anySnapshot(config, true), config: fc.constant(config) }),
    )
    fc.assert(
      fc.property(any, ({ snapshot, config }) => {
        const read = decoded(encodeOnnx({ snapshot, config }))
        const { parameters, states, updatesDone, position } = snapshot
        const expected = {
          ...freshSnapshot(parameters, trainingOf(config)),
          states,
          updatesDone,
          position,
        }
        expect(snapshotBits(read.snapshot)).toEqual(snapshotBits(expected))
        expect(read.config).toEqual(config)
      }),
      { numRuns: 500 },
    )
  })

  it('is one file under the name that was chosen', async () => {
    const weights = drawnWeights({ cell: 'gru' })
    const encoded = await onnxCodec.encode(weights, { name: 'a.onnx', names: 'keras' })
    expect(encoded).toEqual({ ok: true, value: [{ name: 'a.onnx', bytes: encodeOnnx(weights) }] })
  })

  it('says what it is: names, shapes, settings and who wrote it', () => {
    const model = modelType.toObject(
      modelType.decode(encodeOnnx(drawnWeights({ cell: 'lstm', layers: 2 }))),
      {
        longs: Number,
      },
    )
    expect(model).toMatchObject({ irVersion: 8, producerName: 'Unroll', opsetImport: [{ version: 17 }] })
    const texts = model.metadataProps.map(({ key }: { key: string }) => key)
    expect(texts).toEqual(
      ['format', 'config', 'updates', 'half_periods', 'states'].map((key) => `unroll.${key}`),
    )
    type Value = { name: string; type: { tensorType: { shape: { dim: object[] } } } }
    const shaped = (values: Value[]) =>
      values.map(({ name, type }) => [name, type.tensorType.shape.dim.flatMap(Object.values)])
    const curve = ['time_steps', 'batch', 1]
    const state = [2, 'batch', 3]
    expect(shaped(model.graph.input)).toEqual([
      ['X', curve],
      ['h', state],
      ['c', state],
    ])
    expect(shaped(model.graph.output)).toEqual([
      ['predictions', curve],
      ['h_after', state],
      ['c_after', state],
    ])
    const arrays = model.graph.initializer.map(({ name, dims }: { name: string; dims: number[] }) => [
      name,
      dims,
    ])
    expect(arrays).toEqual([
      ['rnn.W_l0', [1, 12, 1]],
      ['rnn.R_l0', [1, 12, 3]],
      ['rnn.B_l0', [1, 24]],
      ['rnn.W_l1', [1, 12, 3]],
      ['rnn.R_l1', [1, 12, 3]],
      ['rnn.B_l1', [1, 24]],
      ['out.W', [3, 1]],
      ['out.B', [1]],
      ['direction_axis', [1]],
    ])
  })

  it('takes and gives as many numbers at each time step as the network has', () => {
    const { graph } = modelType.toObject(
      modelType.decode(encodeOnnx(drawnWeights({ cell: 'gru', inputs: 3, outputs: 2 }))),
      { longs: Number },
    )
    const shapeOf = ([value]: { type: { tensorType: { shape: { dim: object[] } } } }[]) =>
      value?.type.tensorType.shape.dim.flatMap(Object.values)
    expect(shapeOf(graph.input)).toEqual(['time_steps', 'batch', 3])
    expect(shapeOf(graph.output)).toEqual(['time_steps', 'batch', 2])
    expect(graph.input[0].docString).toMatch(/^One window of the series, at each time step all inputs\. /)
  })

  it('explains itself and what goes in and out in both languages, as nobody knows who opens it', () => {
    const { docString, graph } = modelType.toObject(
      modelType.decode(encodeOnnx(drawnWeights({ cell: 'lstm', layers: 2 }))),
    )
    const docs = [docString, ...[...graph.input, ...graph.output].map((value) => value.docString)]
    expect(docs).toHaveLength(7)
    for (const doc of docs) expect(doc).toMatch(/^[\w ,.;-]+\. [^a-z.]*[\p{Script=Han}][^.]*。$/u)
  })

  it('bears the version of the app', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../../../../package.json'), 'utf8')
    expect(JSON.parse(text).version).toBe(PRODUCER_VERSION)
  })
})
