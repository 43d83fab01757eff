/** Characters of a table that is copied at most: more is saved as a file. */
export const MOST_COPIED = 4_000_000

/** What a page puts into the system's clipboard: a code that stands for settings, or a table as text. Nothing else goes there. */
export type CopiedText = { readonly kind: 'setup-code' | 'table'; readonly text: string }

/** Whether a text can be that of a table: lines of letters, and none of the signs that steer a terminal or a direction. */
export function isTableText(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= MOST_COPIED &&
    !/[^\P{Cc}\t\r\n]|[\u202a-\u202e\u2066-\u2069]/u.test(text)
  )
}
