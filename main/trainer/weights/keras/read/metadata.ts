import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { File } from 'h5wasm'
import { damaged, damagedMetadata } from '../../base/file-sentence'
import { metadataIn } from '../../base/metadata-text'
import { MAX_WEIGHTS_BYTES } from '../../weight-file'
import { isDataset } from '../hdf5/hdf5'
import { METADATA } from '../write-tree'

const INTEGER = 0

/** Our texts in a file; none in a file of Keras. */
export function readMetadata(file: File): Result<ReadonlyMap<string, string>> {
  const found = file.get(METADATA)
  if (!isDataset(found)) return ok(new Map())
  const { type, size, shape } = found.metadata
  const good = type === INTEGER && size === 1 && shape?.length === 1 && (shape[0] ?? 0) <= MAX_WEIGHTS_BYTES
  const value = good ? found.value : null
  if (!(value instanceof Uint8Array)) return damaged(text('kerasFile.noBytes', { name: METADATA }))
  const texts = metadataIn(new TextDecoder().decode(value))
  return texts ? ok(texts) : damagedMetadata(text('kerasFile.noTexts', { name: METADATA }))
}
