/**
 * Lays rows out in columns: the first to the left, the others to the right, a line under the head. It is also a
 * table in Markdown, so that it can go into a document as it is.
 *
 * @param head names of the columns
 * @param rows as many cells each as there are columns
 */
export function layTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

/** Microseconds: `73.4`, `1,205`. */
export function microseconds(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 1000 ? 1 : 0 })
}

/** A ratio: `152×`, `8.4×`. */
export function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 20 ? 1 : 0)}×`
}

/** Any figure: `8.31`, `0.0042`, `1,205`; no more exact than it is. */
export function threeDigits(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: Math.abs(value) < 1000 ? 3 : 4 })
}
