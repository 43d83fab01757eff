import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { kerasCodec } from '../../../../../main/trainer/weights/keras/codec'
import { tensorCount } from '../../../../helpers/tensor-count'
import { anyDamaged, anyMutation, bytesOfTexts, judge } from '../any-mutation'
import { drawnWeights } from '../drawn-weights'
import { bound, DAMAGED_FILES, TOLD } from '../many-files'
import { fixture } from '../samples'
import { FILES } from './models'

const read = (bytes: Uint8Array) =>
  kerasCodec.decode({ bytes, beside: () => Promise.reject(new Error('it is one file')) }, LESSON)

async function sentence(bytes: Uint8Array): Promise<string> {
  const result = await read(bytes)
  return result.ok ? 'it was read' : inEnglish(result.error.text)
}

describe(`${TOLD} damaged files`, () => {
  const whole: Uint8Array[] = [fixture('keras-lstm.weights.h5'), fixture('keras-relu.keras')]

  beforeAll(async () => {
    const files = await kerasCodec.encode(drawnWeights({ hiddenUnits: 1 }), { name: 'w', names: 'pytorch' })
    if (files.ok) whole.push(...files.value.map(({ bytes }) => bytes))
    expect(whole.length).toBe(3)
  })

  it('get a verdict, never an exception, and harm no file after them', async () => {
    const before = tensorCount()
    const parts = bytesOfTexts(
      'TREE',
      'SNOD',
      'HEAP',
      'vars',
      'cell',
      'gru',
      '\xff\xff\xff\xff\xff\xff\xff\xff',
      '\0\0\0\0',
      '\x01',
    )
    const { seen, look } = judge()
    let files = 0
    await fc.assert(
      fc.asyncProperty(anyDamaged(whole, anyMutation(parts)), async (bytes) => {
        look(await read(bytes))
        files += 1
        // A whole file between them: a library that they broke would refuse everything, and this would pass.
        if (files % 1000 === 0)
          expect(await Promise.all(whole.map(sentence))).toEqual(whole.map(() => 'it was read'))
      }),
      DAMAGED_FILES,
    )
    expect(seen.good).toBeGreaterThan(0)
    expect(seen.kinds.size).toBeGreaterThan(bound(8, 10))
    expect(tensorCount()).toEqual(before)
  })
})

describe(`${TOLD} damaged files of older forms`, () => {
  const whole = [
    'keras3/batch-normalization.h5',
    'keras2/functional.h5',
    'keras2/plain-GRU-weights.h5',
    'keras213/plain-LSTM.keras',
  ].map((name) => FILES.get(name) ?? new Uint8Array())

  it('get a verdict, and never an exception', async () => {
    const parts = bytesOfTexts(
      'TREE',
      'GCOL',
      'weight_names',
      'model_config',
      '"units": 3',
      '[]',
      'true',
      '\xff\xff',
    )
    const { seen, look } = judge()
    await fc.assert(
      fc.asyncProperty(anyDamaged(whole, anyMutation(parts)), async (bytes) => look(await read(bytes))),
      DAMAGED_FILES,
    )
    expect(seen.good).toBeGreaterThan(0)
    expect(seen.kinds.size).toBeGreaterThan(bound(5, 8))
    expect(await Promise.all(whole.map(sentence))).toEqual(whole.map(() => 'it was read'))
  })
})
