import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { configAt, eventsUpTo, type SettingsEvent, withChange } from '@contract/timeline/settings-events'
import { describe, expect, it } from 'vitest'

/** A run whose settings were changed before these updates, and its log. */
function changed(changes: readonly (readonly [update: number, Parameters<typeof withSettings>[1]])[]) {
  let config = LESSON
  let events: readonly SettingsEvent[] = []
  for (const [update, change] of changes) {
    const next = withSettings(config, change)
    events = withChange(events, update, config, next)
    config = next
  }
  return { config, events }
}

describe('the log of changes', () => {
  const { config, events } = changed([
    [11, { learningRate: 0.01 }],
    [21, { learningRate: 0.1, carryState: false }],
    [21, { clipNorm: 1 }],
    [31, { learningRate: 0.01 }],
  ])

  it('tells the settings of every update, however they were changed later', () => {
    const seen = [1, 10, 11, 20, 21, 30, 31, 99].map((update) => configAt(events, config, update).training)
    expect(seen.map(({ learningRate }) => learningRate)).toEqual([
      0.02, 0.02, 0.01, 0.01, 0.1, 0.1, 0.01, 0.01,
    ])
    expect(seen.map(({ carryState }) => carryState)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(seen.map(({ clipNorm }) => clipNorm)).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
  })

  it('has one entry for what was changed between two updates, with the values before and after', () => {
    expect(events.map(({ update }) => update)).toEqual([11, 21, 31])
    expect(events[1]).toEqual({
      update: 21,
      before: { learningRate: 0.01, carryState: true, clipNorm: 0 },
      after: { learningRate: 0.1, carryState: false, clipNorm: 1 },
    })
  })

  it('has none for what was put back before an update was made with it', () => {
    const tried = changed([
      [5, { learningRate: 0.5 }],
      [5, { learningRate: 0.02 }],
    ])
    expect(tried.events).toEqual([])
  })

  it('has none for how far a run goes and how patient it is, which change no number', () => {
    expect(changed([[5, { updates: 500, patience: 20 }]]).events).toEqual([])
  })

  it('of an earlier moment has what had taken effect by then', () => {
    expect(eventsUpTo(events, 20).map(({ update }) => update)).toEqual([11])
    expect(eventsUpTo(events, 21).map(({ update }) => update)).toEqual([11, 21])
  })
})
