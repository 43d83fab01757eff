import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { afterAll, describe, expect, it } from 'vitest'
import { numbersOf, type Tensor, tf } from '../../../../../main/trainer/tensorflow'
import { greatestDifference } from '../../../../helpers/reference'
import { drawnWeights, EVERY_NETWORK } from '../drawn-weights'
import { runWindows, TIME_STEPS, windowOf } from '../windows'
import { decode, decoded, encoded } from './files'

const folder = mkdtempSync(join(tmpdir(), 'unroll-tfjs-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a layers model predicts for one window: batch first, as TensorFlow.js has it. */
function predict(model: { predict: (inputs: Tensor) => Tensor | Tensor[] }, inputs = 1): Float32Array {
  return tf.tidy(() => {
    const window = tf.tensor3d(windowOf(0, 1, inputs), [1, TIME_STEPS, inputs])
    return numbersOf(model.predict(window) as Tensor)
  })
}

describe('tf.loadLayersModel', () => {
  it.each(EVERY_NETWORK.filter(({ cell }) => cell !== 'gru'))(
    'builds the network from the two files: $cell, $layers layers, $family',
    async (network) => {
      const weights = drawnWeights({ ...network, hiddenUnits: 5 })
      const name = `${Object.values(network).join('-')}.json`
      const files = encoded(weights, name)
      for (const file of files) writeFileSync(join(folder, file.name), file.bytes)
      const model = await tf.loadLayersModel(`file://${join(folder, name)}`)
      const [ours] = runWindows(weights.snapshot, 1, 1)
      expect(model.inputs[0]?.shape).toEqual([null, null, network.inputs])
      expect(model.outputs[0]?.shape).toEqual([null, null, network.outputs])
      expect(greatestDifference(predict(model, network.inputs), ours?.predictions ?? [])).toBeLessThan(1e-6)
      expect(model.getUserDefinedMetadata()).toMatchObject({ 'unroll.format': '1' })
      model.dispose()
    },
  )
})

describe('model.save', () => {
  const { layers } = tf
  const recurrent = {
    'rnn-tanh': (first: object) => layers.simpleRNN({ units: 4, returnSequences: true, ...first }),
    'rnn-relu': (first: object) =>
      layers.simpleRNN({ units: 4, activation: 'relu', returnSequences: true, ...first }),
    lstm: (first: object) =>
      layers.lstm({ units: 4, recurrentActivation: 'sigmoid', returnSequences: true, ...first }),
  }

  it.each([
    ['rnn-tanh', false],
    ['rnn-relu', true],
    ['lstm', false],
    ['lstm', true],
  ] as const)('writes what is read here: %s, time-distributed read-out: %s', async (cell, distributed) => {
    const model = tf.sequential()
    model.add(recurrent[cell]({ inputShape: [null, 1], biasInitializer: 'randomNormal' }))
    model.add(recurrent[cell]({ biasInitializer: 'randomNormal' }))
    const dense = layers.dense({ units: 1, biasInitializer: 'randomNormal' })
    model.add(distributed ? layers.timeDistributed({ layer: dense }) : dense)
    const path = join(folder, `${cell}-${distributed}`)
    await model.save(`file://${path}`)
    const [json, bin] = ['model.json', 'weights.bin'].map(
      (name) => new Uint8Array(readFileSync(join(path, name))),
    )
    const read = await decode(json as Uint8Array, { 'weights.bin': bin as Uint8Array })
    if (!read.ok) throw new Error(inEnglish(read.error.text))
    expect(read.value.config.network).toMatchObject({ cell, layers: 2, hiddenUnits: 4 })
    const [ours] = runWindows(read.value.snapshot, 1, 1)
    expect(greatestDifference(predict(model), ours?.predictions ?? [])).toBeLessThan(1e-6)
    model.dispose()
  })

  it('of a model that we wrote gives the same bits again', async () => {
    const files = encoded(await decoded(encoded(drawnWeights({ cell: 'lstm', layers: 2 }))), 'again.json')
    for (const file of files) writeFileSync(join(folder, file.name), file.bytes)
    const model = await tf.loadLayersModel(`file://${join(folder, 'again.json')}`)
    await model.save(`file://${join(folder, 'again')}`)
    expect(new Uint8Array(readFileSync(join(folder, 'again', 'weights.bin')))).toEqual(files[1].bytes)
    model.dispose()
  })
})
