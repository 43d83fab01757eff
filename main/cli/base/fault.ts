import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { EXIT } from './exit-code'

/**
 * Tells of a fault of our own in a sentence; what whoever mends it needs goes into a file that it names.
 *
 * @returns the exit code of the process
 */
export async function tellFault(
  error: unknown,
  terminal: { readonly warn: (text: Text) => void },
): Promise<number> {
  const log = await writeLog(error).catch(() => null)
  terminal.warn(text('cli.fault', { what: firstLine(error), log }))
  return EXIT.fault
}

async function writeLog(error: unknown): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'unroll-fault-')), 'fault.log')
  const { platform, arch, version, argv } = process
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  await writeFile(
    file,
    `${new Date().toISOString()} Node ${version} ${platform} ${arch}\n${JSON.stringify(argv)}\n${told}\n`,
  )
  return file
}

function firstLine(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n')
  return line.slice(0, 200)
}
