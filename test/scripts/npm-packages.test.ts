import { expect, test } from 'vitest'
import { firstMissingPackage } from '../../scripts/setup/parts/npm-packages.mjs'

const wanted = {
  '': {},
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-for-another-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
}
const installed = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }
const all = (): boolean => true
const none = (): boolean => false

test('node_modules that are as the lock file says need no npm, whoever installed them', () => {
  expect(firstMissingPackage(wanted, installed, all)).toBeUndefined()
})

test.each([
  [
    'is new in the lock file',
    { ...wanted, 'node_modules/c': { version: '1.0.0' } },
    installed,
    all,
    'node_modules/c',
  ],
  [
    'has another version',
    { 'node_modules/a': { version: '1.1.0', integrity: 'sha512-a' } },
    installed,
    all,
    'node_modules/a',
  ],
  [
    'has another hash',
    { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-z' } },
    installed,
    all,
    'node_modules/a',
  ],
  ['was deleted', wanted, installed, none, 'node_modules/a'],
])('a package that %s is noticed', (_, lock, found, exists, name) => {
  expect(firstMissingPackage(lock, found, exists)).toBe(name)
})
