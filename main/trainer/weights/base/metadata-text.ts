import { fieldsOf, parsedJson } from './parsed-json'

/** Writes metadata as one JSON text, for formats that have no place for many. */
export function metadataText(metadata: Readonly<Record<string, string>>): string {
  return JSON.stringify(metadata)
}

/** Reads them again: null when the text is no JSON object of texts. */
export function metadataIn(text: string): ReadonlyMap<string, string> | null {
  const value = parsedJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const entries = Object.entries(fieldsOf(value))
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return texts.length === entries.length ? new Map(texts) : null
}
