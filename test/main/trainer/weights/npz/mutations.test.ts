import { LESSON } from '@contract/settings/lesson'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { npzCodec } from '../../../../../main/trainer/weights/npz/codec'
import { tensorCount } from '../../../../helpers/tensor-count'
import { anyDamaged, anyMutation, bytesOfTexts, judge } from '../any-mutation'
import { drawnWeights } from '../drawn-weights'
import { DAMAGED_FILES, TOLD } from '../many-files'
import { fixture } from '../samples'

const read = (bytes: Uint8Array) =>
  npzCodec.decode({ bytes, beside: () => Promise.reject(new Error('an archive is one file')) }, LESSON)

describe(`${TOLD} damaged archives`, () => {
  const whole: Uint8Array[] = [fixture('numpy-gru-deflated.npz'), fixture('numpy-objects.npz')]

  beforeAll(async () => {
    for (const names of ['pytorch', 'keras'] as const) {
      const files = await npzCodec.encode(drawnWeights({ hiddenUnits: 1 }), { name: 'w.npz', names })
      if (files.ok) whole.push(...files.value.map(({ bytes }) => bytes))
    }
    expect(whole.length).toBe(4)
  })

  it('get a verdict, and never an exception', async () => {
    const before = tensorCount()
    const parts = bytesOfTexts(
      'PK\x01\x02',
      'PK\x03\x04',
      '.npy',
      "'<f8'",
      '(3, 1)',
      'True',
      '(',
      '\xff\xff\xff\xff',
      '\0\0',
    )
    const { seen, look } = judge()
    await fc.assert(
      fc.asyncProperty(anyDamaged(whole, anyMutation(parts)), async (bytes) => look(await read(bytes))),
      DAMAGED_FILES,
    )
    // Mutations that miss everything that matters are rare, and those that are told apart many.
    expect(seen.good).toBeGreaterThan(0)
    expect(seen.kinds.size).toBeGreaterThan(10)
    expect(tensorCount()).toEqual(before)
  })
})
