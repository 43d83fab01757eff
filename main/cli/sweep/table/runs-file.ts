import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { type FileKind, readFileCapped } from '../../../disk/read-file'

/** Many times the table of as many runs as a sweep can have. */
const MOST_BYTES = 16_000_000

const RUNS: FileKind = { content: text('runsTable.content'), choose: text('runsTable.choose') }

/** Reads the file of a sweep's table as text. Fails with `file-unreadable` in one sentence. */
export async function readRunsFile(path: string): Promise<Result<string>> {
  const bytes = await readFileCapped(path, MOST_BYTES, RUNS)
  return bytes.ok ? ok(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value)) : bytes
}
