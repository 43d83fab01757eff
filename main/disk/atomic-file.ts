import { dirname } from 'node:path'
import { ok, type Result } from '@contract/result'
import { type NewFile, type Pieces, replaceFile } from './replace-file'
import { findTarget, notWritten } from './target'
import { sweepLeftovers } from './temporary-file'

/**
 * Writes a file so that at every moment, through a full disk or a power cut, either the old one or the new
 * one is there, and whole (`replaceFile`).
 * A symbolic link stays, the file that it leads to is replaced; permissions of an older file are kept. After
 * a failure the old file is as it was and the temporary one is gone.
 *
 * Fails with `file-not-written`: no space, no permission, no folder, or something other than a file is there.
 *
 * @param bytes all of them, or piece by piece
 * @param check looks at what was written under a temporary name; what it throws is thrown, and all is as it was
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array | Pieces,
  check?: NewFile['check'],
): Promise<Result<void>> {
  try {
    const { path: file, mode } = await findTarget(path)
    await sweepLeftovers(dirname(file))
    await replaceFile(file, bytes instanceof Uint8Array ? [bytes] : bytes, { mode, ...(check && { check }) })
    return ok()
  } catch (error) {
    return notWritten(path, error)
  }
}
