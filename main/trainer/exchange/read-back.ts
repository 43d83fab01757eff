import { basename } from 'node:path'
import type { WeightsChoice } from '@contract/files/weight-formats'
import { inEnglish } from '@contract/language/say'
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
 */
export async function readBack(
  files: readonly OnDisk[],
  weights: Weights,
  choice: WeightsChoice,
): Promise<Result<Weights>> {
  for (const { path, bytes } of files) {
    const found = await readFileCapped(path, Math.max(bytes.byteLength, 1))
    if (found.ok && Buffer.compare(found.value, bytes) === 0) continue
    return unlike(
      path,
      found.ok
        ? 'it has other bytes now, as when another program writes it too'
        : inEnglish(found.error.text),
    )
  }
  const path = files[0]?.path ?? ''
  const back = await readWeights(path, weights.config, choice.format)
  if (!back.ok) return unlike(path, inEnglish(back.error.text))
  const other = whyOther(weights.snapshot.parameters, back.value.weights.snapshot.parameters, choice)
  return other === null ? ok(back.value.weights) : unlike(path, other)
}

function unlike(path: string, why: string): Result<never> {
  const finding = why.replace(/\.$/, '')
  return fail(
    'file-not-written',
    `"${basename(path)}" was written, but does not read back as this run's: ${finding}; do not use this file, save the run again under another name.`,
  )
}
