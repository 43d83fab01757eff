import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import type * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writeFilesTogether } from '../../../main/disk/files-together'
import { saying } from '../../helpers/saying'

/** Which call of a kind fails, by `kind number`, and every call so far. */
const disk = vi.hoisted(() => ({ faults: new Map<string, Error>(), calls: [] as string[] }))

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, errno: -1 })
}

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  const note = (kind: string) => {
    const call = `${kind} ${disk.calls.filter((each) => each.startsWith(`${kind} `)).length + 1}`
    disk.calls.push(call)
    const fault = disk.faults.get(call)
    if (fault) throw fault
  }
  return {
    ...real,
    open: async (path: string, flags: string, mode?: number) => {
      if (flags === 'wx') note('open')
      const handle = await real.open(path, flags, mode)
      return {
        writeFile: async (bytes: Uint8Array) => {
          note('write')
          await handle.writeFile(bytes)
        },
        stat: () => handle.stat(),
        chmod: (wanted: number) => handle.chmod(wanted),
        sync: async () => {
          if (flags === 'wx') note('sync')
          await handle.sync()
        },
        close: () => handle.close(),
      }
    },
    link: async (from: string, to: string) => {
      note('link')
      await real.link(from, to)
    },
    rename: async (from: string, to: string) => {
      note('rename')
      await real.rename(from, to)
    },
  }
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-together-'))
  disk.faults.clear()
  disk.calls.length = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const bytes = (text: string) => new TextEncoder().encode(text)
const contents = () =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8')]))
const NEW = () => [
  { path: at('m.weights.bin'), bytes: bytes('new numbers') },
  { path: at('m.json'), bytes: bytes('new model') },
]
const OLD = { 'm.json': 'old model', 'm.weights.bin': 'old numbers' }
function putOld() {
  for (const [name, text] of Object.entries(OLD)) writeFileSync(at(name), text)
}

/** Every step at which two files over two older ones can fail. */
const STEPS = ['open 1', 'write 1', 'sync 1', 'open 2', 'write 2', 'sync 2', 'rename 1', 'rename 2']

describe('files that belong together', () => {
  it('are all written, over older ones or where there are none, and leave nothing beside them', async () => {
    expect(await writeFilesTogether(NEW())).toEqual({ ok: true })
    putOld()
    chmodSync(at('m.json'), 0o600)
    expect(await writeFilesTogether(NEW())).toEqual({ ok: true })
    expect(contents()).toEqual({ 'm.json': 'new model', 'm.weights.bin': 'new numbers' })
    expect(statSync(at('m.json')).mode & 0o777).toBe(0o600)
  })

  it('are written, all of them, before the first gets its name', async () => {
    putOld()
    await writeFilesTogether(NEW())
    const lastSync = disk.calls.lastIndexOf('sync 2')
    expect(disk.calls.slice(lastSync + 1)).toEqual(['link 2', 'rename 1', 'rename 2'])
  })

  it.each(STEPS.flatMap((step) => [true, false].map((older) => ({ step, older }))))(
    'are as before when it fails at $step (older files: $older)',
    async ({ step, older }) => {
      if (older) putOld()
      disk.faults.set(step, systemError('EIO'))
      const written = await writeFilesTogether(NEW())
      const name = step.endsWith('1') ? 'm.weights.bin' : 'm.json'
      expect(written).toEqual({
        ok: false,
        error: {
          code: 'file-not-written',
          text: saying(
            `"${name}" could not be saved: the disk reported a fault; try again or choose another disk.`,
          ),
        },
      })
      expect(contents()).toEqual(older ? OLD : {})
    },
  )

  it('are as before also where the file system knows no second names', async () => {
    putOld()
    for (const call of ['link 1', 'link 2']) disk.faults.set(call, systemError('EPERM'))
    disk.faults.set('rename 2', systemError('EIO'))
    expect((await writeFilesTogether(NEW())).ok).toBe(false)
    expect(contents()).toEqual(OLD)
  })

  it('are told of when one is new and could not be put back, and the old one is not thrown away', async () => {
    putOld()
    disk.faults.set('rename 2', systemError('EIO'))
    disk.faults.set('rename 3', systemError('EIO'))
    const written = await writeFilesTogether(NEW())
    expect(written.ok ? '' : inEnglish(written.error.text)).toMatch(
      /^"m\.json" could not be saved, while "m\.weights\.bin", which belongs to it, is the new one and could not be put back: /,
    )
    expect(Object.values(contents()).sort()).toEqual(['new numbers', 'old model', 'old numbers'])
  })

  it.skipIf(process.platform === 'win32')('go where links lead', async () => {
    writeFileSync(at('real.bin'), 'old numbers')
    symlinkSync('real.bin', at('m.weights.bin'))
    expect((await writeFilesTogether(NEW())).ok).toBe(true)
    expect(readFileSync(at('real.bin'), 'utf8')).toBe('new numbers')
    expect(readdirSync(folder).sort()).toEqual(['m.json', 'm.weights.bin', 'real.bin'])
  })
})

describe('a file that must be new', () => {
  const [numbers, model] = [0, 1]
  const onlyNew = () => NEW().map((file, i) => ({ ...file, onlyNew: i === numbers }))
  const taken =
    '"m.weights.bin" could not be saved: a file of this name has appeared meanwhile; choose another name.'

  it('keeps what has its name already, and the others from being written', async () => {
    putOld()
    const written = await writeFilesTogether(onlyNew())
    expect(written.ok ? '' : inEnglish(written.error.text)).toBe(taken)
    expect(contents()).toEqual(OLD)
    expect(onlyNew()[model]?.onlyNew).toBe(false)
  })

  it('also when that comes up at the last moment', async () => {
    disk.faults.set('link 1', systemError('EEXIST'))
    const written = await writeFilesTogether(onlyNew())
    expect(written.ok ? '' : inEnglish(written.error.text)).toBe(taken)
    expect(contents()).toEqual({})
  })

  it('is written where there is none', async () => {
    expect((await writeFilesTogether(onlyNew())).ok).toBe(true)
    expect(contents()).toEqual({ 'm.json': 'new model', 'm.weights.bin': 'new numbers' })
  })
})
