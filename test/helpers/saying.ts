import { inEnglish } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import type { AppError } from '@contract/result'

type Sentence = string | { readonly asymmetricMatch: (sentence: string) => boolean }

/** Stands in an expected value for every text that says this in English. */
export function saying(sentence: unknown): Text {
  const expected = sentence as Sentence
  const matcher = {
    asymmetricMatch: (found: unknown) => {
      if (typeof found !== 'object' || found === null || !('id' in found) || !('values' in found))
        return false
      const said = inEnglish(found as Text)
      return typeof expected === 'string' ? said === expected : expected.asymmetricMatch(said)
    },
    toString: () => 'Saying',
    toAsymmetricMatcher: () => `Saying<${String(sentence)}>`,
  }
  // A matcher takes the place of the value that it stands for, as those of the test runner do.
  return matcher as unknown as Text
}

/** What an error says in English. */
export function sentenceOf(error: AppError | undefined): string {
  return error ? inEnglish(error.text) : ''
}

/** A text of no catalogue, for tests in which any would do; it says this in every language. */
export function madeUp(sentence: string): Text {
  return { id: sentence, values: {} }
}
