import { fail, ok, type Result } from '@contract/result'
import type { Dataset } from 'h5wasm'
import { type ArrayOf, sizeOf } from '../../../network/shape/named-arrays'
import { withCommas } from '../../base/file-sentence'
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
  'whole numbers',
  'floating-point numbers',
  'times',
  'texts',
  'bit fields',
  'bytes of no kind',
]

/**
 * Reads an array as float32; wider numbers are rounded. Nothing is read before its size is known to be that of an array of
 * ours. The message of a failure is the end of a sentence: `… should hold floating-point numbers, but …`.
 */
export function readNumbers(dataset: Dataset): Result<Numbers> {
  const refuse = (found: string) => fail('file-not-weights', found)
  const { type, size, shape, littleEndian, virtual_sources } = dataset.metadata
  const kind = kindOf(type, size)
  if (!kind) return refuse(`but holds ${CLASSES[type] ?? 'something else'} of ${size * 8} bits`)
  if (virtual_sources !== undefined) return refuse('itself, but refers to other files for them')
  const count = shape ? sizeOf(shape) : Number.NaN
  if (!shape || shape.length > 2 || !(count <= MAX_NUMBERS))
    return refuse(
      `of one or two axes and no more than ${withCommas(MAX_NUMBERS)}, but says [${shape?.slice(0, 4).join(', ')}]`,
    )
  // As bytes: the library knows neither halves nor the other order of bytes.
  Object.assign(dataset.metadata, { type: OPAQUE })
  const bytes = dataset.value
  if (!(bytes instanceof Uint8Array) || bytes.byteLength !== count * size)
    return refuse(`in the shape [${shape.join(', ')}], but they cannot be read`)
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
