import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { decodeWeights, encodeWeights } from '../../../../main/trainer/weights/weight-file'
import { decodeWhole, encodeWhole } from './checkpoint/whole-checkpoint'
import { fixture } from './samples'

/** What version 0.1.0 was told before it wrote the files: three updates of these settings. */
const SETTINGS = withSettings(LESSON, {
  ...{ cell: 'gru', hiddenUnits: 2, layers: 2, batch: 2, seed: 7, optimizer: 'rmsprop', updates: 5 },
  ...{ readout: 'batched', span: 'random', endpoint: false, shown: 'after-update' },
  ...{ clipNorm: 0.5, learningRate: 0.005 },
})

describe('files of version 0.1.0', () => {
  it('bring weights with all settings, and are the same bytes when they are written again', () => {
    const bytes = fixture('../released/unroll-0.1.0.safetensors')
    const read = decodeWeights(bytes, LESSON)
    if (!read.ok) throw new Error(inEnglish(read.error.text))
    expect(read.value.config).toEqual(SETTINGS)
    expect(read.value.snapshot).toMatchObject({ updatesDone: 3, position: 6 })
    expect(Buffer.from(encodeWeights(read.value)).equals(bytes)).toBe(true)
  })

  it('bring a checkpoint with all settings, and are the same bytes when it is taken again', () => {
    const bytes = fixture('../released/unroll-0.1.0.checkpoint')
    const read = decodeWhole(bytes)
    if (!read.ok) throw new Error(inEnglish(read.error.text))
    expect(read.value).toMatchObject({ config: SETTINGS, goal: 5, origin: { kind: 'seed', seed: 7 } })
    expect(read.value.present.updatesDone).toBe(3)
    expect(Buffer.from(encodeWhole(read.value)).equals(bytes)).toBe(true)
  })
})
