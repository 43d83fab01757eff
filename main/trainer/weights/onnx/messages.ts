import type { Text } from '@contract/language/text'
import type { ArrayOf } from '../../network/shape/named-arrays'
import { inEveryLanguage } from './in-every-language'

/** `TensorProto.DataType` and `AttributeProto.AttributeType`. */
export const FLOAT = 1
export const INT64 = 7
const INT_ATTRIBUTE = 2
const STRINGS_ATTRIBUTE = 8

export type AttributeMessage = {
  readonly name: string
  readonly type: number
  readonly i?: number
  readonly strings?: readonly Uint8Array[]
}

export type NodeMessage = {
  readonly name: string
  readonly opType: string
  readonly input: readonly string[]
  readonly output: readonly string[]
  readonly attribute: readonly AttributeMessage[]
}

export type TensorMessage = {
  readonly name: string
  readonly dims: readonly number[]
  readonly dataType: number
  readonly rawData: Uint8Array
}

type Dimension = { readonly dimValue: number } | { readonly dimParam: string }

export type ValueMessage = {
  readonly name: string
  readonly docString: string
  readonly type: {
    readonly tensorType: { readonly elemType: number; readonly shape: { readonly dim: readonly Dimension[] } }
  }
}

export type GraphMessage = {
  readonly name: string
  readonly node: readonly NodeMessage[]
  readonly initializer: readonly TensorMessage[]
  readonly input: readonly ValueMessage[]
  readonly output: readonly ValueMessage[]
}

/** An attribute that is a whole number. */
export function wholeAttribute(name: string, i: number): AttributeMessage {
  return { name, type: INT_ATTRIBUTE, i }
}

/** An attribute that is a list of texts. */
export function textsAttribute(name: string, texts: readonly string[]): AttributeMessage {
  return { name, type: STRINGS_ATTRIBUTE, strings: texts.map((text) => new TextEncoder().encode(text)) }
}

/** Numbers in the file, float32: as they lie in memory, little-endian and row-major. */
export function floatTensor(name: string, { shape, values }: ArrayOf): TensorMessage {
  const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  return { name, dims: shape, dataType: FLOAT, rawData }
}

/** One int64 in a list, such as an axis is given in. */
export function axisTensor(name: string, axis: number): TensorMessage {
  const rawData = new Uint8Array(8)
  new DataView(rawData.buffer).setBigInt64(0, BigInt(axis), true)
  return { name, dims: [1], dataType: INT64, rawData }
}

/**
 * An input or an output of float32.
 *
 * @param shape a name for an axis whose length is only known when the model runs
 */
export function valueMessage(name: string, shape: readonly (number | string)[], doc: Text): ValueMessage {
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }))
  const docString = inEveryLanguage(doc)
  return { name, docString, type: { tensorType: { elemType: FLOAT, shape: { dim } } } }
}
