import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { KeptFile, KeptRunFiles } from '@contract/project/family'
import { isSystemError } from '../../../disk/system-error'
import { decodeKeyframes } from '../../timeline/keyframe-file'
import type { PackedKeyframe } from '../../timeline/keyframes'
import { packSnapshot } from '../../timeline/packed-snapshot'
import { type Checkpoint, decodeCheckpoint } from '../../weights/checkpoint/checkpoint'

/** The run that is kept in some files; null where one of them is missing, or is not to the last bit what was written. */
export async function keptCheckpoint({
  present,
  initial,
}: Pick<KeptRunFiles, 'present' | 'initial'>): Promise<Checkpoint | null> {
  const [now, before] = [await whole(present), initial && (await whole(initial))]
  if (!now || (initial && !before)) return null
  const checkpoint = decodeCheckpoint({ present: now, initial: before })
  return checkpoint.ok ? checkpoint.value : null
}

/** The keyframes that are kept of a run, in order; none where there are none, or where they are damaged. */
export async function keptKeyframes(
  { keyframes }: Pick<KeptRunFiles, 'keyframes'>,
  { id, present }: Checkpoint,
): Promise<readonly PackedKeyframe[]> {
  const bytes = await read(keyframes)
  return bytes ? decodeKeyframes(bytes, id, present.updatesDone, packSnapshot(present).numbers.length) : []
}

async function whole({ path, sha256 }: KeptFile): Promise<Uint8Array | null> {
  const bytes = await read(path)
  return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (!isSystemError(error)) throw error
    return null
  }
}
