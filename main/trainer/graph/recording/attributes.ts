import { type AttributeMessage, shapeMessage } from '../native/messages'
import { type NativeAttribute, nativeConstant } from '../native/native-binding'
import { exactText } from './exact-text'

/** Writes an op's attribute down as TensorFlow's AttrValue, or gives nothing if its kind is not handled. */
export function attributeMessage({ type, value }: NativeAttribute): AttributeMessage | undefined {
  switch (type) {
    case nativeConstant('TF_ATTR_TYPE'):
      return isNumber(value) ? { type: value } : undefined
    case nativeConstant('TF_ATTR_INT'):
      if (isListOf(value, isNumber)) return { list: { i: value } }
      return isNumber(value) ? { i: value } : undefined
    case nativeConstant('TF_ATTR_FLOAT'):
      if (isListOf(value, isNumber)) return { list: { f: value } }
      return isNumber(value) ? { f: value } : undefined
    case nativeConstant('TF_ATTR_BOOL'):
      if (isListOf(value, isBoolean)) return { list: { b: value } }
      return isBoolean(value) ? { b: value } : undefined
    case nativeConstant('TF_ATTR_SHAPE'):
      return isListOf(value, isNumber) ? { shape: shapeMessage(value) } : undefined
    case nativeConstant('TF_ATTR_STRING'):
      return typeof value === 'string' ? { s: new TextEncoder().encode(value) } : undefined
    default:
      return undefined
  }
}

/**
 * The attributes of a node, by name; the very same record for the same ones.
 *
 * @param inputType TensorFlow's number for the type of the op's first input
 * @param refuse throws, because of the attribute that it is given
 */
export type AttributesOf = (
  op: string,
  attributes: readonly NativeAttribute[],
  inputType: number,
  refuse: (attribute: NativeAttribute) => never,
) => Readonly<Record<string, AttributeMessage>>

/** Writes attributes down, and remembers those that it has written. */
export function rememberedAttributes(): AttributesOf {
  const known = new Map<string, Readonly<Record<string, AttributeMessage>>>()
  return (op, attributes, inputType, refuse) => {
    // tfjs-node leaves this type to be inferred from the input, which only eager execution does.
    const isInferred = op === 'ExpandDims'
    const key = `${isInferred ? inputType : ''} ${attributesKey(attributes)}`
    const there = known.get(key)
    if (there) return there
    const inferred: Record<string, AttributeMessage> = isInferred ? { T: { type: inputType } } : {}
    const entries = attributes.map((attribute) => [
      attribute.name,
      attributeMessage(attribute) ?? refuse(attribute),
    ])
    const messages = { ...inferred, ...Object.fromEntries(entries) }
    known.set(key, messages)
    return messages
  }
}

/** Attributes as text, different for different ones. */
export function attributesKey(attributes: readonly NativeAttribute[]): string {
  return attributes.map(({ name, type, value }) => `${name} ${type} ${exactText(value)}`).join()
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is)
}
