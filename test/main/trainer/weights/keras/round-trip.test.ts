import { greatestDifference } from '@contract/difference'
import { inEnglish } from '@contract/language/say'

import { LESSON } from '@contract/settings/lesson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { probe } from '../../../../../main/trainer/training/snapshot/probe'
import { kerasCodec } from '../../../../../main/trainer/weights/keras/codec'
import type { Weights } from '../../../../../main/trainer/weights/named-weights'
import { anySizes } from '../any-training'
import { drawnWeights, EVERY_NETWORK } from '../drawn-weights'
import { fixture, snapshotBits } from '../samples'

const alone = { beside: () => Promise.reject(new Error('it is one file')) }

async function written(weights: Weights): Promise<Uint8Array> {
  const files = await kerasCodec.encode(weights, { name: 'w.weights.h5', names: 'pytorch' })
  if (!files.ok) throw new Error(inEnglish(files.error.text))
  expect(files.value.map(({ name }) => name)).toEqual(['w.weights.h5'])
  return files.value[0]?.bytes ?? new Uint8Array()
}

async function read(bytes: Uint8Array): Promise<Weights> {
  const weights = await kerasCodec.decode({ bytes, ...alone }, LESSON)
  if (!weights.ok) throw new Error(inEnglish(weights.error.text))
  return weights.value
}

describe.each(EVERY_NETWORK)('Keras weights of $layers layers of $cell, $family', (spec) => {
  it('are the same network, and the same to the last bit when they are written again', async () => {
    const { config, snapshot } = drawnWeights({ ...spec, batch: 2 })
    const states = snapshot.states.map(({ shape, values }) => ({
      shape,
      values: values.map((_, i) => Math.fround(Math.sin(i))),
    }))
    const weights = { config, snapshot: { ...snapshot, updatesDone: 7, position: 9, states } }
    const back = await read(await written(weights))
    const again = await read(await written(back))
    expect(snapshotBits(again.snapshot)).toEqual(snapshotBits(back.snapshot))
    expect([back.config, back.snapshot.updatesDone, back.snapshot.position]).toEqual([config, 7, 9])
    expect(back.snapshot.states).toEqual(states)
    if (spec.cell === 'gru') expect(snapshotBits(back.snapshot)).toEqual(snapshotBits(weights.snapshot))
    // A single bias is rounded once where two are rounded twice.
    expect(greatestDifference(probe(snapshot), probe(back.snapshot))).toBeLessThan(2e-7)
  })
})

describe('Keras weights of any sizes', () => {
  it('are the same network, and the same to the last bit when they are written again', async () => {
    await fc.assert(
      fc.asyncProperty(anySizes, async (sizes) => {
        const { config, snapshot } = drawnWeights(sizes)
        const back = await read(await written({ config, snapshot }))
        expect(back.config).toEqual(config)
        expect(back.snapshot.network).toEqual(snapshot.network)
        expect(greatestDifference(probe(snapshot), probe(back.snapshot))).toBeLessThan(1e-6)
        expect(snapshotBits((await read(await written(back))).snapshot)).toEqual(snapshotBits(back.snapshot))
      }),
      { numRuns: 40 },
    )
  })
})

describe('the largest states', () => {
  it('have room', async () => {
    const weights = drawnWeights({ cell: 'lstm', layers: 4, hiddenUnits: 64, batch: 64 })
    const back = await read(await written(weights))
    expect(back.snapshot.states).toEqual(weights.snapshot.states)
  })
})

describe("Keras's own files", () => {
  const expected = JSON.parse(new TextDecoder().decode(fixture('keras.json'))) as Record<string, number[]>

  it.each([
    ['keras-gru.weights.h5', 'gru', 2],
    ['keras-lstm.weights.h5', 'lstm', 1],
    ['keras-relu.keras', 'rnn-relu', 1],
  ])('%s predicts what Keras predicts', async (name, cell, layers) => {
    const { config, snapshot } = await read(fixture(name))
    expect([
      config.network.cell,
      config.network.layers,
      config.network.hiddenUnits,
      snapshot.updatesDone,
    ]).toEqual([cell, layers, 3, 0])
    // The probe's first window is the fixture's.
    const theirs = expected[name] ?? []
    expect(greatestDifference(theirs, probe(snapshot).subarray(0, theirs.length))).toBeLessThan(1e-6)
    expect(theirs.length).toBeGreaterThan(0)
  })
})
