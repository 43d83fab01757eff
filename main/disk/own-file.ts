import { dirname } from 'node:path'
import { ensureFolder } from './own-folder'
import { type Pieces, replaceFile, replaceFileSync } from './replace-file'
import { sweepLeftovers } from './temporary-file'

/** What the app keeps for itself is nobody else's to read. */
const MODE = 0o600

/**
 * Writes a file of the app's own data, whole or not at all, and makes its folder where there is none. For what is
 * large, or written while a run trains: nothing else that the process does is held up. Throws the system's errors.
 */
export async function writeDurably(path: string, data: Uint8Array | string | Pieces): Promise<void> {
  ensureFolder(dirname(path))
  await sweepLeftovers(dirname(path))
  const isWhole = typeof data === 'string' || data instanceof Uint8Array
  await replaceFile(path, isWhole ? [bytesOf(data)] : data, { mode: MODE })
}

/** The same in one call: for what is small, or written while the app quits. */
export function writeDurablySync(path: string, data: Uint8Array | string): void {
  ensureFolder(dirname(path))
  replaceFileSync(path, bytesOf(data), { mode: MODE })
}

function bytesOf(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data
}
