import { greatestDifference } from '@contract/difference'
import { inEnglish } from '@contract/language/say'

import { LESSON } from '@contract/settings/lesson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { probe } from '../../../../../main/trainer/training/snapshot/probe'
import type { Weights } from '../../../../../main/trainer/weights/named-weights'
import { npzCodec } from '../../../../../main/trainer/weights/npz/codec'
import { anySizes } from '../any-training'
import { drawnWeights, EVERY_NETWORK } from '../drawn-weights'
import { fixture, snapshotBits } from '../samples'

const alone = { beside: () => Promise.reject(new Error('an archive is one file')) }

async function written(weights: Weights, names: 'pytorch' | 'keras'): Promise<Uint8Array> {
  const files = await npzCodec.encode(weights, { name: 'w.npz', names })
  if (!files.ok) throw new Error(inEnglish(files.error.text))
  expect(files.value.map(({ name }) => name)).toEqual(['w.npz'])
  return files.value[0]?.bytes ?? new Uint8Array()
}

async function read(bytes: Uint8Array): Promise<Weights> {
  const weights = await npzCodec.decode({ bytes, ...alone }, LESSON)
  if (!weights.ok) throw new Error(inEnglish(weights.error.text))
  return weights.value
}

/** Weights of a run that has gone some way: counts and states that are not zero. */
function midway(spec: (typeof EVERY_NETWORK)[number]): Weights {
  const { config, snapshot } = drawnWeights({ ...spec, batch: 2 })
  const states = snapshot.states.map(({ shape, values }) => ({
    shape,
    values: values.map((_, i) => Math.fround(Math.sin(i))),
  }))
  return { config, snapshot: { ...snapshot, updatesDone: 7, position: 9, states } }
}

describe.each(EVERY_NETWORK)('an archive of $layers layers of $cell, $family', (spec) => {
  it("is the same to the last bit under PyTorch's names", async () => {
    const weights = midway(spec)
    const back = await read(await written(weights, 'pytorch'))
    expect(back.config).toEqual(weights.config)
    expect(snapshotBits(back.snapshot)).toEqual(snapshotBits(weights.snapshot))
  })

  it("is the same network under Keras's names, and the same to the last bit when it is written again", async () => {
    const weights = midway(spec)
    const back = await read(await written(weights, 'keras'))
    const again = await read(await written(back, 'keras'))
    expect(snapshotBits(again.snapshot)).toEqual(snapshotBits(back.snapshot))
    expect([back.config, back.snapshot.updatesDone]).toEqual([weights.config, 7])
    // A single bias is rounded once where two are rounded twice.
    const difference = greatestDifference(probe(weights.snapshot), probe(back.snapshot))
    expect(difference).toBeLessThan(spec.cell === 'gru' ? 1e-12 : 2e-7)
  })
})

describe('an archive of a network of any sizes', () => {
  it("is the same to the last bit under PyTorch's names, and the same network under Keras's", async () => {
    await fc.assert(
      fc.asyncProperty(anySizes, async (sizes) => {
        const weights = drawnWeights(sizes)
        const [torch, keras] = [
          await read(await written(weights, 'pytorch')),
          await read(await written(weights, 'keras')),
        ]
        expect(snapshotBits(torch.snapshot)).toEqual(snapshotBits(weights.snapshot))
        expect([torch.config, keras.config]).toEqual([weights.config, weights.config])
        expect(keras.snapshot.network).toEqual(weights.snapshot.network)
        expect(greatestDifference(probe(weights.snapshot), probe(keras.snapshot))).toBeLessThan(1e-6)
      }),
      { numRuns: 60 },
    )
  })
})

describe("NumPy's own archives", () => {
  const expected = Float32Array.from(
    JSON.parse(new TextDecoder().decode(fixture('numpy-gru.json'))) as number[],
  )

  it.each(['numpy-gru', 'numpy-gru-deflated', 'numpy-gru-f64-columns', 'numpy-gru-f16'])(
    '%s predicts what PyTorch predicts',
    async (name) => {
      const { config, snapshot } = await read(fixture(`${name}.npz`))
      expect([config.network.cell, config.network.layers, config.network.hiddenUnits]).toEqual(['gru', 2, 3])
      // The probe's first window is the fixture's.
      expect(greatestDifference(expected, probe(snapshot).subarray(0, expected.length))).toBeLessThan(1e-6)
    },
  )
})
