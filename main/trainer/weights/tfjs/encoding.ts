import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { NUMBER_KINDS } from '../base/numbers'
import { fieldsOf } from '../base/parsed-json'
import { shown } from '../keras/model/sentences'

/** How numbers lie in the bytes of a model. */
export type Encoding = {
  /** Bytes of one number. */
  readonly bytes: number
  readonly read: (view: DataView, at: number) => number
  /** What they were quantized to, or null. */
  readonly quantized: string | null
}

/** Bytes of each type of numbers that TensorFlow.js has. */
const SIZES: ReadonlyMap<unknown, number> = new Map([
  ['float32', 4],
  ['int32', 4],
  ['bool', 1],
])

const float32 = { bytes: 4, read: (view: DataView, at: number) => view.getFloat32(at, true), quantized: null }

/**
 * Reads how the numbers of an entry are written: as float32, in half precision, or as whole numbers of one or two bytes
 * that stand for `scale · number + min` (tfjs-core, `decodeWeights`).
 *
 * @param anyType whether the numbers are not looked at
 */
export function readEncoding(
  { name, dtype, quantization }: Readonly<Record<string, unknown>>,
  anyType: boolean,
): Result<Encoding> {
  const size = anyType ? SIZES.get(dtype) : undefined
  if (dtype !== 'float32' && size === undefined)
    return fail(
      'file-not-weights',
      text('tfjs.otherNumbers', { file: null, name: shown(name), found: shown(dtype) }),
    )
  if (quantization === undefined || quantization === null) return ok({ ...float32, bytes: size ?? 4 })
  const { dtype: found, scale, min } = fieldsOf(quantization)
  if (found === 'float16') {
    return ok({ bytes: 2, read: (view, at) => NUMBER_KINDS.f2.read(view, at, true), quantized: found })
  }
  const bytes = found === 'uint8' ? 1 : 2
  if ((found !== 'uint8' && found !== 'uint16') || typeof scale !== 'number' || typeof min !== 'number')
    return fail(
      'file-not-weights',
      text('tfjs.otherQuantization', {
        file: null,
        name: shown(name),
        found: shown(found),
        scale: shown(scale),
        min: shown(min),
      }),
    )
  const read = bytes === 1 ? 'getUint8' : 'getUint16'
  return ok({ bytes, read: (view, at) => view[read](at, true) * scale + min, quantized: found })
}
