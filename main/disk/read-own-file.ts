import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { explain, isSystemError } from './system-error'

/** Not to wait at a pipe that lies where a file should; Windows has neither. */
const WITHOUT_WAITING = constants.O_NONBLOCK ?? 0

/** What became of reading a file of the app's own. */
export type OwnFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  /** Something is there, but not what the app wrote; `why` ends a sentence. */
  | { readonly kind: 'damaged'; readonly why: Text }

/**
 * Reads a file of the app's own data, whatever lies in its place: a folder, a pipe, a link to nothing or round
 * in a circle, or more than it ever wrote are damage, and told as such. Never waits, never throws for what is on disk.
 *
 * @param maxBytes the largest size that is read
 */
export function readOwnFileSync(path: string, maxBytes: number): OwnFile {
  try {
    const file = openSync(path, constants.O_RDONLY | WITHOUT_WAITING)
    try {
      const found = fstatSync(file)
      if (found.isDirectory()) return { kind: 'damaged', why: text('disk.isFolder') }
      if (!found.isFile()) return { kind: 'damaged', why: text('disk.isDevice') }
      if (found.size > maxBytes) return { kind: 'damaged', why: text('disk.hasBytes', { bytes: found.size }) }
      const bytes = new Uint8Array(found.size)
      return { kind: 'read', bytes: bytes.subarray(0, fill(file, bytes)) }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    if (error.code === 'ENOENT') return { kind: 'missing' }
    if (error.code === 'EISDIR') return { kind: 'damaged', why: text('disk.isFolder') }
    return { kind: 'damaged', why: explain(error.code) }
  }
}

/** Reads until there is no more: no system reads two gigabytes at once. */
function fill(file: number, bytes: Uint8Array): number {
  let filled = 0
  while (filled < bytes.byteLength) {
    const read = readSync(file, bytes, filled, bytes.byteLength - filled, null)
    if (read === 0) break
    filled += read
  }
  return filled
}
