import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openRecentFiles } from '../../../main/files/recent-files'
import { recentNames, withoutRecent, withRecent } from '../../../main/files/recent-list'
import { saying } from '../../helpers/saying'

vi.mock('electron', () => ({ app: { addRecentDocument: () => {}, clearRecentDocuments: () => {} } }))

const log = { info: () => {}, error: () => {} }
let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unroll-recent-'))
  file = join(folder, 'recent-files.json')
})

afterEach(() => rm(folder, { recursive: true }))

describe('a list of recent files', () => {
  it('has the newest first, each once, and at most ten', () => {
    expect(withRecent(['/a', '/b'], '/b')).toEqual(['/b', '/a'])
    const full = Array.from({ length: 10 }, (_, place) => `/${place}`)
    expect(withRecent(full, '/new')).toEqual(['/new', ...full.slice(0, 9)])
    expect(withoutRecent(['/a', '/b'], '/a')).toEqual(['/b'])
  })

  it('tells files of the same name apart by their folders', () => {
    expect(recentNames(['/x/a.safetensors', '/y/a.safetensors', '/y/b.safetensors'])).toEqual([
      'a.safetensors (x)',
      'a.safetensors (y)',
      'b.safetensors',
    ])
  })
})

describe('the recent files on disk', () => {
  it('outlive the app', async () => {
    const weights = join(folder, 'w.safetensors')
    await writeFile(weights, '')
    openRecentFiles(
      file,
      () => {},
      log,
      () => {},
    ).add(weights, 'weights')
    const again = openRecentFiles(
      file,
      () => {},
      log,
      () => {},
    )
    const [file0] = again.list()
    expect(file0?.name).toBe('w.safetensors')
    expect(again.choose(file0?.id ?? '', 'weights')).toEqual({ ok: true, value: weights })
  })

  it('stand for what was shown, whatever is saved before one is chosen', async () => {
    const [shown, saved] = ['shown.safetensors', 'saved.safetensors'].map((name) => join(folder, name))
    for (const path of [shown, saved]) await writeFile(path ?? '', '')
    const recent = openRecentFiles(
      file,
      () => {},
      log,
      () => {},
    )
    recent.add(shown ?? '', 'weights')
    const id = recent.list()[0]?.id ?? ''
    recent.add(saved ?? '', 'weights')
    expect(recent.choose(id, 'weights')).toEqual({ ok: true, value: shown })
    recent.clear()
    expect(recent.choose(id, 'weights')).toEqual({ ok: true, value: shown })
    expect(recent.choose(shown ?? '', 'weights')).toMatchObject({ ok: false })
  })

  it('lose one that is no longer there, and say so', () => {
    let changes = 0
    const recent = openRecentFiles(
      file,
      () => {
        changes += 1
      },
      log,
      () => {},
    )
    recent.add(join(folder, 'lost.safetensors'), 'weights')
    const id = recent.list()[0]?.id ?? ''
    expect(recent.choose(id, 'weights')).toMatchObject({
      ok: false,
      error: {
        code: 'file-unreadable',
        text: saying(expect.stringMatching(/^lost.safetensors is no longer/)),
      },
    })
    expect(recent.list()).toEqual([])
    expect(changes).toBe(2)
    expect(recent.choose('another', 'weights')).toMatchObject({
      error: { text: saying(expect.stringContaining('is none')) },
    })
  })

  it('know tables from weights, also tomorrow, and what was kept before there were tables', async () => {
    await writeFile(file, '{"paths":["/a.npz","/b.csv"]}')
    const open = () =>
      openRecentFiles(
        file,
        () => {},
        log,
        () => {},
      )
    const recent = open()
    expect(recent.list().map(({ name, content }) => [name, content])).toEqual([
      ['a.npz', 'weights'],
      ['b.csv', 'weights'],
    ])
    recent.add('/b.csv', 'table')
    recent.add('/c', 'table')
    const told = [
      ['c', 'table'],
      ['b.csv', 'table'],
      ['a.npz', 'weights'],
    ]
    for (const one of [recent, open()])
      expect(one.list().map(({ name, content }) => [name, content])).toEqual(told)
    const id = recent.list()[0]?.id ?? ''
    expect(recent.choose(id, 'table')).toMatchObject({
      error: { text: saying(expect.stringContaining('find it with Open data')) },
    })
    // A name that was a table's once.
    recent.add('/b.csv', 'weights')
    expect(
      open()
        .list()
        .map(({ content }) => content),
    ).toEqual(['weights', 'weights'])
  })

  it('begin empty when their own file is damaged', async () => {
    for (const content of [
      '{',
      '{"paths":[1]}',
      '{"paths":[],"tables":7}',
      '[]',
      `{"paths":${JSON.stringify(Array(11).fill('/a'))}}`,
    ]) {
      await writeFile(file, content)
      expect(
        openRecentFiles(
          file,
          () => {},
          log,
          () => {},
        ).list(),
      ).toEqual([])
    }
  })
})
