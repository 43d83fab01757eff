import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { ExportReport, WrittenFile } from '@contract/files/weight-formats'
import { fail, ok, type Result } from '@contract/result'
import { counted } from '@contract/words'
import { writeFileAtomically } from '../../disk/atomic-file'

/** Whether a file can be made where it is to be: its folder is there. */
export async function checkFolder(path: string): Promise<Result<void>> {
  const folder = dirname(path)
  // Whatever prevents a look prevents the file: there is nothing else to tell apart.
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

/** What was written, and how it did when it was read back. */
export function exportSentence({ files, greatestDifference }: ExportReport): string {
  const names = files.map(described).join(' and ')
  return `Saved ${names}; read back, ${triedInWords(greatestDifference)}.`
}

function triedInWords(greatestDifference: number | null): string {
  if (greatestDifference === null) return 'every number is the same'
  if (greatestDifference === 0) return 'it predicts the same to the last bit'
  return `its predictions differ by at most ${greatestDifference.toExponential(1)}`
}

function savedSentence(name: string, bytes: number): string {
  return `Saved ${described({ name, bytes })}.`
}

function described({ name, bytes }: WrittenFile): string {
  return `${name} (${counted(bytes, 'byte')})`
}
