import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writeFileAtomically } from '../../../main/disk/atomic-file'
import { saying } from '../../helpers/saying'

/** What goes wrong in the next save, and every call that it made, in order. */
const disk = vi.hoisted(() => ({ faults: new Map<string, Error>(), shortBy: 0, calls: [] as string[] }))

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, errno: -1 })
}

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  const note = (call: string) => {
    disk.calls.push(call)
    const fault = disk.faults.get(call)
    if (fault) throw fault
  }
  return {
    ...real,
    open: async (path: string, flags: string) => {
      const kind = flags === 'wx' ? 'file' : 'folder'
      note(`open ${kind}`)
      const handle = await real.open(path, flags)
      return {
        writeFile: async (bytes: Uint8Array) => {
          // A disk that is full in the middle: half of it is there already.
          if (disk.faults.has('write')) await handle.writeFile(bytes.subarray(0, bytes.byteLength / 2))
          note('write')
          await handle.writeFile(bytes.subarray(disk.shortBy))
        },
        stat: () => handle.stat(),
        chmod: (mode: number) => handle.chmod(mode),
        sync: async () => {
          note(`sync ${kind}`)
          await handle.sync()
        },
        close: async () => {
          await handle.close()
          note(`close ${kind}`)
        },
      }
    },
    rename: async (from: string, to: string) => {
      note('rename')
      await real.rename(from, to)
    },
    rm: async (path: string, options: { force: boolean }) => {
      note('rm')
      await real.rm(path, options)
    },
  }
})

const OLD = Uint8Array.of(1, 2, 3)
const NEW = new Uint8Array(1000).fill(7)
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-faults-'))
  path = join(folder, 'a.safetensors')
  writeFileSync(path, OLD)
  disk.faults.clear()
  disk.calls.length = 0
  disk.shortBy = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function message(why: string) {
  return {
    ok: false,
    error: { code: 'file-not-written', text: saying(`"a.safetensors" could not be saved: ${why}.`) },
  }
}

function expectOldFileAlone() {
  expect(new Uint8Array(readFileSync(path))).toEqual(OLD)
  expect(readdirSync(folder)).toEqual(['a.safetensors'])
}

const FULL = 'the disk is full; free some space or choose another disk'
const NO_PERMISSION = 'Unroll has no permission there; choose another folder or change the permissions'

describe('an atomic save', () => {
  it.skipIf(process.platform === 'win32')(
    'flushes the file before it is renamed, and the folder after',
    async () => {
      expect(await writeFileAtomically(path, NEW)).toEqual({ ok: true })
      const file = ['open file', 'write', 'sync file', 'close file']
      expect(disk.calls).toEqual([...file, 'rename', 'open folder', 'sync folder', 'close folder'])
    },
  )

  it.each([
    ['open file', 'EACCES', NO_PERMISSION],
    ['open file', 'EPERM', NO_PERMISSION],
    ['open file', 'EROFS', 'the disk is read-only; choose another disk'],
    ['open file', 'ENOENT', 'its folder does not exist or takes no files; choose another folder'],
    ['open file', 'EMFILE', 'too many files are open; close some programs and try again'],
    ['write', 'ENOSPC', FULL],
    ['write', 'EDQUOT', FULL],
    ['write', 'EIO', 'the disk reported a fault; try again or choose another disk'],
    ['sync file', 'ENOSPC', FULL],
    ['close file', 'EDQUOT', FULL],
    ['rename', 'EBUSY', 'another program is using it; close that and try again'],
    ['rename', 'EXDEV', 'the system reports EXDEV; try another folder or another name'],
  ])('that fails at %s with %s leaves the old file whole', async (call, code, why) => {
    disk.faults.set(call, systemError(code))
    expect(await writeFileAtomically(path, NEW)).toEqual(message(why))
    expectOldFileAlone()
  })

  it('does not trust a disk that says nothing of what it left out', async () => {
    disk.shortBy = 1
    expect(await writeFileAtomically(path, NEW)).toEqual(message(FULL))
    expectOldFileAlone()
  })

  it('tells of the first failure when the temporary file cannot be removed either', async () => {
    disk.faults.set('write', systemError('ENOSPC'))
    disk.faults.set('rm', systemError('EIO'))
    expect(await writeFileAtomically(path, NEW)).toEqual(message(FULL))
    expect(new Uint8Array(readFileSync(path))).toEqual(OLD)
  })

  it.each(['open folder', 'sync folder'])('is done although the folder fails at %s', async (call) => {
    disk.faults.set(call, systemError('EINVAL'))
    expect(await writeFileAtomically(path, NEW)).toEqual({ ok: true })
    expect(new Uint8Array(readFileSync(path))).toEqual(NEW)
  })

  it('lets a bug through, but takes its temporary file away', async () => {
    disk.faults.set('write', new TypeError('a bug'))
    await expect(writeFileAtomically(path, NEW)).rejects.toThrow('a bug')
    expectOldFileAlone()
  })
})
