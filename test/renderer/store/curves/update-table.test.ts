import { LESSON_FACTS } from '@contract/data/source-facts'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { joinedTable } from '../../../../main/trainer/table/joined-table'
import { createHistory } from '../../../../renderer/store/curves/history'
import { tablePart, tableStretches } from '../../../../renderer/store/curves/update-table'
import { fakeBatch } from '../../helpers/fake-batch'
import { tableParts, wholeTable } from '../../helpers/whole-table'

const COLUMNS = [
  'losses',
  'gradientNorms',
  'validationLosses',
  'lengths',
  'starts',
  'steps',
  'inputs',
  'targets',
  'predictions',
] as const

describe('the table of the updates', () => {
  it('is all that was appended, whatever the lengths of the windows', () => {
    const history = createHistory()
    const config = withSettings(LESSON, { span: 'random' })
    const batches = [
      fakeBatch(4, 3, { config }),
      fakeBatch(7, 2, { config: withSettings(config, { points: 3 }) }),
    ] as const
    for (const batch of batches) history.append(batch)
    const table = wholeTable(history)
    expect(table.firstUpdate).toBe(4)
    for (const name of COLUMNS)
      expect([...table[name]], name).toEqual([...batches[0][name], ...batches[1][name]])
  })

  it('has the validation losses of its own updates, and none where the network was not evaluated', () => {
    const history = createHistory()
    const { NaN: none } = Number
    const told = Float32Array.from({ length: 700 }, (_, i) => (i === 0 || i % 7 === 6 ? 1 / (i + 1) : none))
    const config = withSettings(LESSON, { points: 200 })
    history.append({ ...fakeBatch(41, 700, { config }), validationLosses: told })
    const parts = tableParts(history)
    expect(parts.length).toBeGreaterThan(2)
    expect(joinedTable(parts).validationLosses).toEqual(told)
  })

  it('of a long run comes in small parts, each from where the last one ends', () => {
    const history = createHistory()
    const batch = fakeBatch(1, 700, { config: withSettings(LESSON, { points: 200 }) })
    history.append(batch)
    const parts = tableParts(history)
    expect(parts.length).toBeGreaterThan(2)
    let next = 1
    for (const { firstUpdate, lengths, inputs } of parts) {
      expect(firstUpdate).toBe(next)
      expect(inputs.length).toBeLessThanOrEqual(50_000)
      next += lengths.length
    }
    const table = joinedTable(parts)
    for (const name of COLUMNS) expect(table[name], name).toEqual(batch[name])
  })

  it('ends with the updates that there were when it was begun', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 3))
    const stretches = tableStretches(history)
    history.append(fakeBatch(4, 3))
    expect(stretches).toEqual([{ first: 1, last: 3 }])
    expect(tablePart(history, { first: 1, last: 3 })?.losses).toHaveLength(3)
  })

  it('is no view of what goes on growing', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 1))
    const { inputs, losses } = joinedTable(tableParts(history).slice(0, 1))
    const [part] = tableParts(history)
    expect(part?.inputs.buffer.byteLength).toBe(inputs.byteLength)
    expect(part?.losses.buffer.byteLength).toBe(losses.byteLength)
    const before = [...inputs]
    history.begin(LESSON_FACTS)
    history.append(fakeBatch(9, 1))
    expect([...(part?.inputs ?? [])]).toEqual(before)
  })
})
