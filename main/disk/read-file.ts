import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '@contract/result'
import { counted } from '@contract/words'
import { explain, isSystemError } from './system-error'

/**
 * A pipe that takes its place between the two looks would otherwise hold us until someone writes. Windows has
 * neither.
 */
const WITHOUT_WAITING = constants.O_NONBLOCK ?? 0

/** What a file is read for, as its sentences call it. */
export type FileKind = {
  /** What it should hold. */
  readonly content: string
  /** What to choose instead of something that is no file. */
  readonly choose: string
}

const WEIGHTS: FileKind = {
  content: 'weights',
  choose: 'a file of weights: .safetensors, .npz, .weights.h5, .keras or .json',
}

/**
 * Reads a whole file that a person chose. Only regular files are opened (a pipe or a device may never end, or
 * answer to being opened), and none beyond the cap; memory is taken for the size that the file has, not for
 * what it may grow to.
 *
 * Fails with `file-unreadable` and a sentence with the file's base name.
 *
 * @param maxBytes the largest size that is read
 */
export async function readFileCapped(
  path: string,
  maxBytes: number,
  kind: FileKind = WEIGHTS,
): Promise<Result<Uint8Array>> {
  const refuse = (why: string) => fail('file-unreadable', `"${basename(path)}" could not be read: ${why}.`)
  try {
    const before = whyUnfit(await stat(path), maxBytes, kind)
    if (before) return refuse(before)
    const file = await open(path, constants.O_RDONLY | WITHOUT_WAITING)
    try {
      const found = await file.stat()
      const unfit = whyUnfit(found, maxBytes, kind)
      if (unfit) return refuse(unfit)
      const bytes = await readExactly(file, found.size)
      return bytes ? ok(bytes) : refuse('another program changed it meanwhile; try again')
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return refuse(explain(error.code) ?? `the system reports ${error.code}; choose another file`)
  }
}

function whyUnfit(found: Stats, maxBytes: number, { content, choose }: FileKind): string | null {
  if (found.isDirectory()) return `it should be a file, but is a folder; choose ${choose}`
  if (!found.isFile()) return `it should be a file, but is a device or a pipe; choose ${choose}`
  if (found.size === 0) return `it should hold ${content}, but is empty; choose another file`
  if (found.size > maxBytes)
    return `it should have at most ${counted(maxBytes, 'byte')}, but has ${inWords(found.size)}; choose a smaller file`
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

function inWords(bytes: number): string {
  return bytes.toLocaleString('en-US')
}
