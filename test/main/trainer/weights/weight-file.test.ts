import { LESSON } from '@contract/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { freshSnapshot } from '../../../../main/trainer/training/fresh-snapshot'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors-reader'
import {
  checkSavable,
  decodeWeights,
  encodeWeights,
  MAX_WEIGHTS_BYTES,
} from '../../../../main/trainer/weights/weight-file'
import { anyConfig, anySnapshot, arrayOf, bitsOf, CONFIG, fixture, snapshotBits, weightsOf } from './samples'

function decoded(bytes: Uint8Array, fallback = LESSON) {
  const result = decodeWeights(bytes, fallback)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('weights that Unroll saved', () => {
  it('are the same to the last bit, with the settings, the updates and the carried state', () => {
    const any = fc
      .integer({ min: 1, max: 6 })
      .chain((units) => fc.record({ snapshot: anySnapshot(units, true), config: anyConfig(units) }))
    fc.assert(
      fc.property(any, ({ snapshot, config }) => {
        const read = decoded(encodeWeights({ snapshot, config }))
        const { parameters, hidden, updatesDone } = snapshot
        const fresh = freshSnapshot(parameters, config.hiddenUnits)
        // The moments are not weights: they start afresh.
        expect(snapshotBits(read.snapshot)).toEqual(snapshotBits({ ...fresh, hidden, updatesDone }))
        expect(read.config).toEqual(config)
      }),
      { numRuns: 500 },
    )
  })

  it('bring nothing of the fallback', () => {
    const snapshot = freshSnapshot(weightsOf(), 2)
    expect(decoded(encodeWeights({ snapshot, config: CONFIG }), LESSON).config).toEqual(CONFIG)
  })

  it('hold the parameters alone, under the names of PyTorch, and texts that say how to go on', () => {
    const fresh = freshSnapshot(weightsOf(), 2)
    const snapshot = { ...fresh, updatesDone: 60, hidden: arrayOf([1, 1, 2], -0, 0.1) }
    const file = decodeSafetensors(encodeWeights({ snapshot, config: CONFIG }))
    const { tensors, metadata } = file.ok ? file.value : { tensors: new Map(), metadata: new Map() }
    expect(bitsOf(tensors)).toEqual(bitsOf(weightsOf()))
    expect(Object.fromEntries(metadata)).toEqual({
      format: 'pt',
      'unroll.format': '1',
      'unroll.config':
        '{"learningRate":0.015625,"updates":60,"points":10,"hiddenUnits":2,"seed":4294967295,"carryState":true}',
      'unroll.updates': '60',
      'unroll.hidden_state': '[-0,0.10000000149011612]',
    })
  })

  it('are far below the size that is read, also of the largest network', () => {
    const snapshot = freshSnapshot(initialWeights({ hiddenUnits: 512, seed: 1 }), 512)
    const bytes = encodeWeights({ snapshot, config: { ...LESSON, hiddenUnits: 512 } })
    expect(bytes.byteLength * 10).toBeLessThan(MAX_WEIGHTS_BYTES)
    expect(decoded(bytes).config.hiddenUnits).toBe(512)
  })
})

describe('weights straight from PyTorch', () => {
  it('are read with the settings at hand and the size of the file, as of no update', () => {
    const fallback = { ...LESSON, hiddenUnits: 7, learningRate: 0.5 }
    const { snapshot, config } = decoded(fixture('torch-rnn.safetensors'), fallback)
    expect(config).toEqual({ ...fallback, hiddenUnits: 32 })
    expect(snapshotBits(snapshot)).toEqual(snapshotBits(freshSnapshot(snapshot.parameters, 32)))
  })

  it('are those that the seed draws here, in the order of the network', () => {
    const { snapshot } = decoded(fixture('torch-rnn.safetensors'))
    expect(bitsOf(snapshot.parameters)).toEqual(bitsOf(initialWeights({ hiddenUnits: 32, seed: 1 })))
  })
})

describe('a snapshot whose numbers are not all finite', () => {
  const finite = freshSnapshot(weightsOf(), 2)

  it('is not worth a file', () => {
    expect(checkSavable(finite)).toEqual({ ok: true })
    const broken = [
      { ...finite, parameters: weightsOf({ 'out.bias': arrayOf([1], Number.NaN) }) },
      { ...finite, hidden: arrayOf([1, 1, 2], 0, Number.NEGATIVE_INFINITY) },
    ]
    for (const snapshot of broken)
      expect(checkSavable(snapshot)).toEqual({
        ok: false,
        error: {
          code: 'run-diverged',
          message:
            'The weights should be finite numbers to be saved, but this run has diverged; lower the learning rate and press Reset.',
        },
      })
  })
})
