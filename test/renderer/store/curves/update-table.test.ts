import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { createHistory } from '../../../../renderer/store/curves/history'
import { tableOf } from '../../../../renderer/store/curves/update-table'
import { fakeBatch } from '../../helpers/fake-batch'

describe('the table of the updates', () => {
  it('is all that was appended, whatever the lengths of the windows', () => {
    const history = createHistory()
    const config = withSettings(LESSON, { span: 'random' })
    history.append(fakeBatch(4, 3, { config }))
    history.append(fakeBatch(7, 2, { config: withSettings(config, { points: 3 }) }))
    const [first, second] = [
      fakeBatch(4, 3, { config }),
      fakeBatch(7, 2, { config: withSettings(config, { points: 3 }) }),
    ]
    const table = tableOf(history)
    expect(table.firstUpdate).toBe(4)
    for (const name of [
      'losses',
      'gradientNorms',
      'lengths',
      'times',
      'inputs',
      'targets',
      'predictions',
    ] as const)
      expect([...table[name]], name).toEqual([...first[name], ...second[name]])
  })

  it('is no view of what goes on growing', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 1))
    const { times, losses } = tableOf(history)
    expect(times.buffer.byteLength).toBe(times.byteLength)
    expect(losses.buffer.byteLength).toBe(losses.byteLength)
    const before = [...times]
    history.clear()
    history.append(fakeBatch(9, 1))
    expect([...times]).toEqual(before)
  })
})
