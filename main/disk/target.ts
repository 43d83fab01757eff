import { constants } from 'node:fs'
import { access, lstat, readlink, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { removeQuietly, writeTemporary } from './replace-file'
import { explain, isSystemError, systemError } from './system-error'
import { isNameOnWindows } from './windows-names'

/** Symbolic links in a row before they count as a circle; Linux stops at as many. */
const MAX_LINKS = 40
const PERMISSION_BITS = 0o777

/** Not a system's: Windows itself would write to a device or to a file of another name, and say nothing. */
const NO_NAME_HERE = 'EBADNAME'

/** What a new file takes the place of. */
export type Target = {
  /** Where the file itself lies, behind all symbolic links. */
  readonly path: string
  /** Permissions of the file that is there, or null when there is none. */
  readonly mode: number | null
}

/**
 * Finds where a file is to be written, and whether it may: what is there is a file, and its owner has not made it
 * read-only. Throws the system's errors; EFTYPE where there is something else than a file or a folder, EBADNAME where no
 * file of this name can be.
 */
export async function findTarget(path: string, platform: string = process.platform): Promise<Target> {
  if (platform === 'win32' && !isNameOnWindows(basename(path))) throw systemError(NO_NAME_HERE)
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
export async function checkTarget(
  path: string,
  platform: string = process.platform,
): Promise<Result<Target>> {
  try {
    const target = await findTarget(path, platform)
    // As the new file is written before it gets its name. Only trying tells: permissions say nothing of /proc, of a disk
    // over a network, or of Windows.
    await removeQuietly(await writeTemporary(target.path, []))
    return ok(target)
  } catch (error) {
    return notWritten(path, error, (name, why) => text('disk.cannotBeSaved', { name, why }))
  }
}

/** Whether there is anything of this name, be it a link that leads nowhere. Throws the system's errors. */
export async function isTaken(path: string): Promise<boolean> {
  return (await unlessMissing(lstat(path))) !== null
}

/** A sentence for a file that was not written, by its base name and the reason. */
export type NotWritten = (name: string, why: Text) => Text

/**
 * The failure for a file that was not written. Throws on what is no error of the system's.
 *
 * @param tell the sentence for it
 */
export function notWritten(path: string, error: unknown, tell: NotWritten = notSaved) {
  if (!isSystemError(error)) throw error
  return fail('file-not-written', tell(basename(path), whyNot(error.code)))
}

function notSaved(name: string, why: Text): Text {
  return text('disk.notSaved', { name, why })
}

function whyNot(code: string): Text {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return text('disk.fault', { fault: text('disk.noFolder'), advice: text('disk.chooseFolder') })
    case 'EEXIST':
      return text('disk.fault', { fault: text('disk.nameTaken'), advice: text('disk.chooseName') })
    case 'EFTYPE':
      return text('disk.fault', { fault: text('disk.isNamedOther'), advice: text('disk.chooseName') })
    case NO_NAME_HERE:
      return text('disk.fault', { fault: text('disk.forbiddenName'), advice: text('disk.chooseName') })
    default:
      return explain(code, text('disk.tryElsewhere'))
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
