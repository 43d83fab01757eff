import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { zipSync } from 'fflate'
import type { ArrayOf } from '../../network/shape/named-arrays'
import { checkAnyNames } from '../any-names'
import { readArchive } from '../base/archive'
import { damagedMetadata, notWeights } from '../base/file-sentence'
import { type FloatName, type FoundArrays, notesOf } from '../base/found-arrays'
import { metadataIn, metadataText } from '../base/metadata-text'
import { beyondFloat32, NUMBER_KINDS } from '../base/numbers'
import { toKeras } from '../layouts/keras-layout'
import { checkNamedWeights, nameWeights, withNotes } from '../named-weights'
import type { WeightCodec } from '../weight-codec'
import { MAX_WEIGHTS_BYTES } from '../weight-file'
import { areKerasNames, fromKerasNames, withKerasNames } from './names'
import { encodeNpy, encodeNpyBytes, numbersIn, openNpy, unreadableArray } from './npy'

/** Our own array among the others: settings, counts and states as a JSON text in UTF-8. */
const METADATA = '__unroll__'
const ENDING = '.npy'

/** Weights as an archive of NumPy arrays, under the names of PyTorch or of Keras. */
export const npzCodec: WeightCodec = {
  encode: async (weights, { name, names }) => {
    const { tensors, metadata } = nameWeights(weights)
    const { layers } = weights.config.network
    const arrays = names === 'keras' ? withKerasNames(toKeras(tensors, layers)) : tensors
    const members = [...arrays].map(([array, values]) => [array + ENDING, encodeNpy(values)] as const)
    const texts = encodeNpyBytes(new TextEncoder().encode(metadataText(metadata)))
    // Stored, as numpy.savez does: trained weights hardly get smaller.
    const bytes = zipSync(Object.fromEntries([...members, [METADATA + ENDING, texts]]), {
      level: 0,
      // The same weights are the same file; zip begins its calendar in 1980.
      mtime: new Date(1980, 0, 1),
    })
    return ok([{ name, bytes }])
  },
  decode: async ({ bytes }, fallback) => {
    const opened = openArrays(bytes)
    if (!opened.ok) return opened
    const { found, metadata } = opened.value
    if (!areKerasNames([...found.arrays.keys()])) return checkAnyNames(found, metadata, fallback)
    const network = fromKerasNames(found.arrays)
    if (!network.ok) return network
    const { tensors, notes } = network.value
    return withNotes(checkNamedWeights(tensors, metadata, fallback), [...notesOf(found), ...notes])
  },
}

type Opened = { readonly found: FoundArrays; readonly metadata: ReadonlyMap<string, string> }

function openArrays(bytes: Uint8Array): Result<Opened> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return notWeights(text('npz.noArchive'), text('npz.choose'))
  const members = readArchive(bytes, MAX_WEIGHTS_BYTES)
  if (!members.ok) return members
  const arrays = new Map<string, ArrayOf>()
  const counters: string[] = []
  let numbers: FloatName = 'float32'
  let metadata: ReadonlyMap<string, string> | null = new Map()
  for (const [member, content] of members.value) {
    const name = member.endsWith(ENDING) ? member.slice(0, -ENDING.length) : member
    const array = openNpy(name, content)
    if (!array.ok) return array
    if (name === METADATA) metadata = metadataIn(new TextDecoder().decode(array.value.data))
    else {
      const { type, data, bigEndian } = array.value
      const { float } = NUMBER_KINDS[type]
      const beyond = beyondFloat32(name, data, type, !bigEndian)
      if (beyond) return beyond
      if (float) arrays.set(name, numbersIn(array.value))
      else if (array.value.shape.length > 0) return unreadableArray(name, array.value.descr)
      else counters.push(name)
      if (float && float !== 'float32') numbers = float
    }
  }
  if (!metadata) return damagedMetadata(text('weightMetadata.notTexts', { name: METADATA }))
  return ok({ found: { arrays, numbers, counters }, metadata })
}
