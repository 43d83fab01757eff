import { wordsOfLoaded } from '@contract/run/load-notes'
import { exportWeights } from '../../trainer/exchange/export-weights'
import { readInPlace, type WeightReader } from '../../trainer/reading/reader'
import { EXIT } from '../base/exit-code'
import { exportSentence } from '../base/output-file'
import { checkOutputs, outputsOf } from '../base/outputs'
import type { Terminal } from '../base/terminal'
import { contradiction, unsaid } from '../train/contradiction'
import type { ConvertOptions } from './convert-options'

/**
 * Writes the weights of one file in another format.
 *
 * @returns the exit code of the process
 */
export async function convert(
  { from, to, choice, force, cell, fallback }: ConvertOptions,
  terminal: Terminal,
  reader: WeightReader = readInPlace,
): Promise<number> {
  const possible = await checkOutputs(outputsOf(terminal.pathOf(to), choice), force)
  if (!possible.ok) {
    terminal.warn(possible.error.text)
    return EXIT.refused
  }
  const read = await reader(terminal.pathOf(from), fallback, new AbortController().signal)
  if (read === null) throw new Error('nobody here calls a load off')
  if (!read.ok) {
    terminal.warn(read.error.text)
    return EXIT.refused
  }
  const given = cell === undefined ? {} : { cell }
  const against = contradiction({ file: from, given }, read.value.weights.config)
  if (against) {
    terminal.warn(against.error.text)
    return EXIT.refused
  }
  for (const sentence of wordsOfLoaded(unsaid(read.value.weights, given))) terminal.warn(sentence)
  const companions = force ? 'replace' : 'keep'
  const written = await exportWeights(
    terminal.pathOf(to),
    choice,
    read.value.weights,
    null,
    companions,
    terminal.language,
  )
  terminal.warn(written.ok ? exportSentence(written.value) : written.error.text)
  if (written.ok) return EXIT.done
  return written.error.code === 'file-not-written' ? EXIT.failed : EXIT.refused
}
