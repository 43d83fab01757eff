import { basename, dirname, join } from 'node:path'
import { formatOfName, type WeightFormat } from '@contract/files/weight-formats'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { readFileCapped } from '../../disk/read-file'
import { isTaken } from '../../disk/target'
import { nameFile } from '../weights/base/file-sentence'
import { CODECS } from '../weights/codecs'
import { whyStrange } from '../weights/foreign/refusal'
import type { Weights } from '../weights/named-weights'
import { MAX_WEIGHTS_BYTES } from '../weights/weight-file'

/** Weights from a file, and how large the chosen file was. */
export type ReadWeights = { readonly weights: Weights; readonly bytes: number }

/**
 * Reads a weight file in the format that its ending says; without a known ending it is taken for safetensors. What a file
 * is that is not one of these is told by its content, whatever its name.
 *
 * @param fallback settings for a file that brings none
 * @param format the format, when it is known for sure
 */
export async function readWeights(
  path: string,
  fallback: RunConfig,
  format?: WeightFormat,
): Promise<Result<ReadWeights>> {
  const name = basename(path)
  const named = formatOfName(name, 'load')
  const expected = format ?? (named.ok ? named.value : undefined)
  const bytes = await readFileCapped(path, MAX_WEIGHTS_BYTES)
  if (!bytes.ok) return bytes
  const strange = format ? null : whyStrange(name, bytes.value, expected)
  if (strange) return nameFile(name, strange)
  const file = { bytes: bytes.value, beside: (other: string) => readBeside(path, other) }
  const decoded = nameFile(name, await CODECS[expected ?? 'safetensors'].decode(file, fallback))
  return decoded.ok ? ok({ weights: decoded.value, bytes: bytes.value.byteLength }) : decoded
}

/** Reads a file of the same folder or of one below it; what a file says of others is never taken for any other path. */
async function readBeside(path: string, name: string): Promise<Result<Uint8Array>> {
  const parts = name.split('/')
  if (parts.some((part) => basename(part) !== part || /[\\:\0]|^\.{0,2}$/.test(part)))
    return fail('file-not-weights', text('weightFiles.namesOtherFolder', { file: null, found: name }))
  const beside = join(dirname(path), ...parts)
  const bytes = await readFileCapped(beside, MAX_WEIGHTS_BYTES)
  // Its own sentence would name a file that nobody has chosen.
  if (!bytes.ok && !(await isTaken(beside)))
    return fail('file-unreadable', text('weightFiles.numbersMissing', { file: null, beside: name }))
  return bytes
}
