import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openRecentFiles } from '../../../main/files/recent-files'
import { recentNames, withoutRecent, withRecent } from '../../../main/files/recent-list'

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
    ).add(weights)
    const again = openRecentFiles(
      file,
      () => {},
      log,
      () => {},
    )
    expect(again.names()).toEqual(['w.safetensors'])
    expect(again.choose(0)).toEqual({ ok: true, value: weights })
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
    recent.add(join(folder, 'lost.safetensors'))
    expect(recent.choose(0)).toMatchObject({
      ok: false,
      error: { code: 'file-unreadable', message: expect.stringMatching(/^lost.safetensors is no longer/) },
    })
    expect(recent.names()).toEqual([])
    expect(changes).toBe(2)
    expect(recent.choose(0)).toMatchObject({ error: { message: expect.stringContaining('has 0 files') } })
  })

  it('begin empty when their own file is damaged', async () => {
    for (const content of ['{', '{"paths":[1]}', '[]', `{"paths":${JSON.stringify(Array(11).fill('/a'))}}`]) {
      await writeFile(file, content)
      expect(
        openRecentFiles(
          file,
          () => {},
          log,
          () => {},
        ).names(),
      ).toEqual([])
    }
  })
})
