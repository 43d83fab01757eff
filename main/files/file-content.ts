import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { type FileContent, isTableName } from '@contract/data/opened-table'
import { formatOfName } from '@contract/files/weight-formats'
import { text } from '@contract/language/texts'
import { isProjectName } from '@contract/project/project'
import { fail, ok, type Result } from '@contract/result'
import { explain, isSystemError } from '../disk/system-error'

/** Bytes of a file that are looked at. */
const LOOK = 4096
/** Not to wait at a pipe that lies where a file should; Windows has neither. */
const WITHOUT_WAITING = constants.O_NONBLOCK ?? 0

/** What a file is taken for by its name; null where that says nothing. */
export function contentByName(path: string): FileContent | null {
  const name = basename(path)
  if (isTableName(name)) return 'table'
  if (isProjectName(name)) return 'project'
  return formatOfName(name, 'load').ok ? 'weights' : null
}

/**
 * What a file is to be opened as: by its ending, or where that says nothing, by its first bytes. What reads as text is a
 * table, unless it begins as JSON does; all else is for whoever reads weights to name.
 */
export function contentOfFile(path: string): Result<FileContent> {
  const named = contentByName(path)
  if (named !== null) return ok(named)
  try {
    const file = openSync(path, constants.O_RDONLY | WITHOUT_WAITING)
    try {
      if (!fstatSync(file).isFile()) return ok('weights')
      const bytes = new Uint8Array(LOOK)
      return ok(looksLikeTable(bytes.subarray(0, readSync(file, bytes))) ? 'table' : 'weights')
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    const why = explain(error.code, text('disk.chooseFile'))
    return fail('file-unreadable', text('disk.notRead', { name: basename(path), why }))
  }
}

function looksLikeTable(bytes: Uint8Array): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isWide) return true
  // Below the space, a text has tabs, ends of lines and of pages.
  const isText = bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trimStart()
  return isText && start !== '' && !/^[{[]/.test(start)
}
