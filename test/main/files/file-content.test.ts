import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok } from '@contract/result'
import { afterAll, describe, expect, it } from 'vitest'
import { contentByName, contentOfFile } from '../../../main/files/file-content'
import { fileInArguments } from '../../../main/files/launch-file'
import { sentenceOf } from '../../helpers/saying'

const folder = mkdtempSync(join(tmpdir(), 'unroll-content-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('what a file is opened as', () => {
  it.each([
    ['a.csv', 'table'],
    ['A.TSV', 'table'],
    ['b.tab', 'table'],
    ['c.txt', 'table'],
    ['d.dat', 'table'],
    ['e.safetensors', 'weights'],
    ['f.json', 'weights'],
    ['g.weights.h5', 'weights'],
    ['h.data', null],
    ['csv', null],
  ])('is said by its name: %s', (name, content) => expect(contentByName(`/a/${name}`)).toBe(content))

  it.each<[string, string | Uint8Array, 'table' | 'weights']>([
    ['numbers', '1 2\n3 4\n', 'table'],
    ['words in UTF-8', 'été;1\r\n', 'table'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 49, 0, 10, 0), 'table'],
    ['JSON', ' \n{"a":1}', 'weights'],
    ['a byte of value 0', Uint8Array.of(49, 0, 10), 'weights'],
    ['nothing', '', 'weights'],
  ])('is found by a look into it where its name says nothing: %s', (_what, content, expected) =>
    expect(contentOfFile(put('x.data', content))).toEqual(ok(expected)),
  )

  it('is a sentence for what is not there, and weights for what is no file', () => {
    const gone = contentOfFile(join(folder, 'gone'))
    expect(gone.ok ? '' : sentenceOf(gone.error)).toMatch(/^"gone" could not be read/)
    mkdirSync(join(folder, 'folder'))
    expect(contentOfFile(join(folder, 'folder'))).toEqual(ok('weights'))
  })

  it('may be named on a command line, a text as the last word alone', () => {
    expect(fileInArguments(['unroll', '--flag', 'a.csv'], '/b')).toBe('/b/a.csv')
    expect(fileInArguments(['unroll', 'notes.txt', '--flag'], '/b')).toBeUndefined()
    expect(fileInArguments(['unroll', 'notes.txt'], '/b')).toBe('/b/notes.txt')
    expect(fileInArguments(['unroll', 'a.safetensors', 'b.csv'], '/b')).toBe('/b/a.safetensors')
  })
})
