import type { AttributeMessage } from '../native/messages'

/** Where a value comes from: an input, a constant, or the n-th output of a node. */
export type Source =
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'constant'; readonly index: number }
  | { readonly kind: 'node'; readonly index: number; readonly output: number }

/** A source as text, different for different ones. */
export function sourceKey(source: Source): string {
  return source.kind === 'node' ? `${source.index}:${source.output}` : `${source.kind}${source.index}`
}

/** Shape of a value, and TensorFlow's number for its type. */
export type ValueType = { readonly shape: readonly number[]; readonly dtype: number }

/** One native call. */
export type RecordedNode = {
  readonly op: string
  readonly attributes: Readonly<Record<string, AttributeMessage>>
  readonly inputs: readonly Source[]
  readonly outputs: readonly ValueType[]
  /** The number of the repeated part that it was made in, the outermost one; null outside of any. */
  readonly part: number | null
}

/** Numbers as they lie in memory: little-endian, row-major. */
export type RecordedConstant = ValueType & { readonly bytes: Uint8Array }

/** What a function of tensors did, call by call: a node takes from inputs, constants and earlier nodes. */
export type Recording = {
  readonly inputs: readonly ValueType[]
  readonly constants: readonly RecordedConstant[]
  readonly nodes: readonly RecordedNode[]
  readonly outputs: readonly (ValueType & { readonly source: Source })[]
}
