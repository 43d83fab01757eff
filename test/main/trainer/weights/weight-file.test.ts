import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import type { CellName } from '@contract/settings/run-config'
import { withSettings, writtenSettings } from '@contract/settings/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors/reader'
import {
  checkSavable,
  decodeWeights,
  encodeWeights,
  MAX_WEIGHTS_BYTES,
} from '../../../../main/trainer/weights/weight-file'
import { saying } from '../../../helpers/saying'
import { anyConfig, anySnapshot } from './any-training'
import { arrayOf, bitsOf, CONFIG, fixture, snapshotBits, weightsOf } from './samples'

function decoded(bytes: Uint8Array, fallback = LESSON) {
  const result = decodeWeights(bytes, fallback)
  if (!result.ok) throw new Error(inEnglish(result.error.text))
  return result.value
}

function inFile(bytes: Uint8Array) {
  const file = decodeSafetensors(bytes)
  if (!file.ok) throw new Error(inEnglish(file.error.text))
  return file.value
}

describe('weights that Unroll saved', () => {
  it('are the same to the last bit, with the settings, the counts and the carried state', () => {
    const any = anyConfig.chain((config) =>
      fc.record({ snapshot: anySnapshot(config, true), config: fc.constant(config) }),
    )
    fc.assert(
      fc.property(any, ({ snapshot, config }) => {
        const read = decoded(encodeWeights({ snapshot, config }))
        const { parameters, states, updatesDone, position } = snapshot
        const fresh = freshSnapshot(parameters, trainingOf(config))
        // What the optimiser keeps is no weight: it starts afresh.
        const expected = { ...fresh, states, updatesDone, position }
        expect(snapshotBits(read.snapshot)).toEqual(snapshotBits(expected))
        expect(read.config).toEqual(config)
      }),
      { numRuns: 500 },
    )
  })

  it('bring nothing of the fallback', () => {
    const snapshot = freshSnapshot(weightsOf(), trainingOf(CONFIG))
    expect(decoded(encodeWeights({ snapshot, config: CONFIG }), LESSON).config).toEqual(CONFIG)
  })

  it('hold the parameters alone, under the names of PyTorch, and texts that say how to go on', () => {
    const config = withSettings(CONFIG, { cell: 'lstm', layers: 2, hiddenUnits: 1 })
    const states = [arrayOf([2, 1, 1], -0, 0.1), arrayOf([2, 1, 1], 1.5, -1e-45)]
    const fresh = freshSnapshot(weightsOf({}, networkOf(config)), trainingOf(config))
    const snapshot = { ...fresh, updatesDone: 60, position: 121, states }
    const { tensors, metadata } = inFile(encodeWeights({ snapshot, config }))
    expect(bitsOf(tensors)).toEqual(bitsOf(weightsOf({}, networkOf(config))))
    expect([...tensors].map(([name, { shape }]) => `${name} ${shape}`)).toEqual([
      ...['rnn.weight_ih_l0 4,1', 'rnn.weight_hh_l0 4,1', 'rnn.bias_ih_l0 4', 'rnn.bias_hh_l0 4'],
      ...['rnn.weight_ih_l1 4,1', 'rnn.weight_hh_l1 4,1', 'rnn.bias_ih_l1 4', 'rnn.bias_hh_l1 4'],
      ...['out.weight 1,1', 'out.bias 1'],
    ])
    expect(Object.fromEntries(metadata)).toEqual({
      format: 'pt',
      'unroll.format': '1',
      'unroll.config': JSON.stringify(writtenSettings(config)),
      'unroll.updates': '60',
      'unroll.half_periods': '121',
      'unroll.states': '[[-0,0.10000000149011612],[1.5,-1.401298464324817e-45]]',
    })
  })

  it('of the TensorFlow family have a second bias for PyTorch, which is zero', () => {
    const config = withSettings(CONFIG, { family: 'tensorflow' })
    const snapshot = freshSnapshot(weightsOf({}, networkOf(config)), trainingOf(config))
    expect(snapshot.parameters.has('rnn.bias_hh_l0')).toBe(false)
    const bytes = encodeWeights({ snapshot, config })
    const { tensors } = inFile(bytes)
    expect([...tensors.keys()]).toEqual(describeNetwork(networkOf(CONFIG)).parameters.map(({ name }) => name))
    expect(tensors.get('rnn.bias_hh_l0')).toEqual({ shape: [2], values: new Float32Array(2) })
    expect(bitsOf(decoded(bytes).snapshot.parameters)).toEqual(bitsOf(snapshot.parameters))
  })

  it('are below the size that is read, also of the largest network with the longest states', () => {
    const config = withSettings(LESSON, { cell: 'lstm', layers: 4, hiddenUnits: 512, batch: 64 })
    const fresh = freshSnapshot(weightsOf({}, networkOf(config)), trainingOf(config))
    // As many digits as a float32 can have.
    const states = fresh.states.map(({ shape, values }) => ({ shape, values: values.fill(-1.1754942e-38) }))
    const bytes = encodeWeights({ snapshot: { ...fresh, states }, config })
    expect(bytes.byteLength * 1.5).toBeLessThan(MAX_WEIGHTS_BYTES)
    expect(decoded(bytes).snapshot.states).toEqual(states)
  })
})

describe('weights straight from PyTorch', () => {
  const fallback = withSettings(LESSON, {
    hiddenUnits: 7,
    learningRate: 0.5,
    batch: 2,
    family: 'tensorflow',
  })

  it.each([
    ['torch-rnn', 'rnn-tanh', 1, 32],
    ['torch-gru', 'gru', 1, 2],
    ['torch-lstm', 'lstm', 1, 2],
    ['torch-two-layers', 'rnn-tanh', 2, 2],
  ] as const)(
    '%s: read with the settings at hand and its own network, as of no update',
    (name, cell, layers, hiddenUnits) => {
      const { snapshot, config } = decoded(fixture(`${name}.safetensors`), fallback)
      expect(config).toEqual(withSettings(fallback, { cell, layers, hiddenUnits, family: 'pytorch' }))
      expect(snapshotBits(snapshot)).toEqual(
        snapshotBits(freshSnapshot(snapshot.parameters, trainingOf(config))),
      )
      // What the library drew from seed 1 is what is drawn here, in the order of the network.
      expect(bitsOf(snapshot.parameters)).toEqual(bitsOf(initialWeights({ ...networkOf(config), seed: 1 })))
    },
  )

  it('are of a relu only where the settings at hand say so', () => {
    const cellOf = (name: string, cell: CellName) =>
      decoded(fixture(`${name}.safetensors`), withSettings(LESSON, { cell })).config.network.cell
    expect(cellOf('torch-rnn', 'rnn-relu')).toBe('rnn-relu')
    expect(cellOf('torch-rnn', 'gru')).toBe('rnn-tanh')
    expect(cellOf('torch-gru', 'rnn-relu')).toBe('gru')
  })
})

describe('a snapshot whose numbers are not all finite', () => {
  const finite = freshSnapshot(weightsOf(), trainingOf(CONFIG))

  it('is not worth a file', () => {
    expect(checkSavable(finite)).toEqual({ ok: true })
    const broken = [
      { ...finite, parameters: weightsOf({ 'out.bias': arrayOf([1], Number.NaN) }) },
      { ...finite, states: [...finite.states, arrayOf([1, 1, 2], 0, Number.NEGATIVE_INFINITY)] },
    ]
    for (const snapshot of broken)
      expect(checkSavable(snapshot)).toEqual({
        ok: false,
        error: {
          code: 'run-diverged',
          text: saying(
            'The weights should be finite numbers to be saved, but this run has diverged; lower the learning rate and press Reset.',
          ),
        },
      })
  })
})
