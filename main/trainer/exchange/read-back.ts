import { basename } from 'node:path'
import type { WeightsChoice } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { readFileCapped } from '../../disk/read-file'
import type { Weights } from '../weights/named-weights'
import { whyOther } from '../weights/same-function'
import { readWeights } from './import-weights'

/** A file as it should lie on the disk. */
export type OnDisk = { readonly path: string; readonly bytes: Uint8Array }

/**
 * Reads back what was written, and holds it to what should be there: the bytes of every file, then the network that
 * the first of them is read as.
 *
 * Fails with `file-not-written` and a sentence that says what is in the file now.
 *
 * @param read reads the network; in a thread where this one has other things to do
 */
export async function readBack(
  files: readonly OnDisk[],
  weights: Weights,
  choice: WeightsChoice,
  read: typeof readWeights = readWeights,
): Promise<Result<Weights>> {
  for (const { path, bytes } of files) {
    const found = await readFileCapped(path, Math.max(bytes.byteLength, 1))
    if (found.ok && Buffer.compare(found.value, bytes) === 0) continue
    return unlike(path, found.ok ? text('exchange.otherBytes') : found.error.text)
  }
  const path = files[0]?.path ?? ''
  const back = await read(path, weights.config, choice.format)
  if (!back.ok) return unlike(path, back.error.text)
  const other = whyOther(weights.snapshot.parameters, back.value.weights.snapshot.parameters, choice)
  return other === null ? ok(back.value.weights) : unlike(path, other)
}

function unlike(path: string, why: Text): Result<never> {
  return fail('file-not-written', text('exchange.weightsUnlike', { name: basename(path), why }))
}
