import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { Dataset } from 'h5wasm'
import { type ArrayOf, sizeOf } from '../../../network/shape/named-arrays'
import { damaged } from '../../base/file-sentence'
import type { FloatName } from '../../base/found-arrays'
import { float32Of } from '../../base/numbers'

/** Classes of types in HDF5 (`H5T_class_t`). */
const FLOAT = 1
const OPAQUE = 5
/** Numbers in the largest array of any network of ours, a recurrent kernel: [512, 4 · 512]. */
const MAX_NUMBERS = 512 * 4 * 512

/** Numbers of one array, and what they were in the file. */
export type Numbers = { readonly array: ArrayOf; readonly kind: FloatName }

const CLASSES = [
  text('kerasFile.integers'),
  text('kerasFile.floats'),
  text('kerasFile.times'),
  text('kerasFile.texts'),
  text('kerasFile.bitFields'),
  text('kerasFile.opaqueBytes'),
]

/**
 * Reads an array as float32; wider numbers are rounded. Nothing is read before its size is known to be that of an array of
 * ours. Fails with `file-not-weights` and a sentence for `nameFile`.
 *
 * @param name where the array is in the file
 */
export function readNumbers(dataset: Dataset, name: string): Result<Numbers> {
  const { type, size, shape, littleEndian, virtual_sources } = dataset.metadata
  const kind = kindOf(type, size)
  // A whole file may hold whatever it likes; one that contradicts itself is damaged.
  if (!kind) {
    const found = { kind: CLASSES[type] ?? text('kerasFile.somethingElse'), bits: size * 8 }
    return fail('file-not-weights', text('kerasFile.otherNumbers', { file: null, name, ...found }))
  }
  if (virtual_sources !== undefined) return damaged(text('kerasFile.numbersElsewhere', { name }))
  const count = shape ? sizeOf(shape) : Number.NaN
  if (!shape || shape.length > 2 || !(count <= MAX_NUMBERS))
    return damaged(
      text('kerasFile.tooManyNumbers', {
        name,
        most: MAX_NUMBERS,
        shape: shape?.slice(0, 4).join(', ') ?? '',
      }),
    )
  // As bytes: the library knows neither halves nor the other order of bytes.
  Object.assign(dataset.metadata, { type: OPAQUE })
  const bytes = dataset.value
  if (!(bytes instanceof Uint8Array) || bytes.byteLength !== count * size)
    return damaged(text('kerasFile.unreadableNumbers', { name, shape: shape.join(', ') }))
  // Opaque bytes have no order in HDF5; Keras writes those of its machine.
  const values = float32Of(bytes, kind.number, type === OPAQUE || littleEndian)
  return ok({ array: { shape, values }, kind: kind.name })
}

const FLOATS = new Map([
  [2, { name: 'float16', number: 'f2' }],
  [4, { name: 'float32', number: 'f4' }],
  [8, { name: 'float64', number: 'f8' }],
] as const)

function kindOf(type: number, size: number) {
  // What Keras writes of bfloat16: HDF5 has no such numbers.
  if (type === OPAQUE && size === 2) return { name: 'bfloat16', number: 'bf2' } as const
  return type === FLOAT ? FLOATS.get(size as 2 | 4 | 8) : undefined
}
