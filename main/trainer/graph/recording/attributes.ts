import { type AttributeMessage, shapeMessage } from '../native/messages'
import { type NativeAttribute, nativeConstant } from '../native/native-binding'

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
 * The attributes of a node, by name.
 *
 * @param inputType TensorFlow's number for the type of the op's first input
 * @param refuse throws, because of the attribute that it is given
 */
export function attributeMessages(
  op: string,
  attributes: readonly NativeAttribute[],
  inputType: number,
  refuse: (attribute: NativeAttribute) => never,
): Record<string, AttributeMessage> {
  // tfjs-node leaves this type to be inferred from the input, which only eager execution does.
  const inferred: Record<string, AttributeMessage> = op === 'ExpandDims' ? { T: { type: inputType } } : {}
  const entries = attributes.map((attribute) => [
    attribute.name,
    attributeMessage(attribute) ?? refuse(attribute),
  ])
  return { ...inferred, ...Object.fromEntries(entries) }
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
