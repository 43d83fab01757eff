import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ensureFolder } from './disk/own-folder'
import { explain, isSystemError } from './disk/system-error'
import { temporaryBeside } from './disk/temporary-file'

/** A folder for what the app keeps, and what a person should know about it. */
export type UserData = { readonly folder: string; readonly notice: Text | null }

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
  if (problem.full) return { folder: wanted, notice: text('start.diskFull', { why }) }
  const folder = temporaryFolder()
  if (folder === null) return null
  return { folder, notice: text('start.elsewhere', { why }) }
}

/** Why nothing can be written into a folder, as the end of a sentence; null when it can. */
export function whyUnwritable(folder: string): { readonly why: Text; readonly full: boolean } | null {
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
    return { why: whyOf(error.code), full: FULL.includes(error.code) }
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

function whyOf(code: string): Text {
  if (code === 'EACCES' || code === 'EPERM') return text('start.noPermission')
  if (code === 'EROFS') return text('disk.readOnly')
  if (code === 'ENOENT' || code === 'ENOTDIR') return text('start.notMade')
  return explain(code)
}
