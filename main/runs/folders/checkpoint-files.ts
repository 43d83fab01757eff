import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../../disk/own-file'
import type { CheckpointFile } from './kept-run-file'

const ENDING = '.checkpoint'

/** A name for a checkpoint, which no other file has. */
export function newCheckpointName(): string {
  return `${randomUUID()}${ENDING}`
}

/** Whether a file of this name is a checkpoint. */
export function isCheckpoint(name: string): boolean {
  return name.endsWith(ENDING)
}

/** Writes a checkpoint under a name of its own. Throws the system's errors. */
export async function writeCheckpoint(place: string, bytes: Uint8Array): Promise<CheckpointFile> {
  const file = newCheckpointName()
  await writeDurably(join(place, file), bytes)
  return { file, bytes: bytes.byteLength, sha256: await hashOf(bytes) }
}

/** Reads one; null when it is missing or is not to the last bit what was written. */
export async function readCheckpoint(
  place: string,
  { file, sha256 }: CheckpointFile,
): Promise<Uint8Array | null> {
  const bytes = await readFile(join(place, file)).catch(() => null)
  return bytes && (await hashOf(bytes)) === sha256 ? bytes : null
}

/** Computed outside main's own thread: a checkpoint may be large. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  // Node's buffers are never over shared memory, which is all that the types say here.
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Buffer.from(hash).toString('hex')
}
