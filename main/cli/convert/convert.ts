import { wordsOfLoaded } from '@contract/run/load-notes'
import { exportWeights } from '../../trainer/export-weights'
import { readWeights } from '../../trainer/import-weights'
import { EXIT } from '../base/exit-code'
import { exportSentence } from '../base/output-file'
import type { Terminal } from '../base/terminal'
import type { ConvertOptions } from './convert-options'

/**
 * Writes the weights of one file in another format.
 *
 * @returns the exit code of the process
 */
export async function convert(
  { from, to, choice, fallback }: ConvertOptions,
  terminal: Terminal,
): Promise<number> {
  const read = await readWeights(terminal.pathOf(from), fallback)
  if (!read.ok) {
    terminal.warn(read.error.message)
    return EXIT.refused
  }
  for (const sentence of wordsOfLoaded(read.value.weights)) terminal.warn(sentence)
  const written = await exportWeights(terminal.pathOf(to), choice, read.value.weights)
  terminal.warn(written.ok ? exportSentence(written.value) : written.error.message)
  if (written.ok) return EXIT.done
  return written.error.code === 'file-not-written' ? EXIT.failed : EXIT.refused
}
