import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { explain, isSystemError } from './system-error'

/**
 * A pipe that takes its place between the two looks would otherwise hold us until someone writes. Windows has
 * neither.
 */
const WITHOUT_WAITING = constants.O_NONBLOCK ?? 0

/** What a file is read for, as its sentences call it. */
export type FileKind = {
  /** What it should hold. */
  readonly content: Text
  /** What to choose instead of something that is no file. */
  readonly choose: Text
}

const WEIGHTS: FileKind = {
  content: text('disk.weights'),
  choose: text('disk.chooseWeights'),
}

/** A file that a person chose, open, and its size in bytes. Who asked for it closes it. */
export type ChosenFile = { readonly file: FileHandle; readonly size: number }

/**
 * Opens a file that a person chose. Only regular files are opened (a pipe or a device may never end, or answer to being
 * opened), and none beyond the cap.
 *
 * Fails with `file-unreadable` and a sentence with the file's base name.
 *
 * @param maxBytes the largest size that is read
 */
export async function openFileCapped(
  path: string,
  maxBytes: number,
  kind: FileKind,
): Promise<Result<ChosenFile>> {
  try {
    const before = whyUnfit(await stat(path), maxBytes, kind)
    if (before) return refuse(path, before)
    const file = await open(path, constants.O_RDONLY | WITHOUT_WAITING)
    try {
      const found = await file.stat()
      const unfit = whyUnfit(found, maxBytes, kind)
      if (!unfit) return ok({ file, size: found.size })
      await file.close()
      return refuse(path, unfit)
    } catch (error) {
      await file.close()
      throw error
    }
  } catch (error) {
    return refuseFault(path, error)
  }
}

/**
 * Reads a whole file that a person chose, as `openFileCapped` opens it; memory is taken for the size that the file has, not for
 * what it may grow to. Fails as that does.
 */
export async function readFileCapped(
  path: string,
  maxBytes: number,
  kind: FileKind = WEIGHTS,
): Promise<Result<Uint8Array>> {
  const opened = await openFileCapped(path, maxBytes, kind)
  if (!opened.ok) return opened
  const { file, size } = opened.value
  try {
    const bytes = await readExactly(file, size)
    return bytes ? ok(bytes) : refuse(path, text('disk.changed'))
  } catch (error) {
    return refuseFault(path, error)
  } finally {
    await file.close()
  }
}

function refuse(path: string, why: Text) {
  return fail('file-unreadable', text('disk.notRead', { name: basename(path), why }))
}

function refuseFault(path: string, error: unknown) {
  if (!isSystemError(error)) throw error
  return refuse(path, explain(error.code, text('disk.chooseFile')))
}

function whyUnfit(found: Stats, maxBytes: number, { content, choose }: FileKind): Text | null {
  if (found.isDirectory()) return text('disk.folderForFile', { choose })
  if (!found.isFile()) return text('disk.deviceForFile', { choose })
  if (found.size === 0) return text('disk.empty', { content })
  if (found.size > maxBytes) return text('disk.tooLarge', { most: maxBytes, found: found.size })
  return null
}

/** Null when the file turns out shorter or longer. */
async function readExactly(file: FileHandle, size: number): Promise<Uint8Array | null> {
  // One byte more than expected: if it is filled, the file has grown.
  const bytes = new Uint8Array(size + 1)
  let filled = 0
  while (filled < bytes.byteLength) {
    const { bytesRead } = await file.read(bytes, filled, bytes.byteLength - filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled === size ? bytes.subarray(0, size) : null
}
