import { suggestedRun } from '@contract/data/made-series'
import { sayIn } from '@contract/language/say'
import type { ListedRun } from '@contract/run/kept-run'
import { describe, expect, it } from 'vitest'
import { columnsFor, differenceColumn } from '../../../renderer/panels/runs/table/model/columns'
import { groupCell } from '../../../renderer/panels/runs/table/model/group-cell'
import { chosenRuns, rowsOf } from '../../../renderer/panels/runs/table/model/rows'
import type { RunTableState } from '../../../renderer/store/state/runs/runs-tab-state'
import { listedRun } from './some-runs'

const say = sayIn('en')
const ALL: RunTableState = { sort: null, words: '', only: null, grouped: false, openGroups: [] }
const ids = (runs: readonly ListedRun[]) => runs.map(({ id }) => id)
const settingsIn = (runs: readonly ListedRun[]) =>
  columnsFor(runs).flatMap(({ id }) => (id.startsWith('setting-') || id === 'learned' ? [id] : []))
const column = (runs: readonly ListedRun[], id: string) => {
  const found = columnsFor(runs).find((each) => each.id === id)
  if (!found) throw new Error(`there is no column ${id}`)
  return found
}
const cells = (runs: readonly ListedRun[], id: string) => {
  const { of, show } = column(runs, id)
  return runs.map((run) => show(of(run), say))
}

describe('the columns of the table of runs', () => {
  it('are the settings that differ between the runs, and no others', () => {
    expect(settingsIn([listedRun('a'), listedRun('b', { seed: 9 })])).toEqual([])
    const runs = [
      listedRun('a', { learningRate: 0.02 }),
      listedRun('b', { learningRate: 0.01, cell: 'gru' }),
      listedRun('c', {}, { config: null }),
    ]
    expect(settingsIn(runs)).toEqual(['setting-learningRate', 'setting-cell'])
    expect(cells(runs, 'setting-learningRate')).toEqual(['0.02', '0.01', '–'])
    expect(cells(runs, 'setting-cell')).toEqual(['simple RNN, tanh', 'GRU', '–'])
  })

  it('leave out what does nothing in a run, and say what is learned where that differs', () => {
    const runs = [listedRun('a'), listedRun('b', {}, { config: suggestedRun('co2') })]
    expect(settingsIn(runs)).toContain('learned')
    expect(cells(runs, 'learned')).toEqual(['The lesson', 'CO₂ at Mauna Loa'])
    // The lesson has no horizon, so that of the series differs from nothing.
    expect(settingsIn(runs)).not.toContain('setting-horizon')
  })

  it('show what is known of a run, and a dash where nothing is', () => {
    const figures = { bestLoss: 0.0123, validationLoss: null, skill: 0.456, seconds: 125.4 }
    const runs = [listedRun('a', { seed: 7 }, { figures, loss: 0.02 }), listedRun('b', {}, { loss: null })]
    const row = (id: string) => cells(runs, id)
    expect(row('loss')).toEqual(['0.0200', '–'])
    expect(row('best-loss')).toEqual(['0.0123', '–'])
    expect(row('validation-loss')).toEqual(['–', '–'])
    expect(row('skill')).toEqual(['+46%', '–'])
    expect(row('seconds')).toEqual(['2 min 5 s', '–'])
    expect(row('seed')[0]).toBe('7')
    expect(row('bytes')[0]).toBe('20 kB')
    expect(cells([listedRun('a', {}, { note: 'the best' }), listedRun('b')], 'note')).toEqual([
      'the best',
      '–',
    ])
  })

  it('say that a run that broke has no loss that is a number', () => {
    expect(cells([listedRun('a', {}, { phase: 'diverged', loss: 3 })], 'loss')).toEqual(['∞'])
  })

  it('compare each with the pinned one', () => {
    const runs = [
      listedRun('a', {}, { loss: 0.5 }),
      listedRun('b', {}, { loss: 0.25 }),
      listedRun('c', {}, { loss: 0.75 }),
      listedRun('d', {}, { loss: null }),
      listedRun('e', {}, { phase: 'diverged' }),
    ]
    const { of, show } = differenceColumn(runs[0] as ListedRun)
    expect(runs.map((run) => show(of(run), say))).toEqual(['–', '−0.250', '+0.250', '–', '+∞'])
  })
})

describe('the rows of the table of runs', () => {
  const runs = [
    listedRun('a', { learningRate: 0.02, seed: 1 }, { loss: 0.4 }),
    listedRun('b', { learningRate: 0.02, seed: 2 }, { loss: 0.1 }),
    listedRun('c', { learningRate: 0.01, seed: 3 }, { loss: null }),
    listedRun('d', { learningRate: 0.02, seed: 3 }, { loss: 0.2 }),
    listedRun('e', { learningRate: 0.02, seed: 10 }, { loss: 0.3 }),
  ]
  const columns = columnsFor(runs)
  const chosen = (change: Partial<RunTableState>) =>
    ids(chosenRuns(runs, columns, { ...ALL, ...change }, say))
  const sort = (column: string, descending = false) => chosen({ sort: { column, descending } })

  it('stand as main lists them until a column says otherwise, what is not known last', () => {
    expect(chosen({})).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(sort('loss')).toEqual(['b', 'd', 'e', 'a', 'c'])
    expect(sort('loss', true)).toEqual(['a', 'e', 'd', 'b', 'c'])
    expect(sort('seed')).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(sort('setting-learningRate')).toEqual(['c', 'a', 'b', 'd', 'e'])
    expect(sort('name', true)).toEqual(['e', 'd', 'c', 'b', 'a'])
    // A column that there is no more.
    expect(sort('setting-cell')).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('are those that have all words, wherever they are in the row, and the value that is wanted', () => {
    expect(chosen({ words: '0.01' })).toEqual(['c'])
    expect(chosen({ words: 'rnn 0.300' })).toEqual(['e'])
    expect(chosen({ words: 'lstm' })).toEqual([])
    expect(chosen({ only: { column: 'setting-learningRate', value: '0.02' } })).toEqual(['a', 'b', 'd', 'e'])
    expect(chosen({ only: { column: 'gone', value: '0.02' } })).toHaveLength(5)
  })

  it('stand together where nothing but their seeds differs, with median and range of their losses', () => {
    const rows = rowsOf(runs, { ...ALL, grouped: true })
    expect(rows.map(({ kind }) => kind)).toEqual(['group', 'run'])
    const [group] = rows
    if (group?.kind !== 'group') throw new Error('there is no group')
    expect(ids(group.runs)).toEqual(['a', 'b', 'd', 'e'])
    const cell = (id: string, of = group.runs) => groupCell(column(runs, id), of, say)
    expect(cell('name')).toBe('a · 4 runs')
    // numpy.median([0.4, 0.1, 0.2, 0.3]) is 0.25.
    expect(cell('loss')).toBe('0.250 (0.100 to 0.400)')
    expect(cell('setting-learningRate')).toBe('0.02')
    expect(cell('seed')).toBe('')
    const open = rowsOf(runs, { ...ALL, grouped: true, openGroups: [group.key] })
    expect(open.map(({ key }) => key)).toEqual([group.key, 'a', 'b', 'd', 'e', 'c'])
  })

  it('count a run that broke as an infinite loss, and say how many have one where not all do', () => {
    const broken = [
      listedRun('a', {}, { loss: 0.1 }),
      listedRun('b', {}, { loss: 0.2 }),
      listedRun('c', {}, { phase: 'diverged', loss: 0.1 }),
      listedRun('d', {}, { loss: null }),
    ]
    expect(groupCell(column(broken, 'loss'), broken, say)).toBe('0.200 (0.100 to ∞), n = 3')
  })

  it('are by themselves where their settings are not known', () => {
    const unknown = [listedRun('a', {}, { config: null }), listedRun('b', {}, { config: null })]
    expect(rowsOf(unknown, { ...ALL, grouped: true }).map(({ kind }) => kind)).toEqual(['run', 'run'])
  })
})
