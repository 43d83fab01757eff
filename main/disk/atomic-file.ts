import { constants } from 'node:fs'
import { access, readlink, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fail, ok, type Result } from '@contract/result'
import { replaceFile } from './replace-file'
import { explain, isSystemError, systemError } from './system-error'
import { sweepLeftovers } from './temporary-file'

/** Symbolic links in a row before they count as a circle; Linux stops at as many. */
const MAX_LINKS = 40
const PERMISSION_BITS = 0o777

/** What the new file takes the place of. */
type Target = {
  /** Where the file itself lies, behind all symbolic links. */
  readonly path: string
  /** Permissions of the file that is there, or null when there is none. */
  readonly mode: number | null
}

/**
 * Writes a file so that at every moment, through a full disk or a power cut, either the old one or the new
 * one is there, and whole (`replaceFile`).
 * A symbolic link stays, the file that it leads to is replaced; permissions of an older file are kept. After
 * a failure the old file is as it was and the temporary one is gone.
 *
 * Fails with `file-not-written`: no space, no permission, no folder, or something other than a file is there.
 *
 * @param bytes all of them, or piece by piece
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array | Iterable<Uint8Array>,
): Promise<Result<void>> {
  const refuse = (why: string) => fail('file-not-written', `"${basename(path)}" could not be saved: ${why}.`)
  try {
    const target = await findTarget(path)
    if (!target) return refuse('there is something of this name that is not a file; choose another name')
    await sweepLeftovers(dirname(target.path))
    await replaceFile(target.path, bytes instanceof Uint8Array ? [bytes] : bytes, { mode: target.mode })
    return ok()
  } catch (error) {
    if (!isSystemError(error)) throw error
    if (error.code === 'ENOENT') return refuse('its folder is no longer there; choose another folder')
    return refuse(
      explain(error.code) ?? `the system reports ${error.code}; try another folder or another name`,
    )
  }
}

async function findTarget(path: string): Promise<Target | null> {
  const file = await followLinks(path)
  const present = await unlessMissing(stat(file))
  if (!present) return { path: file, mode: null }
  if (present.isDirectory()) throw systemError('EISDIR')
  if (!present.isFile()) return null
  // Renaming asks for permission in the folder only: a file that its owner made read-only would be lost.
  await access(file, constants.W_OK)
  return { path: file, mode: present.mode & PERMISSION_BITS }
}

/** Like `realpath`, but the last link may lead to a file that is yet to be made. */
async function followLinks(path: string, links = 0): Promise<string> {
  if (links > MAX_LINKS) throw systemError('ELOOP')
  const file = join(await realpath(dirname(path)), basename(path))
  const link = await readlink(file).catch((error: unknown) => {
    // EINVAL (on Windows UNKNOWN, for some files): it is there, but is no link.
    if (isSystemError(error) && ['EINVAL', 'ENOENT', 'UNKNOWN'].includes(error.code)) return null
    throw error
  })
  return link === null ? file : followLinks(resolve(dirname(file), link), links + 1)
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return null
    throw error
  })
}
