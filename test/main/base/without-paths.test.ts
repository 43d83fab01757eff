import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutPaths } from '../../../main/base/without-paths'

describe('a text for the page', () => {
  it.each([
    [
      "Error: ENOENT: no such file or directory, mkdtemp '/the/secret/folder/unroll-graph-XXXXXX'",
      "Error: ENOENT: no such file or directory, mkdtemp '…'",
    ],
    [
      "EACCES: permission denied, open '/home/Jo Doe/my files/w.safetensors'",
      "EACCES: permission denied, open '…'",
    ],
    ["ENOENT: rename '/a/b.tmp' -> '/a/b'", "ENOENT: rename '…' -> '…'"],
    ['NOT_FOUND: /tmp/unroll-graph-1/saved_model.pb; No such file', 'NOT_FOUND: …; No such file'],
    [String.raw`EPERM, open 'C:\Users\Jo Doe\w.npz'`, "EPERM, open '…'"],
    [String.raw`cannot read \\server\share\w.npz, sorry`, 'cannot read …, sorry'],
    ['at file:///opt/unroll/index.js:3', 'at …:3'],
    [
      'cannot open shared object file: /usr/lib/libtensorflow.so.2: no such file',
      'cannot open shared object file: …: no such file',
    ],
  ])('loses its paths: %s', (text, expected) => {
    expect(withoutPaths(text)).toBe(expected)
  })

  it.each([
    'A run can keep 10,000,000 predicted points; choose 1/2 or 3 / 4.',
    '"weights.safetensors" holds "/layers/lstm/vars/0", which is not a weight.',
    'Expected [4·H, H] and ±1/sqrt(H) and/or zero: https://example.org/page stays.',
  ])('keeps all else: %s', (text) => {
    expect(withoutPaths(text)).toBe(text)
  })

  it('holds no folder of any path that Node complains about', () => {
    const names = fc.stringMatching(/^[\w][\w .-]{0,11}$/)
    fc.assert(
      fc.property(
        fc.array(names, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('/', 'C:\\', '\\\\'),
        (parts, root) => {
          const path = root + parts.join(root === '/' ? '/' : '\\')
          expect(withoutPaths(`ENOENT: no such file or directory, open '${path}'`)).toBe(
            "ENOENT: no such file or directory, open '…'",
          )
        },
      ),
    )
  })
})
