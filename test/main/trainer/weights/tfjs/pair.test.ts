import { createHash } from 'node:crypto'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { drawnWeights } from '../drawn-weights'
import { decode, encoded, unpaired } from './files'

const apart =
  'This file and "model.weights.bin" are not of one export: one of them was replaced alone, or saving both was cut short; export the model again.'

/** Two exports of one name: of the same size where the networks are. */
function twoOf(hiddenUnits: number) {
  const [model, numbers] = encoded(drawnWeights({ cell: 'lstm', hiddenUnits: 3 }))
  const other = drawnWeights({ cell: 'lstm', hiddenUnits })
  const [, others] = encoded({
    ...other,
    snapshot: {
      ...other.snapshot,
      parameters: new Map(
        [...other.snapshot.parameters].map(([name, { shape, values }]) => [
          name,
          { shape, values: values.map((value) => value + 1) },
        ]),
      ),
    },
  })
  return { model, numbers, others }
}

describe('a TensorFlow.js model and its numbers', () => {
  it('name each other: the model has the SHA-256 of the numbers', () => {
    const { model, numbers } = twoOf(3)
    const { userDefinedMetadata } = JSON.parse(new TextDecoder().decode(model.bytes))
    expect(userDefinedMetadata['unroll.weights_sha256']).toBe(
      createHash('sha256').update(numbers.bytes).digest('hex'),
    )
  })

  it.each([
    { what: 'of the same size', hiddenUnits: 3 },
    { what: 'of another size', hiddenUnits: 4 },
  ])('are not read when the numbers are of another export, $what', async ({ hiddenUnits }) => {
    const { model, others } = twoOf(hiddenUnits)
    const read = await decode(model.bytes, { [others.name]: others.bytes })
    expect(read.ok ? '' : inEnglish(read.error.text)).toBe(apart)
  })

  it('are read without it, as other programs write them', async () => {
    const { model, others } = twoOf(3)
    expect((await decode(unpaired(model).bytes, { [others.name]: others.bytes })).ok).toBe(true)
  })

  it('say that the numbers are missing where they are', async () => {
    const read = await decode(twoOf(3).model.bytes, {})
    expect(read.ok ? '' : inEnglish(read.error.text)).toBe(
      '"model.weights.bin" could not be read: it is not there.',
    )
  })
})
