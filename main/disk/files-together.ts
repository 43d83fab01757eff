import { copyFile, link, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { flushFolder, removeQuietly, writeTemporary } from './replace-file'
import { isSystemError, systemError } from './system-error'
import { findTarget, isTaken, notWritten } from './target'
import { sweepLeftovers, temporaryBeside } from './temporary-file'

/** One of several files that belong together. */
export type FileToWrite = {
  readonly path: string
  readonly bytes: Uint8Array
  /** It must be new: whatever has its name already stays, and none of the files is written. */
  readonly onlyNew?: boolean
}

/** A file on its way: written under a temporary name, and the old one, if any, under a second. */
type Placed = {
  readonly path: string
  readonly onlyNew: boolean
  readonly temporary: string
  /** Null where there was no file. */
  readonly old: string | null
}

/** Of file systems that know no second name for a file. */
const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV']

/**
 * Writes files that belong together, all of them or none: each is written and flushed under a temporary name before
 * the first gets its own, and when one cannot get it, those before it are put back. Only a process that is killed
 * between two renames leaves old and new side by side; the files should then tell by themselves that they do not
 * belong together. Links are followed and permissions kept, as by `writeFileAtomically`.
 *
 * Fails with `file-not-written` and the name of the file that it was.
 *
 * @param files those that others refer to before those that refer to them
 */
export async function writeFilesTogether(files: readonly FileToWrite[]): Promise<Result<void>> {
  const placed: Placed[] = []
  let present = ''
  let stuck: Placed | null = null
  try {
    for (const file of files) {
      present = file.path
      await prepare(file, placed)
    }
    for (const [index, file] of placed.entries()) {
      present = files[index]?.path ?? file.path
      try {
        await putInPlace(file)
      } catch (error) {
        stuck = await putBack(placed.slice(0, index))
        throw error
      }
    }
    for (const folder of new Set(placed.map(({ path }) => dirname(path)))) await flushFolder(folder)
    return ok()
  } catch (error) {
    if (!stuck) return notWritten(present, error)
    const other = basename(stuck.path)
    return notWritten(present, error, (name, why) => text('disk.halfSaved', { name, other, why }))
  } finally {
    for (const file of placed) {
      await removeQuietly(file.temporary)
      // The old file that could not be put back is still there under its second name, and nowhere else.
      if (file.old !== null && file !== stuck) await removeQuietly(file.old)
    }
  }
}

/** Writes a file under a temporary name, and gives the one that is there a second. */
async function prepare({ path, bytes, onlyNew = false }: FileToWrite, placed: Placed[]): Promise<void> {
  if (onlyNew && (await isTaken(path))) throw systemError('EEXIST')
  const target = await findTarget(path)
  await sweepLeftovers(dirname(target.path))
  const temporary = await writeTemporary(target.path, [bytes], { mode: target.mode })
  const old = target.mode === null ? null : temporaryBeside(target.path)
  placed.push({ path: target.path, onlyNew, temporary, old })
  if (old !== null) await secondName(target.path, old)
}

/** Puts old files back, the last first; what could not be put back is what it gives. */
async function putBack(done: readonly Placed[]): Promise<Placed | null> {
  for (const file of done.toReversed()) {
    try {
      await (file.old === null ? rm(file.path) : rename(file.old, file.path))
    } catch (error) {
      if (!isSystemError(error)) throw error
      return file
    }
  }
  return null
}

/** A second name for a file, so that it can have its first again; a copy where the file system has no such thing. */
async function secondName(path: string, name: string): Promise<void> {
  await link(path, name).catch((error: unknown) => {
    if (isSystemError(error) && NO_LINKS.includes(error.code)) return copyFile(path, name)
    throw error
  })
}

async function putInPlace({ path, onlyNew, temporary }: Placed): Promise<void> {
  if (!onlyNew) return rename(temporary, path)
  try {
    // Unlike a rename it fails when there is something of this name by now.
    await link(temporary, path)
  } catch (error) {
    if (!isSystemError(error) || !NO_LINKS.includes(error.code)) throw error
    if (await isTaken(path)) throw systemError('EEXIST')
    await rename(temporary, path)
  }
}
