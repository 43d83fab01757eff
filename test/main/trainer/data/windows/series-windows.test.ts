import type { Series } from '@contract/data/series'
import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { SeriesSource } from '@contract/settings/source-config'
import { describe, expect, it } from 'vitest'
import { prepareSeries } from '../../../../../main/trainer/data/windows/prepared'
import { trainingWindows } from '../../../../../main/trainer/data/windows/series-windows'

const ROWS = 40
const column = (name: string, of: (row: number) => number) => ({
  name,
  values: Float64Array.from({ length: ROWS }, (_, row) => of(row)),
})

/** a = row, b = 100 + row, c = 1000 + row. */
const series = (change: (name: string, row: number) => number | null = () => null): Series => ({
  times: { kind: 'rows' },
  columns: ['a', 'b', 'c'].map((name, i) =>
    column(name, (row) => change(name, row) ?? ([0, 100, 1000][i] ?? 0) + row),
  ),
})

const source: SeriesSource = {
  kind: 'series',
  origin: { kind: 'table', name: 'abc.csv', sha256: '0'.repeat(64) },
  inputs: ['a', 'b'],
  targets: ['c'],
}

function windowsOf(changes: Partial<Settings>, data = series()) {
  const config = withSettings(LESSON, {
    source,
    scaling: 'none',
    trainPercent: 50,
    validationPercent: 25,
    horizon: 2,
    window: 4,
    ...changes,
  })
  return trainingWindows(prepareSeries(data, source, config.data), config)
}

describe('the windows of a series', () => {
  it('follow each other where a state is carried, inputs beside each other and targets the horizon later', () => {
    const windows = windowsOf({})
    // 18 pairs have a target among the first 20 rows: four windows of 4.
    expect(windows.count).toBe(4)
    const [first, second] = [windows.at(0), windows.at(1)]
    expect([...first.inputs]).toEqual([0, 100, 1, 101, 2, 102, 3, 103])
    expect([...first.targets]).toEqual([1002, 1003, 1004, 1005])
    expect([first.mask, [...(first.continues ?? [])], first.start, first.step]).toEqual([null, [0], 2, 1])
    expect([...second.inputs].slice(0, 2)).toEqual([4, 104])
    expect([second.continues, second.start]).toEqual([null, 6])
    expect(windows.at(4)).toEqual(first)
  })

  it('stand a stride apart where none is', () => {
    const windows = windowsOf({ carryState: false, stride: 3 })
    expect(windows.count).toBe(5)
    expect([windows.at(1).start, windows.at(4).start]).toEqual([5, 14])
  })

  it('go through as many pieces of the part as there are sequences', () => {
    const windows = windowsOf({ batch: 2 })
    const [first, second] = [windows.at(0), windows.at(1)]
    expect([...first.targets]).toEqual([1002, 1003, 1004, 1005, 1010, 1011, 1012, 1013])
    expect([...second.targets]).toEqual([1006, 1007, 1008, 1009, 1014, 1015, 1016, 1017])
    expect([[...(first.continues ?? [])], second.continues]).toEqual([[0, 0], null])
    expect(windows.at(2)).toEqual(first)
    expect(() => windowsOf({ batch: 5 }).at(0)).toThrow(RangeError)
  })

  it('come from anywhere in the training part at random, the same for a seed, and never carry a state', () => {
    const windows = windowsOf({ order: 'random', batch: 3, seed: 9 })
    expect(windows.count).toBe(15)
    const starts = new Set<number>()
    for (let position = 0; position < 200; position += 1) {
      const window = windows.at(position)
      expect([...(window.continues ?? [])]).toEqual([0, 0, 0])
      for (let b = 0; b < 3; b += 1) starts.add((window.inputs[b * 8] ?? -1) + 2)
      expect(window).toEqual(windowsOf({ order: 'random', batch: 3, seed: 9 }).at(position))
    }
    expect([...starts].sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i + 2))
  })

  it('end where an input is missing, and the next carries no state', () => {
    const windows = windowsOf(
      {},
      series((name, row) => (name === 'b' && row === 5 ? Number.NaN : null)),
    )
    expect(windows.count).toBe(4)
    expect([0, 1, 2, 3].map((position) => windows.at(position).start)).toEqual([2, 8, 12, 16])
    expect([...(windows.at(1).continues ?? [])]).toEqual([0])
    expect(windows.at(2).continues).toBeNull()
  })

  it('mask a missing target', () => {
    const windows = windowsOf(
      {},
      series((name, row) => (name === 'c' && row === 3 ? Number.NaN : null)),
    )
    expect([...(windows.at(0).mask ?? [])]).toEqual([1, 0, 1, 1])
    expect([...windows.at(0).targets]).toEqual([1002, 0, 1004, 1005])
    expect([...(windows.at(1).mask ?? [])]).toEqual([1, 1, 1, 1])
  })

  it('hold nothing of what comes after the training part', () => {
    const noise = series((_, row) => (row >= 20 ? Math.sin(row) * 1e6 : null))
    for (const scaling of ['standard', 'min-max'] as const)
      for (const order of ['consecutive', 'random'] as const)
        for (let position = 0; position < 20; position += 1)
          expect(windowsOf({ scaling, order }, noise).at(position)).toEqual(
            windowsOf({ scaling, order }).at(position),
          )
  })
})
