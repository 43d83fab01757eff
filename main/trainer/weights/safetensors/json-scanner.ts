import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** What breaks the rules of a scanned text, as a part of a sentence. Never leaves the decoder that scans. */
export class ScanError extends Error {
  constructor(readonly finding: Text) {
    super(finding.id)
  }
}

/**
 * Reads JSON (RFC 8259) strictly and only as far as a caller asks for: `JSON.parse` would take duplicate
 * keys, 2.0 for 2, numbers beyond a double and half surrogate pairs, and would build whatever depth a file
 * nests. Nothing here recurses by itself.
 */
export class JsonScanner {
  private position = 0

  constructor(private readonly text: string) {}

  /** Reads an object; `readValue` must read the value of the key it is given. No key may come twice. */
  object(readValue: (key: string) => void): void {
    const seen = new Set<string>()
    this.list('{', '}', () => {
      const key = this.string()
      if (seen.has(key)) throw new ScanError(text('safetensors.keyTwice', { key }))
      seen.add(key)
      this.expect(':')
      readValue(key)
    })
  }

  /** Reads an array; `readItem` must read one item. */
  array(readItem: () => void): void {
    this.list('[', ']', readItem)
  }

  /** Reads a string that can be written as UTF-8. */
  string(): string {
    this.skipSpace()
    const start = this.position
    if (this.text[start] !== '"') this.refuse(text('safetensors.textInQuotes'))
    let end = start + 1
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === '\\' ? 2 : 1
    let value: string
    try {
      // A single literal: here JSON.parse is as strict as the RFC.
      value = JSON.parse(this.text.slice(start, end + 1))
    } catch {
      return this.refuse(text('safetensors.textInQuotes'))
    }
    if (!value.isWellFormed()) this.refuse(text('safetensors.textOfUnicode'))
    this.position = end + 1
    return value
  }

  /** Reads a whole number from 0 to 2^53 - 1, written without a fraction or an exponent. */
  size(): number {
    this.skipSpace()
    const token = /[^\s,:[\]{}"]{0,30}/y
    token.lastIndex = this.position
    const found = token.exec(this.text)?.[0] ?? ''
    const value = /^(?:0|[1-9]\d*)$/.test(found) ? Number(found) : Number.NaN
    if (!Number.isSafeInteger(value))
      this.refuse(text('safetensors.wholeNumber', { most: Number.MAX_SAFE_INTEGER }), found || undefined)
    this.position += found.length
    return value
  }

  /** Makes sure that nothing but space is left. */
  end(): void {
    this.skipSpace()
    if (this.position < this.text.length) this.refuse(text('safetensors.end'))
  }

  private list(open: string, close: string, readItem: () => void): void {
    this.expect(open)
    this.skipSpace()
    if (this.text[this.position] === close) {
      this.position += 1
      return
    }
    for (;;) {
      readItem()
      this.skipSpace()
      const next = this.text[this.position]
      if (next !== ',' && next !== close) this.refuse(text('safetensors.commaOr', { character: close }))
      this.position += 1
      if (next === close) return
    }
  }

  private expect(character: string): void {
    this.skipSpace()
    if (this.text[this.position] !== character) this.refuse(text('safetensors.character', { character }))
    this.position += 1
  }

  private skipSpace(): void {
    while (' \t\n\r'.includes(this.text[this.position] ?? 'end')) this.position += 1
  }

  private refuse(expected: Text, found = this.text.slice(this.position, this.position + 8)): never {
    const place = this.position + 1
    throw new ScanError(text('safetensors.unexpected', { place, expected, found: found || null }))
  }
}
