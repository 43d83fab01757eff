/** Chinese, and the punctuation and letters that are as wide: a terminal gives each of them two columns. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/gu

/** Columns of a terminal that a text takes. */
export function displayWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0)
}

/** A text with spaces before it, so that it fills so many columns of a terminal. */
export function padStart(text: string, columns: number): string {
  return text.padStart(columns - (displayWidth(text) - text.length))
}
