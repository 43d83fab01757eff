import { inEnglish } from '@contract/language/say'
import { fail, ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import type { Weights } from '../../../../../main/trainer/weights/named-weights'
import { encodeTfjs, tfjsCodec } from '../../../../../main/trainer/weights/tfjs/codec'
import { WEIGHTS_HASH } from '../../../../../main/trainer/weights/tfjs/pair'
import type { EncodedFile } from '../../../../../main/trainer/weights/weight-codec'
import { madeUp } from '../../../../helpers/saying'

/** What an export writes, by name. */
export function encoded(weights: Weights, name = 'model.json'): readonly [EncodedFile, EncodedFile] {
  const files = encodeTfjs(weights, name)
  if (!files.ok) throw new Error(inEnglish(files.error.text))
  return files.value as [EncodedFile, EncodedFile]
}

/** The same model without the hash of its numbers: as older versions wrote it, and as other programs do. */
export function unpaired({ name, bytes }: EncodedFile): EncodedFile {
  const model = JSON.parse(new TextDecoder().decode(bytes))
  delete model.userDefinedMetadata[WEIGHTS_HASH]
  return { name, bytes: new TextEncoder().encode(JSON.stringify(model)) }
}

/** Decodes a model whose folder holds these files. */
export function decode(
  bytes: Uint8Array,
  folder: Readonly<Record<string, Uint8Array>>,
  fallback: RunConfig = LESSON,
) {
  const files = new Map(Object.entries(folder))
  const beside = async (name: string) => {
    const found = files.get(name)
    return found
      ? ok(found)
      : fail('file-unreadable', madeUp(`"${name}" could not be read: it is not there.`))
  }
  return tfjsCodec.decode({ bytes, beside }, fallback)
}

/** Reads back what was written. */
export async function decoded([model, weights]: readonly [EncodedFile, EncodedFile]): Promise<Weights> {
  const result = await decode(model.bytes, { [weights.name]: weights.bytes })
  if (!result.ok) throw new Error(inEnglish(result.error.text))
  return result.value
}
