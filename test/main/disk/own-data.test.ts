import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeDurably, writeDurablySync } from '../../../main/disk/own-file'
import { ensureFolder, setAside } from '../../../main/disk/own-folder'
import { readOwnFileSync } from '../../../main/disk/read-own-file'
import { saying } from '../../helpers/saying'

const onWindows = process.platform === 'win32'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'unroll-own-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const WRITERS = [
  ['without holding anything up', writeDurably],
  ['in one call', async (path: string, data: string) => writeDurablySync(path, data)],
] as const

describe.each(WRITERS)("a file of the app's own, written %s", (_how, write) => {
  it('is whole, for its owner alone, with its folder and nothing beside it', async () => {
    const path = join(folder, 'deep', 'a.json')
    await write(path, 'old and longer')
    await write(path, 'né')
    expect(readFileSync(path, 'utf8')).toBe('né')
    if (!onWindows) expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'deep'))).toEqual(['a.json'])
  })

  it('takes the place of a link and leaves alone where that leads', async () => {
    const path = join(folder, 'a')
    writeFileSync(join(folder, 'far'), 'theirs')
    symlinkSync('far', path)
    await write(path, 'ours')
    expect(lstatSync(path).isFile()).toBe(true)
    expect(readFileSync(join(folder, 'far'), 'utf8')).toBe('theirs')
  })

  it('leaves nothing when it cannot have its place', async () => {
    mkdirSync(join(folder, 'taken', 'inside'), { recursive: true })
    await expect(write(join(folder, 'taken'), 'a')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['taken'])
  })

  it('is made although a file or a circle of links lies where its folder should', async () => {
    writeFileSync(join(folder, 'place'), 'in the way')
    await write(join(folder, 'place', 'a'), 'ours')
    expect(readFileSync(join(folder, 'place', 'a'), 'utf8')).toBe('ours')
    expect(readFileSync(join(folder, 'damaged-place'), 'utf8')).toBe('in the way')
  })
})

describe('a folder of the app’s own', () => {
  /** What may lie in the way, and what it is called afterwards (null: it may stay). */
  const IN_THE_WAY: readonly (readonly [string, (path: string) => void, string | null])[] = [
    ['nothing', () => {}, null],
    ['the folder itself', (path) => mkdirSync(path), null],
    ['a file', (path) => writeFileSync(path, 'a'), 'damaged-runs.d'],
    ['a link to nothing', (path) => symlinkSync('nowhere', path), 'damaged-runs.d'],
    ['a link to itself', (path) => symlinkSync('runs.d', path), 'damaged-runs.d'],
    ['a link to a file', (path) => symlinkSync(process.execPath, path), 'damaged-runs.d'],
  ]

  it.skipIf(onWindows).each(IN_THE_WAY)('is there where there was %s', (_what, put, aside) => {
    const path = join(folder, 'runs.d')
    put(path)
    expect(ensureFolder(path)).toBe(aside)
    expect(statSync(path).isDirectory()).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual(aside === null ? ['runs.d'] : [aside, 'runs.d'])
  })

  it('may be a link to a folder, as people move such with', () => {
    mkdirSync(join(folder, 'far'))
    symlinkSync('far', join(folder, 'runs'), 'junction')
    expect(ensureFolder(join(folder, 'runs'))).toBeNull()
  })
})

describe('what is set aside', () => {
  it('keeps what was set aside before it, be that a folder', () => {
    const path = join(folder, 'runs.json')
    mkdirSync(join(folder, 'damaged-runs.json'))
    for (const name of ['damaged-runs-2.json', 'damaged-runs-3.json']) {
      writeFileSync(path, name)
      expect(setAside(path)).toBe(name)
      expect(readFileSync(join(folder, name), 'utf8')).toBe(name)
    }
    expect(existsSync(path)).toBe(false)
  })
})

describe('a file of our own is read without waiting and without end', () => {
  it.skipIf(onWindows).each<readonly [string, (path: string) => void, string]>([
    ['a folder', (path) => mkdirSync(path), 'it is a folder'],
    ['a pipe', (path) => void execFileSync('mkfifo', [path]), 'it is a device or a pipe'],
    [
      'links in a circle',
      (path) => symlinkSync('a', path),
      'its links lead round in a circle; choose another file',
    ],
    [
      'far too much',
      (path) => {
        writeFileSync(path, '')
        truncateSync(path, 5_000_000_000)
      },
      'it has 5,000,000,000 bytes',
    ],
  ])('where there is %s', (_what, put, why) => {
    put(join(folder, 'a'))
    expect(readOwnFileSync(join(folder, 'a'), 100)).toEqual({ kind: 'damaged', why: saying(why) })
  })

  it('where there is nothing, and where there is what was written', () => {
    expect(readOwnFileSync(join(folder, 'a'), 100)).toEqual({ kind: 'missing' })
    writeFileSync(join(folder, 'a'), 'abc')
    expect(readOwnFileSync(join(folder, 'a'), 3)).toEqual({
      kind: 'read',
      bytes: new TextEncoder().encode('abc'),
    })
  })
})
