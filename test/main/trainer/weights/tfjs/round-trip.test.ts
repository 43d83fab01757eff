import { greatestDifference } from '@contract/difference'
import { inEnglish } from '@contract/language/say'

import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { probe } from '../../../../../main/trainer/training/snapshot/probe'
import { encodeTfjs } from '../../../../../main/trainer/weights/tfjs/codec'
import { saying } from '../../../../helpers/saying'
import { tensorCount } from '../../../../helpers/tensor-count'
import { anyConfig, anySnapshot } from '../any-training'
import { drawnWeights, EVERY_NETWORK } from '../drawn-weights'
import { arrayOf, snapshotBits } from '../samples'
import { decode, decoded, encoded } from './files'

const NETWORKS = EVERY_NETWORK.filter(({ cell }) => cell !== 'gru')

describe('a TensorFlow.js model that Unroll wrote', () => {
  it.each(NETWORKS)(
    'predicts the same when it is read back, and is the same bits from then on: $cell, $layers layers, $family',
    async (network) => {
      const weights = drawnWeights({ ...network, batch: 2 })
      const before = tensorCount()
      const once = await decoded(encoded(weights))
      const twice = await decoded(encoded(once))
      expect(tensorCount()).toEqual(before)
      expect(greatestDifference(probe(weights.snapshot), probe(once.snapshot))).toBeLessThan(2e-7)
      expect(snapshotBits(twice.snapshot)).toEqual(snapshotBits(once.snapshot))
      expect(once.config).toEqual(weights.config)
      // One bias has nothing to be added to.
      if (network.family === 'tensorflow')
        expect(snapshotBits(once.snapshot)).toEqual(snapshotBits(weights.snapshot))
    },
  )

  it('is whole with any finite numbers, settings and carried state; or there is a sentence', async () => {
    const any = anyConfig
      .filter(({ network: { cell } }) => cell !== 'gru')
      .chain((config) => fc.record({ snapshot: anySnapshot(config, true), config: fc.constant(config) }))
    let refusals = 0
    await fc.assert(
      fc.asyncProperty(any, async (weights) => {
        const files = encodeTfjs(weights, 'a.json')
        if (!files.ok) {
          refusals += 1
          expect(inEnglish(files.error.text)).toBe(
            'This file cannot hold these biases: TensorFlow.js has one where there are two here, and their sum is no finite float32; choose another format.',
          )
          return
        }
        const once = await decoded(encoded(weights))
        const twice = await decoded(encoded(once))
        expect(snapshotBits(twice.snapshot)).toEqual(snapshotBits(once.snapshot))
        expect(once.config).toEqual(weights.config)
        const { updatesDone, position, states } = weights.snapshot
        expect(once.snapshot).toMatchObject({ updatesDone, position, states })
      }),
      { numRuns: 500 },
    )
    expect(refusals).toBeLessThan(250)
  })

  it('is two files: the one that was chosen, which names the other', () => {
    const [model, weights] = encoded(drawnWeights({ cell: 'lstm', layers: 2 }), 'My run.JSON')
    expect([model.name, weights.name]).toEqual(['My run.JSON', 'My run.weights.bin'])
    const text = JSON.parse(new TextDecoder().decode(model.bytes))
    expect(text.weightsManifest[0].paths).toEqual(['My run.weights.bin'])
    const arrays = text.weightsManifest[0].weights.map((each: { name: string; shape: number[] }) => [
      each.name,
      each.shape,
    ])
    expect(arrays).toEqual([
      ['lstm_1/kernel', [1, 12]],
      ['lstm_1/recurrent_kernel', [3, 12]],
      ['lstm_1/bias', [12]],
      ['lstm_2/kernel', [3, 12]],
      ['lstm_2/recurrent_kernel', [3, 12]],
      ['lstm_2/bias', [12]],
      ['out/kernel', [3, 1]],
      ['out/bias', [1]],
    ])
    expect(Object.keys(text.userDefinedMetadata)).toEqual(
      ['format', 'config', 'updates', 'half_periods', 'states', 'weights_sha256'].map(
        (key) => `unroll.${key}`,
      ),
    )
  })

  it('is never of a GRU', () => {
    const message =
      'This file cannot hold a GRU: that of TensorFlow.js applies its reset gate before the recurrent product, which is another function; choose another format.'
    expect(encodeTfjs(drawnWeights({ cell: 'gru' }), 'a.json')).toEqual({
      ok: false,
      error: { code: 'weights-mismatch', text: saying(message) },
    })
  })

  it('is not written where two biases add up to infinity', () => {
    const { snapshot, config } = drawnWeights({ cell: 'rnn-tanh', hiddenUnits: 1 })
    const huge = arrayOf([1], 3e38)
    const parameters = new Map(snapshot.parameters).set('rnn.bias_ih_l0', huge).set('rnn.bias_hh_l0', huge)
    const files = encodeTfjs({ snapshot: { ...snapshot, parameters }, config }, 'a.json')
    expect(files.ok ? '' : inEnglish(files.error.text)).toContain('their sum is no finite float32')
  })
})

describe('a TensorFlow.js model without texts of ours', () => {
  it.each(['rnn-tanh', 'rnn-relu', 'lstm'] as const)(
    'is a %s whatever the settings at hand',
    async (cell) => {
      const [model, weights] = encoded(drawnWeights({ cell, layers: 2, learningRate: 0.5 }))
      const text = JSON.parse(new TextDecoder().decode(model.bytes))
      delete text.userDefinedMetadata
      const bytes = new TextEncoder().encode(JSON.stringify(text))
      for (const fallback of [LESSON, withSettings(LESSON, { cell: 'rnn-relu' })]) {
        const read = await decode(bytes, { [weights.name]: weights.bytes }, fallback)
        if (!read.ok) throw new Error(inEnglish(read.error.text))
        expect(read.value.config).toEqual(withSettings(LESSON, { cell, layers: 2, hiddenUnits: 3 }))
      }
    },
  )
})

describe('a Keras model that the converter of TensorFlow.js wrote', () => {
  /** Its form: the model in `model_config`, an input layer, the name of the cell in those of arrays, numbers in shards. */
  it('is read, its numbers out of several files', async () => {
    const weights = drawnWeights({ cell: 'lstm', layers: 2 })
    const [model, numbers] = encoded(weights)
    const text = JSON.parse(new TextDecoder().decode(model.bytes))
    const { config, class_name } = text.modelTopology
    const { batch_input_shape, ...first } = config.layers[0].config
    config.layers[0].config = { ...first, time_major: false, implementation: 2, unit_forget_bias: true }
    config.layers.unshift({ class_name: 'InputLayer', config: { name: 'input_1', batch_input_shape } })
    const [group] = text.weightsManifest
    for (const array of group.weights)
      array.name = array.name.replace(/^(lstm_\d)/, (layer: string) => `${layer}/lstm_cell`)
    group.paths = ['group1-shard1of2.bin', 'group1-shard2of2.bin']
    const converted = {
      ...{
        format: 'layers-model',
        generatedBy: 'keras v2.15.0',
        convertedBy: 'TensorFlow.js Converter v4.22.0',
      },
      modelTopology: { keras_version: '2.15.0', backend: 'tensorflow', model_config: { class_name, config } },
      weightsManifest: [group],
    }
    const bytes = new TextEncoder().encode(JSON.stringify(converted))
    const [one, two] = [numbers.bytes.slice(0, 101), numbers.bytes.slice(101)]
    const read = await decode(bytes, { 'group1-shard1of2.bin': one, 'group1-shard2of2.bin': two })
    if (!read.ok) throw new Error(inEnglish(read.error.text))
    const expected = await decoded([model, numbers])
    expect(snapshotBits(read.value.snapshot)).toEqual(snapshotBits(expected.snapshot))
  })
})
