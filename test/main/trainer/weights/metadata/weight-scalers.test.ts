import { suggestedRun } from '@contract/data/made-series'
import { WEIGHT_FORMATS } from '@contract/files/weight-formats'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import { findMade } from '../../../../../main/trainer/data/find-made'
import { openSource } from '../../../../../main/trainer/data/open-source'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../../main/trainer/network/shape/network-of'
import { freshSnapshot, trainingOf } from '../../../../../main/trainer/training/snapshot/fresh-snapshot'
import { CODECS } from '../../../../../main/trainer/weights/codecs'
import { encodeWeightMetadata } from '../../../../../main/trainer/weights/metadata/weight-metadata'
import { decodeScalers, encodeScalers } from '../../../../../main/trainer/weights/metadata/weight-scalers'
import { decodeSafetensors } from '../../../../../main/trainer/weights/safetensors/reader'
import { encodeSafetensors } from '../../../../../main/trainer/weights/safetensors/writer'
import { decodeWeights, encodeWeights } from '../../../../../main/trainer/weights/weight-file'

const config = suggestedRun('nile')
const snapshot = freshSnapshot(initialWeights(networkOf(config)), trainingOf(config))
const source = openSource(config, findMade)
if (!source.ok || !source.value.scalers) throw new Error('the Nile is scaled')
const { scalers } = source.value
const KEY = 'unroll.scaler'

describe('how a series was scaled', () => {
  it('is mean and deviation of the training part, as the statistics of Python have them', () => {
    // Python: statistics.fmean and pstdev of the first 50 values.
    expect(scalers.inputs[0]?.offset).toBeCloseTo(984.32, 9)
    expect(scalers.inputs[0]?.scale).toBeCloseTo(190.7809676042136, 9)
  })

  it.each(WEIGHT_FORMATS.filter((format) => format !== 'onnx' && format !== 'tfjs'))(
    'is kept to the last bit by %s',
    async (format) => {
      const name = `w.${format}`
      const encoded = await CODECS[format].encode({ snapshot, config, scalers }, { name, names: 'pytorch' })
      if (!encoded.ok) throw new Error(inEnglish(encoded.error.text))
      const [first] = encoded.value
      if (!first) throw new Error('a file is missing')
      const beside = () => Promise.reject(new Error('nothing is beside it'))
      const back = await CODECS[format].decode({ bytes: first.bytes, beside }, LESSON)
      expect(back.ok && back.value.scalers).toEqual(scalers)
    },
  )

  it('is not in a file of the lesson, which stays as it was', () => {
    const lesson = freshSnapshot(initialWeights(networkOf(LESSON)), trainingOf(LESSON))
    expect(Object.keys(encodeWeightMetadata(lesson, LESSON))).not.toContain(KEY)
    const bytes = encodeWeights({ snapshot: lesson, config: LESSON })
    const back = decodeWeights(bytes, LESSON)
    expect(back.ok && back.value.scalers).toBeUndefined()
    const told = withScaler(bytes, '{"inputs":[],"targets":[]}')
    const refused = decodeWeights(told, LESSON)
    expect(!refused.ok && inEnglish(refused.error.text)).toContain('is of a series and should not be there')
  })

  it.each([
    'nothing',
    '{}',
    '{"inputs":[],"targets":[]}',
    '{"inputs":[[0,1]],"targets":[]}',
    '{"inputs":[[0,1],[0,1]],"targets":[[0,1]]}',
    '{"inputs":[[0,0]],"targets":[[0,1]]}',
    '{"inputs":[[0,-1]],"targets":[[0,1]]}',
    '{"inputs":[[null,1]],"targets":[[0,1]]}',
    '{"inputs":[[0,1e999]],"targets":[[0,1]]}',
    '{"inputs":[[0,1,2]],"targets":[[0,1]]}',
  ])('is refused where it is none: %s', (text) => {
    expect(decodeScalers(text, { inputs: 1, outputs: 1 })).toBeNull()
    const damaged = decodeWeights(withScaler(encodeWeights({ snapshot, config, scalers }), text), LESSON)
    expect(!damaged.ok && inEnglish(damaged.error.text)).toContain(
      'should be an offset and a scale above 0 for each of 1 input and 1 target, but is',
    )
  })

  it('reads back what it writes', () => {
    const odd = {
      inputs: [
        { offset: -0.1, scale: 5e-324 },
        { offset: 1 / 3, scale: 1e300 },
      ],
      targets: [{ offset: 0, scale: 1 }],
    }
    expect(decodeScalers(encodeScalers(odd), { inputs: 2, outputs: 1 })).toEqual(odd)
  })
})

function withScaler(bytes: Uint8Array, text: string): Uint8Array {
  const file = decodeSafetensors(bytes)
  if (!file.ok) throw new Error(inEnglish(file.error.text))
  return encodeSafetensors(file.value.tensors, {
    ...Object.fromEntries(file.value.metadata),
    [KEY]: text,
  })
}
