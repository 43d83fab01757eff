import type { NativeAttribute, NativeBinding, NativeTensor } from '../native/native-binding'
import { attributesKey } from './attributes'
import { knownShapes, type ShapedOperand } from './known-shapes'
import type { RecordedConstant, ValueType } from './recording'

/** What an op is given: a constant, or something of which the type is known; with a native tensor where there is one. */
export type Operand = {
  readonly type: ValueType
  readonly constant: RecordedConstant | null
  readonly nativeId: number | null
}

/** What an op makes: types alone, or native tensors. */
export type Made =
  | { readonly kind: 'types'; readonly types: readonly ValueType[] }
  | { readonly kind: 'tensors'; readonly tensors: readonly NativeTensor[] }

/** Finds out of what type results are. */
export type ResultTypes = {
  readonly of: (
    op: string,
    attributes: readonly NativeAttribute[],
    operands: readonly Operand[],
    outputs: number,
  ) => Made
  /** Gives back what it needed for that. */
  readonly close: () => void
}

/** TensorFlow's numbers for types (types.proto). */
const [FLOAT, INT32] = [1, 3]

/** Bytes of a constant up to which its numbers may decide a shape, whatever their type; whole numbers always may. */
const SHORT = 64

/**
 * Knows the types of an op's results by running it once for each kind of operands: on zeros, as a recording needs no
 * numbers; some that take long, by their rule. The shape of a result follows from the shapes of operands, and from the numbers of constants among them.
 *
 * Whole numbers and truths that are computed are real, since an op may refuse those that are out of range.
 */
export function openResultTypes(binding: NativeBinding): ResultTypes {
  const known = new Map<string, Made>()
  const numbers = new Map<string, number>()

  function nativeIdOf({ type, constant, nativeId }: Operand): number {
    if (nativeId !== null) return nativeId
    const key = constant ? `constant ${constantKey(constant)}` : typeKey(type)
    const there = numbers.get(key)
    if (there !== undefined) return there
    const id = binding.createTensor(type.shape, type.dtype, valuesOf(constant ?? zerosOf(type)))
    numbers.set(key, id)
    return id
  }

  return {
    of: (op, attributes, operands, outputs) => {
      const key = `${op} ${outputs} ${attributesKey(attributes)} ${operands.map(operandKey)}`
      const there = known.get(key)
      if (there) return there
      const types = knownTypes(op, attributes, operands)
      if (types) {
        const made: Made = { kind: 'types', types }
        known.set(key, made)
        return made
      }
      const tensors = binding.executeOp(op, attributes, operands.map(nativeIdOf), outputs)
      if (!tensors.every(({ dtype }) => dtype === FLOAT)) return { kind: 'tensors', tensors }
      for (const { id } of tensors) binding.deleteTensor(id)
      const made: Made = { kind: 'types', types: tensors.map(({ shape, dtype }) => ({ shape, dtype })) }
      if (operands.every(({ type, constant }) => constant || type.dtype === FLOAT)) known.set(key, made)
      return made
    },
    close: () => {
      for (const id of numbers.values()) binding.deleteTensor(id)
      numbers.clear()
    },
  }
}

function knownTypes(
  op: string,
  attributes: readonly NativeAttribute[],
  operands: readonly Operand[],
): readonly ValueType[] | null {
  const shaped = operands.map(shapedOperandOf)
  if (!shaped.every((operand) => operand !== null)) return null
  return knownShapes(op, shaped, attributes)?.map((shape) => ({ shape, dtype: FLOAT })) ?? null
}

/** What a rule may know of an operand; null where there is no rule for its like. */
function shapedOperandOf({ type, constant }: Operand): ShapedOperand | null {
  if (type.dtype === FLOAT) return { kind: 'floats', shape: type.shape }
  if (!constant || type.dtype !== INT32) return null
  return { kind: 'constant', numbers: Array.from(valuesOf(constant)) }
}

/** A constant as text, different for different ones. */
export function constantKey(constant: RecordedConstant): string {
  return `${typeKey(constant)} ${Buffer.from(constant.bytes).toString('latin1')}`
}

function operandKey({ type, constant }: Operand): string {
  const decides = constant !== null && (constant.dtype === INT32 || constant.bytes.length <= SHORT)
  return decides ? `(${constantKey(constant)})` : `(${typeKey(type)})`
}

/** The bytes as the binding wants them for their type. */
function valuesOf({ dtype, bytes }: RecordedConstant): Float32Array | Int32Array | Uint8Array {
  if (dtype === FLOAT) return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  if (dtype === INT32) return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  return bytes
}

function typeKey({ dtype, shape }: ValueType): string {
  return `${dtype}[${shape}]`
}

function zerosOf({ dtype, shape }: ValueType): RecordedConstant {
  const size = shape.reduce((product, length) => product * length, 1)
  return { dtype, shape, bytes: new Uint8Array(dtype === FLOAT || dtype === INT32 ? size * 4 : size) }
}
