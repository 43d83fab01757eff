import type { Text, Value } from '@contract/language/text'

/** What begins a path from a root: POSIX, a drive, a share, a URL of a file. */
const ROOT = String.raw`(?:file:/{2,3}|/|[A-Za-z]:[\\/]|\\\\)`

/** In the quotes that Node puts around a path, spaces and all; double quotes are around what a person or a file named. */
const QUOTED = new RegExp(String.raw`'${ROOT}[^'\n]*'`, 'g')
/** Bare, up to what ends a word in a sentence. */
const BARE = new RegExp(String.raw`(?<![\w"'/\\.:])${ROOT}[^\s"';,:)]+`, 'g')

/**
 * A text without the paths in it: where a person's files lie is nothing for the page. Names in double quotes stay, which
 * are those of weights and files.
 */
export function withoutPaths(text: string): string {
  const outside = text.split(/("[^"\n]*")/)
  return outside
    .map((part, i) => (i % 2 === 1 ? part : part.replace(QUOTED, "'…'").replace(BARE, '…')))
    .join('')
}

/** A text whose values, and whatever they are made of, have no paths in them. */
export function textWithoutPaths({ id, values }: Text): Text {
  return {
    id,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, bare(value)])),
  }
}

function bare(value: Value): Value {
  if (typeof value === 'string') return withoutPaths(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(bare)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bare(part)]))
}
