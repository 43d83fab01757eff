import { basename, dirname, join } from 'node:path'
import { greatestDifference } from '@contract/difference'
import { scriptName } from '@contract/files/companion-files'
import type { ExportReport, WeightsChoice } from '@contract/files/weight-formats'
import type { Language } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import { ok, type Result } from '@contract/result'
import { writeFilesTogether } from '../../disk/files-together'
import { probe } from '../training/snapshot/probe'
import { nameFile } from '../weights/base/file-sentence'
import { CODECS } from '../weights/codecs'
import type { Weights } from '../weights/named-weights'
import { pythonScript } from '../weights/python/script'
import type { EncodedFile } from '../weights/weight-codec'
import { checkSavable } from '../weights/weight-file'
import type { readWeights } from './import-weights'
import { readBack } from './read-back'
import { type Seen, windowOfScript } from './window-of-script'

/**
 * What becomes of files beside the chosen one that are there already: a person who was asked lets them be replaced, one
 * who was not keeps them, and nothing is written.
 */
export type Companions = 'replace' | 'keep'

/**
 * Writes weights in a format, reads them back from the disk, and tells how far the predictions of what was read are
 * from those of the network. The file and those beside it, a script among them, are written all or none; what does not
 * read back as the same network is no success.
 *
 * Fails with `run-diverged`, `weights-mismatch` (the format has no such function), or `file-not-written`.
 *
 * @param seen for the window of a script, taken at the same instant as the weights: training may go on while this writes
 * @param language that of the comments in a script
 * @param read what reads it back
 */
export async function exportWeights(
  path: string,
  choice: WeightsChoice,
  weights: Weights,
  seen: Seen | null = null,
  companions: Companions = 'replace',
  language: Language = 'en',
  read?: typeof readWeights,
): Promise<Result<ExportReport>> {
  const { format, names } = choice
  const savable = checkSavable(weights.snapshot)
  if (!savable.ok) return savable
  const name = basename(path)
  const encoded = nameFile(name, await CODECS[format].encode(weights, { name, names }))
  if (!encoded.ok) return encoded
  const script = choice.script ? scriptBeside(name, choice, weights, seen, language) : null
  const files = [...encoded.value, ...(script ? [script] : [])].map((file, index) => ({
    ...file,
    path: join(dirname(path), file.name),
    onlyNew: index > 0 && companions === 'keep',
  }))
  const written = await writeFilesTogether(files.toReversed())
  if (!written.ok) return written
  const back = await readBack(files, weights, choice, read)
  if (!back.ok) return back
  return ok({
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength })),
    greatestDifference: greatestDifference(probe(weights.snapshot), probe(back.value.snapshot)),
    parameterCount: [...weights.snapshot.parameters.values()].reduce((n, { values }) => n + values.length, 0),
    updatesDone: weights.snapshot.updatesDone,
  })
}

function scriptBeside(
  name: string,
  choice: WeightsChoice,
  weights: Weights,
  seen: Seen | null,
  language: Language,
): EncodedFile | null {
  const text = pythonScript(choice, name, weights, windowOfScript(weights, seen), sayIn(language))
  return text === null ? null : { name: scriptName(name, choice), bytes: new TextEncoder().encode(text) }
}
