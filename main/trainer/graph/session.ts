import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TAG } from './messages'
import { nativeBackend } from './native-binding'

/**
 * Loads a SavedModel into a native session of its own; give it back by `closeSession`. tfjs-node's only way into a
 * session is a folder on disk, so one is made where the system has its temporary files, and removed again.
 *
 * @param savedModel the bytes of `saved_model.pb`
 * @throws Error with TensorFlow's own words if the graph is not one
 */
export function openSession(savedModel: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-graph-'))
  try {
    writeFileSync(join(folder, 'saved_model.pb'), savedModel)
    return nativeBackend().binding.loadSavedModel(folder, TAG)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Gives a session's memory back. */
export function closeSession(session: number): void {
  nativeBackend().binding.deleteSavedModel(session)
}
