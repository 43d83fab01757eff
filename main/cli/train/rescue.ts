import { mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { isSystemError } from '../../disk/system-error'
import type { Terminal } from '../base/terminal'
import type { Training } from './training'

const CHOICE = { format: 'safetensors', names: 'pytorch', script: false } as const

/**
 * Keeps weights that could be saved nowhere where they were to go: in a new folder where the person stands, or among
 * the system's temporary files. Gives a sentence for a person either way.
 */
export async function rescue(
  training: Pick<Training, 'save'>,
  terminal: Pick<Terminal, 'pathOf'>,
): Promise<Result<Text>> {
  for (const place of [terminal.pathOf('.'), tmpdir()]) {
    const folder = await newFolder(place)
    if (folder === null) continue
    const path = join(folder, 'weights.safetensors')
    const saved = await training.save(path, CHOICE, 'keep')
    if (saved.ok) return ok(text('train.rescued', { path }))
    await rmdir(folder).catch(() => {})
  }
  return fail('file-not-written', text('train.lost'))
}

/** Null where none can be made. */
async function newFolder(place: string): Promise<string | null> {
  try {
    return await mkdtemp(join(place, 'unroll-rescued-'))
  } catch (error) {
    if (!isSystemError(error)) throw error
    return null
  }
}
