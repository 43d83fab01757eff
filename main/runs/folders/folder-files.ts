import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isSystemError } from '../../disk/system-error'

/** A file in a run's folder, which has no folders in it. */
export type FolderFile = { readonly name: string; readonly bytes: number }

/** The files in a run's folder; none where it is not there or cannot be looked at. */
export function filesIn(folder: string): readonly FolderFile[] {
  try {
    // A file may go between the two: a checkpoint that a newer one has replaced.
    return readdirSync(folder).map((name) => {
      return { name, bytes: lstatSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0 }
    })
  } catch (error) {
    if (!isSystemError(error)) throw error
    return []
  }
}

/** Bytes that they take together. */
export function bytesOf(files: readonly FolderFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
