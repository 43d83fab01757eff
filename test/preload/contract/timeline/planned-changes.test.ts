import { editedLog } from '@contract/timeline/planned-changes'
import type { SettingsEvent } from '@contract/timeline/settings-events'
import { describe, expect, it } from 'vitest'

const EVENTS: readonly SettingsEvent[] = [
  { update: 11, before: { learningRate: 0.02 }, after: { learningRate: 0.01 } },
  { update: 21, before: { learningRate: 0.01, clipNorm: 0 }, after: { learningRate: 0.1, clipNorm: 1 } },
  { update: 31, before: { carryState: true }, after: { carryState: false } },
]
const PLANNED = [{ update: 41, after: { clipNorm: 2 } }]

describe('a log with an event off or moved', () => {
  it.each([
    [
      'off',
      21,
      'off',
      20,
      [
        [31, { carryState: false }],
        [41, { clipNorm: 2 }],
      ],
    ],
    [
      'moved on',
      11,
      { movedTo: 25 },
      10,
      [
        [21, { learningRate: 0.1, clipNorm: 1 }],
        [25, { learningRate: 0.01 }],
        [31, { carryState: false }],
        [41, { clipNorm: 2 }],
      ],
    ],
    [
      'moved back',
      31,
      { movedTo: 15 },
      14,
      [
        [15, { carryState: false }],
        [21, { learningRate: 0.1, clipNorm: 1 }],
        [41, { clipNorm: 2 }],
      ],
    ],
    [
      'moved to another, with the last word',
      11,
      { movedTo: 21 },
      10,
      [
        [21, { learningRate: 0.01, clipNorm: 1 }],
        [31, { carryState: false }],
        [41, { clipNorm: 2 }],
      ],
    ],
    ['moved to what is planned', 31, { movedTo: 41 }, 30, [[41, { clipNorm: 2, carryState: false }]]],
  ] as const)('%s', (_, update, edit, from, planned) => {
    const changes = planned.map(([update, after]) => ({ update, after }))
    expect(editedLog(EVENTS, PLANNED, update, edit)).toEqual({ from, planned: changes })
  })

  it('is none where there is no such event, or it would stay', () => {
    expect(editedLog(EVENTS, PLANNED, 12, 'off')).toBeNull()
    expect(editedLog(EVENTS, PLANNED, 41, 'off')).toBeNull()
    expect(editedLog(EVENTS, PLANNED, 21, { movedTo: 21 })).toBeNull()
  })
})
