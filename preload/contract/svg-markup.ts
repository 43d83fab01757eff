/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An SVG element as text; what is inside is text of elements already. */
export function element(name: string, attributes: Attributes, inside: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? rounded(value) : `${value}`)}"`)
    .join('')
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('\n')}</${name}>`
}

/** An element that holds words. */
export function textElement(attributes: Attributes, words: string, name = 'text'): string {
  return element(name, attributes, [escaped(words)])
}

/** A hundredth of a unit is finer than any screen or print. */
export function rounded(value: number): string {
  return `${Math.round(value * 100) / 100}`
}

/** What XML has no way to write, be it escaped: names out of a person's file may hold anything. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

function escaped(text: string): string {
  return text
    .replaceAll(UNWRITABLE, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
