import { exportRefusal } from '@contract/files/export-refusal'
import { WEIGHT_FORMATS } from '@contract/files/weight-formats'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'

describe('a run that cannot be exported', () => {
  it('is one that has diverged, but for its table', () => {
    const diverged = { phase: 'diverged', config: LESSON } as const
    for (const format of WEIGHT_FORMATS)
      expect(exportRefusal(format, diverged)).toMatchObject({ code: 'run-diverged' })
    expect(exportRefusal('csv', diverged)).toBeNull()
  })

  it('is a GRU for TensorFlow.js alone', () => {
    const gru = { phase: 'finished', config: withSettings(LESSON, { cell: 'gru' }) } as const
    const refused = WEIGHT_FORMATS.filter((format) => exportRefusal(format, gru) !== null)
    expect(refused).toEqual(['tfjs'])
    for (const cell of ['rnn-tanh', 'rnn-relu', 'lstm'] as const)
      expect(exportRefusal('tfjs', { ...gru, config: withSettings(LESSON, { cell }) })).toBeNull()
  })
})
