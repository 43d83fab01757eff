import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { companionNames } from '@contract/files/companion-files'
import type { ExportChoice } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { removeQuietly, writeTemporary } from '../../disk/replace-file'
import { isSystemError } from '../../disk/system-error'
import { checkTarget, isTaken } from '../../disk/target'
import { checkFolder } from './output-file'

/** A file that a command will write. */
export type Output = {
  readonly path: string
  /** The name of the file that it goes beside; null for one that the person has named. */
  readonly beside: string | null
}

/** A named file, and those that are written beside it. */
export function outputsOf(path: string, choice: Pick<ExportChoice, 'format' | 'script'>): readonly Output[] {
  const name = basename(path)
  const companions = companionNames(name, choice).map((companion) => ({
    path: join(dirname(path), companion),
    beside: name,
  }))
  return [{ path, beside: null }, ...companions]
}

/**
 * Looks at every file that a command will write, before its work: whether it can be written there, whether two of them
 * are one, and whether one that nobody named would replace what is there already. A file that the person named replaces
 * an older one, as `cp` does, but never one that the command reads.
 *
 * Fails with `file-not-written`.
 *
 * @param force the person has said that files beside the named ones may be replaced
 * @param sources the files that the command reads, and that are to stay as they are
 */
export async function checkOutputs(
  outputs: readonly Output[],
  force: boolean,
  sources: readonly string[] = [],
): Promise<Result<void>> {
  const read = await Promise.all(sources.map(placeOf))
  const targets: { readonly output: Output; readonly path: string }[] = []
  for (const output of outputs) {
    const folder = await checkFolder(output.path)
    if (!folder.ok) return folder
    const target = await checkTarget(output.path)
    if (!target.ok) return target
    if (output.beside !== null && !force && (await isTaken(output.path)))
      return refuse(text('cli.takenBeside', { name: basename(output.path), beside: output.beside }))
    const place = await placeOf(target.value.path)
    for (const source of read)
      if (await areOne(source, place))
        return refuse(text('cli.readAndWritten', { name: basename(output.path) }))
    for (const other of targets)
      if (await areOne(other.path, target.value.path)) return refuse(twice(other.output, output))
    targets.push({ output, path: target.value.path })
  }
  return ok()
}

/** A path behind all links; as it is where nothing is there. */
async function placeOf(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

function twice(first: Output, second: Output): Text {
  const as = [first, second].map(({ path, beside }) =>
    beside === null ? text('cli.asNamed', { name: basename(path) }) : text('cli.asBeside', { beside }),
  )
  return text('cli.writtenTwice', { name: basename(second.path), as })
}

/** Whether two paths, behind all links, are one file: also by another case, where the disk knows no difference. */
async function areOne(a: string, b: string): Promise<boolean> {
  if (a === b) return true
  const [one, other] = [a, b].map((path) => path.normalize('NFC').toLowerCase())
  return one === other && (await takesCasesForOne(dirname(b)))
}

/** Asked of the folder itself: no system says so of all its disks. */
async function takesCasesForOne(folder: string): Promise<boolean> {
  try {
    const probe = await writeTemporary(join(folder, 'probe'), [])
    const found = await isTaken(join(folder, basename(probe).toUpperCase()))
    await removeQuietly(probe)
    return found
  } catch (error) {
    if (!isSystemError(error)) throw error
    return false
  }
}

function refuse(why: Text): Result<never> {
  return fail('file-not-written', why)
}
