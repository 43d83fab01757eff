import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fail, ok, type Result } from '@contract/result'
import { writeFileAtomically } from '../trainer/weights/atomic-file'

/** Whether a file can be made where it is to be: its folder is there. */
export async function checkFolder(path: string): Promise<Result<void>> {
  const folder = dirname(path)
  // Whatever hinders a look hinders the file: there is nothing else to tell apart.
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory()) return ok()
  return fail(
    'file-not-written',
    `"${basename(path)}" must go into a folder, but there is none at ${folder}; make it, or choose another.`,
  )
}

/** Writes a text file whole or not at all; gives a sentence for a person either way. */
export async function writeText(path: string, text: string): Promise<Result<string>> {
  const bytes = new TextEncoder().encode(text)
  const written = await writeFileAtomically(path, bytes)
  return written.ok ? ok(savedSentence(basename(path), bytes.byteLength)) : written
}

export function savedSentence(name: string, bytes: number): string {
  return `Saved ${name} (${bytes.toLocaleString('en-US')} bytes).`
}
