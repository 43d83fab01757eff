import { CHOOSABLE_LANGUAGES } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'

/**
 * A text as it stands in a file: in one language after the other, as nobody knows who opens it, and the same weights
 * should give the same bytes.
 */
export function inEveryLanguage(text: Text): string {
  return CHOOSABLE_LANGUAGES.map((language) => sayIn(language)(text)).join(' ')
}
