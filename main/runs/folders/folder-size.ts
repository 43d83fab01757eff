import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isSystemError } from '../../disk/system-error'

/** Bytes of the files in a run's folder, which has no folders in it; 0 when it is not there or cannot be looked at. */
export function folderSize(folder: string): number {
  try {
    // A file may go between the two: a checkpoint that a newer one has replaced.
    return readdirSync(folder)
      .map((name) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0)
  } catch (error) {
    if (!isSystemError(error)) throw error
    return 0
  }
}
