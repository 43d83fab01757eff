import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFileAtomically } from '../../../main/disk/atomic-file'
import { saying } from '../../helpers/saying'

const OLD = Uint8Array.of(1, 2, 3)
const NEW = new Uint8Array(100_000).fill(7)
const onWindows = process.platform === 'win32'
const asRoot = process.getuid?.() === 0

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'unroll-atomic-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path))
}

function refused(message: string) {
  return { ok: false, error: { code: 'file-not-written', text: saying(message) } }
}

describe('a file that is saved', () => {
  it('is new, or takes the place of the old one, and leaves nothing beside it', async () => {
    const path = join(folder, 'a.safetensors')
    expect(await writeFileAtomically(path, OLD)).toEqual({ ok: true })
    expect(bytesOf(path)).toEqual(OLD)
    expect(await writeFileAtomically(path, NEW)).toEqual({ ok: true })
    expect(bytesOf(path)).toEqual(NEW)
    expect(readdirSync(folder)).toEqual(['a.safetensors'])
  })

  it('is another file than the old one: whoever still has that open reads it to its end', async () => {
    const path = join(folder, 'a')
    writeFileSync(path, OLD)
    const before = statSync(path, { bigint: true }).ino
    await writeFileAtomically(path, NEW)
    expect(statSync(path, { bigint: true }).ino).not.toBe(before)
  })

  it('may have a name as long as the system allows', async () => {
    const name = 'n'.repeat(255)
    expect(await writeFileAtomically(join(folder, name), NEW)).toEqual({ ok: true })
    const tooLong = join(folder, 'n'.repeat(256))
    expect(await writeFileAtomically(tooLong, NEW)).toEqual(
      refused(`"${'n'.repeat(256)}" could not be saved: its name is too long; choose a shorter one.`),
    )
  })

  it.skipIf(onWindows)('keeps the permissions of the old one, and gets ordinary ones when new', async () => {
    const path = join(folder, 'a')
    await writeFileAtomically(path, OLD)
    expect(statSync(path).mode & 0o777).toBe(0o666 & ~process.umask())
    for (const mode of [0o600, 0o666, 0o640]) {
      chmodSync(path, mode)
      await writeFileAtomically(path, NEW)
      expect(statSync(path).mode & 0o777).toBe(mode)
    }
  })

  it.skipIf(onWindows)('is written behind a symbolic link, which stays', async () => {
    const far = join(folder, 'far')
    mkdirSync(far)
    writeFileSync(join(far, 'b'), OLD)
    symlinkSync('far', join(folder, 'short-cut'))
    symlinkSync(join('short-cut', 'b'), join(folder, 'second'))
    symlinkSync('second', join(folder, 'a'))
    expect(await writeFileAtomically(join(folder, 'a'), NEW)).toEqual({ ok: true })
    expect(readlinkSync(join(folder, 'a'))).toBe('second')
    expect(lstatSync(join(far, 'b')).isFile()).toBe(true)
    expect(bytesOf(join(far, 'b'))).toEqual(NEW)
    expect(readdirSync(far)).toEqual(['b'])
  })

  it.skipIf(onWindows)('is found where a link points up from a folder that is itself a link', async () => {
    mkdirSync(join(folder, 'far', 'deep'), { recursive: true })
    symlinkSync(join('far', 'deep'), join(folder, 'short-cut'))
    symlinkSync(join('..', 'b'), join(folder, 'far', 'deep', 'a'))
    expect(await writeFileAtomically(join(folder, 'short-cut', 'a'), NEW)).toEqual({ ok: true })
    expect(bytesOf(join(folder, 'far', 'b'))).toEqual(NEW)
    expect(readdirSync(folder).toSorted()).toEqual(['far', 'short-cut'])
  })

  it.skipIf(onWindows)('is made where a symbolic link leads that leads to nothing yet', async () => {
    mkdirSync(join(folder, 'far'))
    symlinkSync(join('far', 'b'), join(folder, 'a'))
    expect(await writeFileAtomically(join(folder, 'a'), NEW)).toEqual({ ok: true })
    expect(bytesOf(join(folder, 'far', 'b'))).toEqual(NEW)
    expect(lstatSync(join(folder, 'a')).isSymbolicLink()).toBe(true)
  })
})

describe('a file that cannot be saved is told in one sentence', () => {
  it('when its folder is gone', async () => {
    expect(await writeFileAtomically(join(folder, 'gone', 'a'), NEW)).toEqual(
      refused('"a" could not be saved: its folder does not exist or takes no files; choose another folder.'),
    )
  })

  it('when a folder has its name', async () => {
    const path = join(folder, 'a')
    mkdirSync(path)
    expect(await writeFileAtomically(path, NEW)).toEqual(
      refused('"a" could not be saved: there is a folder of this name; choose another name.'),
    )
    expect(readdirSync(folder, { recursive: true })).toEqual(['a'])
  })

  it.skipIf(onWindows)('when a pipe has its name', async () => {
    const path = join(folder, 'a')
    execFileSync('mkfifo', [path])
    expect(await writeFileAtomically(path, NEW)).toEqual(
      refused(
        '"a" could not be saved: there is something of this name that is not a file; choose another name.',
      ),
    )
    expect(lstatSync(path).isFIFO()).toBe(true)
  })

  it.skipIf(onWindows)('when symbolic links lead round in a circle', async () => {
    symlinkSync('b', join(folder, 'a'))
    symlinkSync('a', join(folder, 'b'))
    expect(await writeFileAtomically(join(folder, 'a'), NEW)).toEqual(
      refused('"a" could not be saved: its links lead round in a circle; choose another file.'),
    )
  })

  const NO_PERMISSION =
    '"a" could not be saved: Unroll has no permission there; choose another folder or change the permissions.'

  it.skipIf(onWindows || asRoot)('when the old one is read-only', async () => {
    const path = join(folder, 'a')
    writeFileSync(path, OLD, { mode: 0o444 })
    expect(await writeFileAtomically(path, NEW)).toEqual(refused(NO_PERMISSION))
    expect(bytesOf(path)).toEqual(OLD)
  })

  it.skipIf(onWindows || asRoot)('when the folder is read-only', async () => {
    chmodSync(folder, 0o555)
    expect(await writeFileAtomically(join(folder, 'a'), NEW)).toEqual(refused(NO_PERMISSION))
    chmodSync(folder, 0o755)
    expect(readdirSync(folder)).toEqual([])
  })
})

/** A real disk of 1 MiB; only root may mount one, and only Linux has tmpfs. */
function mountSmallDisk(at: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('a disk that is full', () => {
  it('leaves the old file whole, and nothing beside it (needs the right to mount a tmpfs)', async (test) => {
    if (!mountSmallDisk(folder)) test.skip('this user may not mount a tmpfs')
    try {
      const path = join(folder, 'a.safetensors')
      expect(await writeFileAtomically(path, NEW)).toEqual({ ok: true })
      expect(await writeFileAtomically(path, new Uint8Array(1_500_000))).toEqual(
        refused(
          '"a.safetensors" could not be saved: the disk is full; free some space or choose another disk.',
        ),
      )
      expect(bytesOf(path)).toEqual(NEW)
      expect(readdirSync(folder)).toEqual(['a.safetensors'])
    } finally {
      execFileSync('umount', [folder])
    }
  })

  it('that is read-only is told apart (needs the right to mount a tmpfs)', async (test) => {
    if (!mountSmallDisk(folder)) test.skip('this user may not mount a tmpfs')
    try {
      execFileSync('mount', ['-o', 'remount,ro', folder])
      expect(await writeFileAtomically(join(folder, 'a'), NEW)).toEqual(
        refused('"a" could not be saved: the disk is read-only; choose another disk.'),
      )
    } finally {
      execFileSync('umount', [folder])
    }
  })
})
