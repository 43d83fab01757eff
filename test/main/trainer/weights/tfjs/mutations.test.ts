import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tensorCount } from '../../../../helpers/tensor-count'
import { anyDamaged, anyMutation, isSentence, judge } from '../any-mutation'
import { drawnWeights } from '../drawn-weights'
import { bound, DAMAGED_FILES, inProportion, TOLD } from '../many-files'
import { decode, encoded, unpaired } from './files'
import { HOSTILE_MODELS } from './hostile-models'

const texts = (...parts: string[]) => parts.map((part) => new TextEncoder().encode(part))

const [model, weights] = encoded(drawnWeights({ cell: 'rnn-relu', hiddenUnits: 1 }))
const [deep, deepWeights] = encoded(drawnWeights({ cell: 'lstm', layers: 2, hiddenUnits: 1 }), 'deep.json')
const FOLDER = { [weights.name]: weights.bytes, [deepWeights.name]: deepWeights.bytes }
const HOSTILE = HOSTILE_MODELS.map(({ bytes }) => bytes).filter(({ byteLength }) => byteLength < 10_000)

/** Texts that mean something to the reader. */
const PARTS = texts(
  ...['{', '}', '[', ']', ',', ':', '"', '\\', '-', '0', '1', '2', '1e999', 'null', 'true', 'false', '\0'],
  ...['"units":2', '"units":1e400', '"LSTM"', '"GRU"', '"SimpleRNN"', '"Dense"', '"InputLayer"'],
  ...['"TimeDistributed"', '"__proto__":', '"constructor"', '"paths":[]', '"../a"', '"float16"'],
  ...['"quantization":{},', '"model_config":', '"unroll.config":', 'kernel', 'recurrent_', '_2', 'relu'],
)

/** The end of what a folder says that has no such file. */
const NOT_THERE = '" could not be read: it is not there.'

const isAnswer = (message: string) => isSentence(message) || message.endsWith(NOT_THERE)

describe(`${TOLD} damaged models`, () => {
  it('get a verdict, and never an exception', async () => {
    const before = tensorCount()
    const { seen, look } = judge(isAnswer)
    const mutation = anyMutation(PARTS)
    const any = fc.oneof(anyDamaged([model.bytes, deep.bytes], mutation), anyDamaged(HOSTILE, mutation))
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => look(await decode(bytes, FOLDER))),
      DAMAGED_FILES,
    )
    // The damage is neither harmless nor all stopped by the first check.
    expect(seen.good).toBeGreaterThan(inProportion(1000))
    expect(seen.kinds.size).toBeGreaterThan(bound(35, 60))
    expect(tensorCount()).toEqual(before)
  })
})

describe(`${TOLD} damaged weights files`, () => {
  it('are read where they have the right bytes, and get a sentence where not', async () => {
    const { seen, look } = judge(isAnswer)
    const numbers = [new Uint8Array(4), Uint8Array.of(0, 0, 0xc0, 0x7f), Uint8Array.of(0, 0, 0x80, 0xff)]
    const any = anyDamaged([deepWeights.bytes], anyMutation(numbers))
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        const result = await decode(unpaired(deep).bytes, { [deepWeights.name]: bytes })
        look(result)
        const finite = bytes.byteLength === deepWeights.bytes.byteLength && allFinite(bytes)
        if (result.ok !== finite) throw new Error(finite ? 'refused' : 'read')
      }),
      DAMAGED_FILES,
    )
    expect(seen.good).toBeGreaterThan(inProportion(10_000))
    expect(seen.kinds.size).toBeGreaterThan(3)
  })
})

function allFinite(bytes: Uint8Array): boolean {
  return new Float32Array(bytes.slice().buffer).every(Number.isFinite)
}
