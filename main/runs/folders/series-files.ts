import { lstatSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError } from '../../disk/system-error'

const HASH = /\b[0-9a-f]{64}\b/g
const FILE = /^([0-9a-f]{64})\.series$/

/**
 * The series that a run's settings name, by their hashes. They are looked for in its words, so that settings of another
 * version name theirs too.
 */
export function seriesNamed(config: unknown): readonly string[] {
  return [...new Set(JSON.stringify(config ?? null).match(HASH) ?? [])]
}

/** The files of series, which the trainer writes, as far as they take room. */
export type SeriesFiles = {
  /** Bytes on the disk; 0 where there is none. */
  readonly size: (hash: string) => number
  /** Removes all but these. Throws the system's errors. */
  readonly keepOnly: (hashes: ReadonlySet<string>) => Promise<void>
  readonly remove: (hashes: readonly string[]) => Promise<void>
}

/** @param folder it need not be there */
export function createSeriesFiles(folder: string): SeriesFiles {
  const pathOf = (hash: string) => join(folder, `${hash}.series`)
  const remove = async (hashes: readonly string[]) => {
    await Promise.all(hashes.map((hash) => rm(pathOf(hash), { force: true })))
  }
  return {
    size: (hash) => {
      try {
        const found = lstatSync(pathOf(hash), { throwIfNoEntry: false })
        return found?.isFile() ? found.size : 0
      } catch (error) {
        if (!isSystemError(error)) throw error
        return 0
      }
    },
    keepOnly: async (hashes) => {
      const found = (await namesIn(folder)).map((name) => FILE.exec(name)?.[1])
      await remove(found.filter((hash) => hash !== undefined && !hashes.has(hash)) as string[])
    },
    remove,
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    // Nothing has been kept yet, or what lies there is not ours.
    if (isSystemError(error) && ['ENOENT', 'ENOTDIR'].includes(error.code)) return []
    throw error
  }
}
