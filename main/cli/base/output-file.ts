import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { ExportReport, WrittenFile } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { writeFileAtomically } from '../../disk/atomic-file'

/** Whether a file can be made where it is to be: its folder is there. */
export async function checkFolder(path: string): Promise<Result<void>> {
  const folder = dirname(path)
  // Whatever prevents a look prevents the file: there is nothing else to tell apart.
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory()) return ok()
  return fail('file-not-written', text('cli.noFolder', { name: basename(path), folder }))
}

/** Writes a text file whole or not at all; gives a sentence for a person either way. */
export async function writeText(path: string, content: string): Promise<Result<Text>> {
  const bytes = new TextEncoder().encode(content)
  const written = await writeFileAtomically(path, bytes)
  const file = { name: basename(path), bytes: bytes.byteLength }
  return written.ok ? ok(text('cli.saved', { files: [described(file)] })) : written
}

/** What was written, and how it did when it was read back. */
export function exportSentence({ files, greatestDifference }: ExportReport): Text {
  return text('cli.savedAndRead', { files: files.map(described), found: tried(greatestDifference) })
}

function tried(greatestDifference: number | null): Text {
  if (greatestDifference === null) return text('cli.numbersSame')
  if (greatestDifference === 0) return text('cli.predictsSame')
  return text('cli.predictsOtherwise', { difference: greatestDifference.toExponential(1) })
}

function described({ name, bytes }: WrittenFile): Text {
  return text('cli.file', { name, bytes })
}
