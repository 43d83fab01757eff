import type { TableEncoding } from '@contract/data/table/table-choices'
import type { Guess } from '@contract/data/table/table-preview'
import { text } from '@contract/language/texts'
import { widthOf } from './other-file'

/** The letters of GB 2312, which all but a few of the Chinese in GBK are. */
const CHINESE = /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g

/**
 * How the beginning of a text is encoded: by its mark, by the zeros of UTF-16, or as UTF-8 where it is valid. Other bytes
 * are GBK or Windows-1252; which of them is to be asked wherever both can be.
 */
export function guessEncoding(bytes: Uint8Array): Guess<TableEncoding> {
  const sure = (value: TableEncoding): Guess<TableEncoding> => ({ sure: true, value })
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return sure('utf-16le')
  if (first === 0xfe && second === 0xff) return sure('utf-16be')
  const wide = widthOf(bytes)
  if (wide) return sure(wide)
  if (decoded(bytes, 'utf-8') !== null) return sure('utf-8')
  const chinese = decoded(bytes, 'gbk')
  if (chinese === null) return sure('windows-1252')
  const foreign = bytes.filter((byte) => byte >= 0x80).length
  // Two bytes for nearly every Chinese letter; accents of the West make rare ones, if any.
  const isChinese = 2 * (chinese.match(CHINESE)?.length ?? 0) > 0.9 * foreign && hasPairs(bytes)
  const [value, other] = isChinese ? (['gbk', 'windows-1252'] as const) : (['windows-1252', 'gbk'] as const)
  return { sure: false, value, others: [other], question: text('tableGuess.encoding') }
}

/** Whether a text has a mark of UTF-32, which begins as one of UTF-16 does. */
export function isUtf32(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  return third === 0 && fourth === 0
    ? first === 0xff && second === 0xfe
    : first === 0 && second === 0 && third === 0xfe && fourth === 0xff
}

/** The text, but for a letter that is cut at the end; null where the bytes are none in this encoding. */
function decoded(bytes: Uint8Array, encoding: TableEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Whether bytes above ASCII mostly stand beside each other, as the halves of Chinese letters do. */
function hasPairs(bytes: Uint8Array): boolean {
  let [alone, together] = [0, 0]
  for (const [i, byte] of bytes.entries()) {
    if (byte < 0x80) continue
    if ((bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80) together += 1
    else alone += 1
  }
  return together > 2 * alone
}
