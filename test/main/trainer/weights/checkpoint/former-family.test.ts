import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { expect, it } from 'vitest'
import { encodeNote, parseNote } from '../../../../../main/trainer/weights/checkpoint/checkpoint-note'

const SNAPSHOT = { updatesDone: 0, position: 0, slotUpdates: 0, slots: [] }

function noteOf(family: 'pytorch' | 'tensorflow' | 'tensorflow-0.1') {
  const config = withSettings(LESSON, { family, optimizer: 'sgd' })
  return encodeNote({
    ...{ id: 'one', config, origin: { kind: 'seed', seed: 1 }, goal: 60, broke: null },
    ...{ initial: SNAPSHOT, present: SNAPSHOT },
  })
}

it('reads a run of the family of TensorFlow as one with the sums that it was begun with', () => {
  for (const family of ['pytorch', 'tensorflow', 'tensorflow-0.1'] as const)
    expect(parseNote(noteOf(family))?.config.network.family).toBe(family)
  // As it was written before its sums were TensorFlow's own.
  const before = (note: string) => JSON.stringify({ ...JSON.parse(note), arithmetic: undefined })
  expect(parseNote(before(noteOf('tensorflow')))?.config.network.family).toBe('tensorflow-0.1')
  expect(parseNote(before(noteOf('pytorch')))?.config.network.family).toBe('pytorch')
})
