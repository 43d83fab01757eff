/** Chinese, and the punctuation and letters that are as wide: a terminal gives each of them two columns. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/gu

/** A text with spaces before it, so that it fills so many columns of a terminal. */
export function padStart(text: string, columns: number): string {
  const wide = text.match(WIDE)?.length ?? 0
  return text.padStart(columns - wide)
}
