import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureFolder } from './disk/own-folder'
import { explain, isSystemError } from './disk/system-error'
import { temporaryBeside } from './disk/temporary-file'

/** A folder for what the app keeps, and what a person should know about it. */
export type UserData = { readonly folder: string; readonly notice: string | null }

/** Errors that leave the folder readable and its older files of use. */
const FULL: readonly string[] = ['ENOSPC', 'EDQUOT']

/**
 * The folder where the app may write: the one that it is to use, made if need be, or, where that cannot be written, a
 * temporary one, so that there is a window all the same. Null when there is neither. `wanted` may be full: then it
 * stays, as what it holds can be read.
 */
export function findUserData(wanted: string): UserData | null {
  const problem = whyUnwritable(wanted)
  if (problem === null) return { folder: wanted, notice: null }
  const { why } = problem
  if (problem.full)
    return {
      folder: wanted,
      notice: `Unroll cannot keep anything in its data folder: ${why}. Until then a crash loses the run.`,
    }
  const folder = temporaryFolder()
  if (folder === null) return null
  const notice = `Unroll cannot write to its data folder: ${why}. It has started without it: runs, recent files and the tour are forgotten when it quits.`
  return { folder, notice }
}

/** Why nothing can be written into a folder, as the end of a sentence; null when it can. */
export function whyUnwritable(folder: string): { readonly why: string; readonly full: boolean } | null {
  try {
    ensureFolder(folder)
    const probe = temporaryBeside(join(folder, 'probe'))
    try {
      writeFileSync(probe, 'probe', { flag: 'wx' })
    } finally {
      rmSync(probe, { force: true })
    }
    return null
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { why: inWords(error.code), full: FULL.includes(error.code) }
  }
}

function temporaryFolder(): string | null {
  try {
    return mkdtempSync(join(tmpdir(), 'unroll-'))
  } catch (error) {
    if (!isSystemError(error)) throw error
    return null
  }
}

function inWords(code: string): string {
  if (code === 'EACCES' || code === 'EPERM') return 'it has no permission there'
  if (code === 'EROFS') return 'the disk is read-only'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'it cannot be made there'
  return explain(code) ?? `the system reports ${code}`
}
