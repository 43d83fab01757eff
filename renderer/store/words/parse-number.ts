/** Reads a number as people write it: `1,153`, `0.02`, `0,02`, `2e-3`. NaN when it is none. */
export function parseNumber(text: string): number {
  const trimmed = text.trim()
  const thousands = /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(trimmed)
  const normal = thousands ? trimmed.replaceAll(',', '') : trimmed.replace(/^(\d*),(\d+)$/, '$1.$2')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(normal) ? Number(normal) : Number.NaN
}
