import { expect, it } from 'vitest'
import { layTable, microseconds, times } from './table'

it('lays columns out, the first to the left and numbers to the right', () => {
  const table = layTable(
    ['', 'µs'],
    [
      ['compiled', '70.5'],
      ['eager', '10,700'],
    ],
  )
  expect(table.split('\n')).toEqual([
    '|          |     µs |',
    '| -------- | -----: |',
    '| compiled |   70.5 |',
    '| eager    | 10,700 |',
  ])
})

it('writes times and ratios no more exactly than they are', () => {
  expect([72.46, 999.94, 1204.7, 10_700].map(microseconds)).toEqual(['72.5', '999.9', '1,205', '10,700'])
  expect([1, 8.42, 152.3].map(times)).toEqual(['1.0×', '8.4×', '152×'])
})
