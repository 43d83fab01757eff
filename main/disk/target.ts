import { constants } from 'node:fs'
import { access, lstat, readlink, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fail, ok, type Result } from '@contract/result'
import { removeQuietly, writeTemporary } from './replace-file'
import { explain, isSystemError, systemError } from './system-error'

/** Symbolic links in a row before they count as a circle; Linux stops at as many. */
const MAX_LINKS = 40
const PERMISSION_BITS = 0o777

/** What a new file takes the place of. */
export type Target = {
  /** Where the file itself lies, behind all symbolic links. */
  readonly path: string
  /** Permissions of the file that is there, or null when there is none. */
  readonly mode: number | null
}

/**
 * Finds where a file is to be written, and whether it may: what is there is a file, and its owner has not made it
 * read-only. Throws the system's errors; EFTYPE where there is something else than a file or a folder.
 */
export async function findTarget(path: string): Promise<Target> {
  const file = await followLinks(path)
  const present = await unlessMissing(stat(file))
  if (!present) return { path: file, mode: null }
  if (present.isDirectory()) throw systemError('EISDIR')
  if (!present.isFile()) throw systemError('EFTYPE')
  // Renaming asks for permission in the folder only: a file that its owner made read-only would be lost.
  await access(file, constants.W_OK)
  return { path: file, mode: present.mode & PERMISSION_BITS }
}

/**
 * Whether a file can be written, asked before the work whose outcome it is to hold: the folder is there and takes new
 * files, the name is not too long, and what is there already may be replaced. Nothing is left behind.
 *
 * Fails with `file-not-written`.
 */
export async function checkTarget(path: string): Promise<Result<Target>> {
  try {
    const target = await findTarget(path)
    // As the new file is written before it gets its name. Only trying tells: permissions say nothing of /proc, of a disk
    // over a network, or of Windows.
    await removeQuietly(await writeTemporary(target.path, []))
    return ok(target)
  } catch (error) {
    return notWritten(path, error, 'cannot be saved')
  }
}

/** Whether there is anything of this name, be it a link that leads nowhere. Throws the system's errors. */
export async function isTaken(path: string): Promise<boolean> {
  return (await unlessMissing(lstat(path))) !== null
}

/**
 * The sentence for a file that was not written. Throws on what is no error of the system's.
 *
 * @param what was to be done and was not
 */
export function notWritten(path: string, error: unknown, what = 'could not be saved') {
  if (!isSystemError(error)) throw error
  return fail('file-not-written', `"${basename(path)}" ${what}: ${whyNot(error.code)}.`)
}

function whyNot(code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its folder does not exist or takes no files; choose another folder'
    case 'EEXIST':
      return 'a file of this name has come up meanwhile; choose another name'
    case 'EFTYPE':
      return 'there is something of this name that is not a file; choose another name'
    default:
      return explain(code) ?? `the system reports ${code}; try another folder or another name`
  }
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
