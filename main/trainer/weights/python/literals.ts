import { float32Text } from '@contract/float32-text'

/** Columns that a line of a script may have. */
const WIDTH = 100
/** Letters, digits, marks, punctuation and symbols of any script, and the space: nothing that ends a line or hides. */
const SHOWN = /^[\p{L}\p{N}\p{M}\p{P}\p{S} ]$/u

/** A text as a string of Python's, in double quotes; whatever is in it, it stays inside of them. */
export function pythonString(text: string): string {
  const escaped = Array.from(text, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`
    if (SHOWN.test(character)) return character
    return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
  })
  return `"${escaped.join('')}"`
}

/** A float32 as Python reads it: with a point, as a list of whole numbers makes other tensors. */
function pythonNumber(value: number): string {
  const text = float32Text(value)
  if (Number.isFinite(value)) return /[.e]/.test(text) ? text : `${text}.0`
  if (Number.isNaN(value)) return 'float("nan")'
  return value > 0 ? 'float("inf")' : '-float("inf")'
}

/**
 * Numbers as a list of Python's, in as few lines as they fit into.
 *
 * @param indent spaces before its first line, which is not indented here
 */
export function pythonList(values: Float32Array, indent = 0): string {
  const texts = Array.from(values, pythonNumber)
  const short = `[${texts.join(', ')}]`
  if (indent + short.length < WIDTH - 20) return short
  const space = ' '.repeat(indent + 4)
  const lines = [space]
  for (const text of texts) {
    const line = lines.at(-1) as string
    if (line.length + text.length + 2 > WIDTH) lines.push(`${space}${text}, `)
    else lines[lines.length - 1] = `${line}${text}, `
  }
  return ['[', ...lines.map((line) => line.trimEnd()), `${' '.repeat(indent)}]`].join('\n')
}

/**
 * A matrix [row, column] as a list of a list for each row: of a state [layer, 1, hidden] one for each layer, of a window one
 * for each time step.
 */
export function pythonRows(values: Float32Array, rows: number): string {
  const size = values.length / rows
  const lists = Array.from({ length: rows }, (_, row) =>
    pythonList(values.subarray(row * size, (row + 1) * size), 4),
  )
  return ['[', ...lists.map((list) => `    ${list},`), ']'].join('\n')
}
