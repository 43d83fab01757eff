import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import type * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readFileCapped } from '../../../main/disk/read-file'
import { saying } from '../../helpers/saying'

/** Done after the file has been opened and before it is read, as another program might. */
const meanwhile = vi.hoisted(() => ({ opened: 0, change: () => {} }))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  return {
    ...real,
    open: async (path: string, flags: number) => {
      meanwhile.opened += 1
      const handle = await real.open(path, flags)
      return {
        stat: () => handle.stat(),
        close: () => handle.close(),
        read: (bytes: Uint8Array, offset: number, length: number) => {
          meanwhile.change()
          // In small parts, as a network drive might.
          return handle.read(bytes, offset, Math.min(length, 7))
        },
      }
    },
  }
})

const CAP = 1000
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-read-'))
  path = join(folder, 'a b.safetensors')
  meanwhile.opened = 0
  meanwhile.change = () => {}
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function refused(why: string, name = 'a b.safetensors') {
  return {
    ok: false,
    error: { code: 'file-unreadable', text: saying(`"${name}" could not be read: ${why}.`) },
  }
}

describe('a file that is read', () => {
  it.each([1, 7, 8, CAP])('of %d bytes comes whole', async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, i) => i)
    writeFileSync(path, bytes)
    expect(await readFileCapped(path, CAP)).toEqual({ ok: true, value: bytes })
  })

  it.skipIf(process.platform === 'win32')('may lie behind a symbolic link', async () => {
    writeFileSync(path, 'x')
    symlinkSync(path, join(folder, 'link'))
    expect(await readFileCapped(join(folder, 'link'), CAP)).toEqual({ ok: true, value: Uint8Array.of(120) })
  })
})

describe('a file that cannot be read is told in one sentence', () => {
  it('when it is gone', async () => {
    expect(await readFileCapped(path, CAP)).toEqual(
      refused('there is no file of this name; choose another one'),
    )
  })

  it('when it is a folder', async () => {
    const name = folder.slice(tmpdir().length + 1)
    expect(await readFileCapped(folder, CAP)).toEqual(
      refused(
        'it should be a file, but is a folder; choose a file of weights: .safetensors, .npz, .weights.h5, .keras or .json',
        name,
      ),
    )
    expect(meanwhile.opened).toBe(0)
  })

  it('when it is empty', async () => {
    writeFileSync(path, '')
    expect(await readFileCapped(path, CAP)).toEqual(
      refused('it should hold weights, but is empty; choose another file'),
    )
  })

  it('when it is larger than the cap, be it by one byte', async () => {
    writeFileSync(path, new Uint8Array(CAP + 1))
    expect(await readFileCapped(path, CAP)).toEqual(
      refused('it should have at most 1,000 bytes, but has 1,001; choose a smaller file'),
    )
    expect(meanwhile.opened).toBe(0)
  })

  it('when it has a hole of a terabyte', async () => {
    writeFileSync(path, '')
    truncateSync(path, 2 ** 40)
    expect(await readFileCapped(path, CAP)).toEqual(
      refused('it should have at most 1,000 bytes, but has 1,099,511,627,776; choose a smaller file'),
    )
    expect(meanwhile.opened).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('when it is a pipe, which nobody may ever write to', async () => {
    execFileSync('mkfifo', [path])
    expect(await readFileCapped(path, CAP)).toEqual(
      refused(
        'it should be a file, but is a device or a pipe; choose a file of weights: .safetensors, .npz, .weights.h5, .keras or .json',
      ),
    )
    expect(meanwhile.opened).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('when it is a device, which may never end', async () => {
    expect(await readFileCapped('/dev/zero', CAP)).toEqual(
      refused(
        'it should be a file, but is a device or a pipe; choose a file of weights: .safetensors, .npz, .weights.h5, .keras or .json',
        'zero',
      ),
    )
    expect(meanwhile.opened).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('when its links lead round in a circle', async () => {
    symlinkSync(path, path)
    expect(await readFileCapped(path, CAP)).toEqual(
      refused('its links lead round in a circle; choose another file'),
    )
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('when it is private', async () => {
    writeFileSync(path, 'x')
    chmodSync(path, 0)
    expect(await readFileCapped(path, CAP)).toEqual(
      refused('Unroll has no permission there; choose another folder or change the permissions'),
    )
  })

  const CHANGED = 'another program changed it meanwhile; try again'

  it('when it grows while it is read', async () => {
    writeFileSync(path, 'twenty bytes of text')
    meanwhile.change = () => appendFileSync(path, 'more and more')
    expect(await readFileCapped(path, CAP)).toEqual(refused(CHANGED))
  })

  it('when it shrinks while it is read', async () => {
    writeFileSync(path, 'twenty bytes of text')
    meanwhile.change = () => truncateSync(path, 9)
    expect(await readFileCapped(path, CAP)).toEqual(refused(CHANGED))
  })
})
