import type { Text } from '@contract/language/text'

/** Whether two sentences, or none, are the same in every language. */
export function sameText(one: Text | null | undefined, other: Text | null | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
