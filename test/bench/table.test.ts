import { expect, it } from 'vitest'
import { layTable, microseconds, threeDigits, times } from './table'

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
  expect([8.314, 0.004_217, -5.48, 999.4, 1204.7, 3_012_345, 0].map(threeDigits)).toEqual([
    '8.31',
    '0.00422',
    '-5.48',
    '999',
    '1,205',
    '3,012,000',
    '0',
  ])
})
