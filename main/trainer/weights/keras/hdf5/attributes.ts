import type { Dataset, File, Group } from 'h5wasm'

const TEXT = 3
/** Bytes of a text that is read: no model of a network of ours needs as many. */
const MAX_TEXT = 4 * 1024 * 1024
/** Texts in a list: layers of a model, or arrays of a layer. The library takes seconds for a million of one byte each. */
const MAX_TEXTS = 1024

/** A text among the attributes of something; null where none has this name. */
export function textAttribute(owner: File | Group | Dataset, name: string): string | null {
  const value = readTexts(owner, name)
  return typeof value === 'string' ? value : null
}

/** A list of texts; null where there is none. What Keras writes of an empty list are no texts, but no numbers either. */
export function textsAttribute(owner: File | Group, name: string): readonly string[] | null {
  const { attrs } = owner
  const shape = Object.hasOwn(attrs, name) ? attrs[name]?.metadata.shape : undefined
  if (shape?.length === 1 && shape[0] === 0) return []
  const value = readTexts(owner, name)
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : null
}

function readTexts(owner: File | Group | Dataset, name: string): unknown {
  const { attrs } = owner
  const attribute = Object.hasOwn(attrs, name) ? attrs[name] : undefined
  if (!attribute) return null
  const { type, size, total_size } = attribute.metadata
  return type === TEXT && total_size <= MAX_TEXTS && size * total_size <= MAX_TEXT ? attribute.value : null
}
