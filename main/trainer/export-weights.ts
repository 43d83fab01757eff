import { basename, dirname, join } from 'node:path'
import { scriptName } from '@contract/files/companion-files'
import type { ExportReport, WeightsChoice } from '@contract/files/weight-formats'
import { fail, ok, type Result } from '@contract/result'
import { writeFileAtomically } from '../disk/atomic-file'
import { readWeights } from './import-weights'
import type { LastWindow } from './run'
import { greatestDifference, probe } from './training/probe'
import { nameFile } from './weights/base/file-sentence'
import { CODECS } from './weights/codecs'
import type { Weights } from './weights/named-weights'
import { pythonScript } from './weights/python/script'
import type { EncodedFile } from './weights/weight-codec'
import { checkSavable } from './weights/weight-file'
import { windowOfScript } from './window-of-script'

/**
 * Writes weights in a format, reads them back from the disk, and tells how far the predictions of what was read are
 * from those of the network. Files that others refer to are written before those that refer to them, each whole or not
 * at all.
 *
 * Fails with `run-diverged`, `weights-mismatch` (the format has no such function), or `file-not-written`.
 *
 * @param last the window of a script, taken at the same instant as the weights: training may go on while this writes
 */
export async function exportWeights(
  path: string,
  choice: WeightsChoice,
  weights: Weights,
  last: LastWindow | null = null,
): Promise<Result<ExportReport>> {
  const { format, names } = choice
  const savable = checkSavable(weights.snapshot)
  if (!savable.ok) return savable
  const name = basename(path)
  const encoded = nameFile(name, await CODECS[format].encode(weights, { name, names }))
  if (!encoded.ok) return encoded
  const files = encoded.value
  for (const file of files.toReversed()) {
    const written = await writeFileAtomically(join(dirname(path), file.name), file.bytes)
    if (!written.ok) return written
  }
  const back = await readWeights(path, weights.config, format)
  if (!back.ok)
    return fail(
      'file-not-written',
      `"${name}" was written, but does not read back: ${back.error.message} Save it once more, or elsewhere.`,
    )
  const script = choice.script ? scriptBeside(name, choice, weights, last) : null
  if (script) {
    const written = await writeFileAtomically(join(dirname(path), script.name), script.bytes)
    if (!written.ok) return written
  }
  return ok({
    files: [...files, ...(script ? [script] : [])].map(described),
    greatestDifference: greatestDifference(probe(weights.snapshot), probe(back.value.weights.snapshot)),
    parameterCount: [...weights.snapshot.parameters.values()].reduce((n, { values }) => n + values.length, 0),
    updatesDone: weights.snapshot.updatesDone,
  })
}

function scriptBeside(
  name: string,
  choice: WeightsChoice,
  weights: Weights,
  last: LastWindow | null,
): EncodedFile | null {
  const text = pythonScript(choice, name, weights, windowOfScript(weights, last))
  return text === null ? null : { name: scriptName(name, choice), bytes: new TextEncoder().encode(text) }
}

function described({ name, bytes }: EncodedFile) {
  return { name, bytes: bytes.byteLength }
}
