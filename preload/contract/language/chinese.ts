const HAN_END = /\p{Script=Han}$/u
const HAN_START = /^\p{Script=Han}/u
// Names begin and end with more than letters: .keras, --json, /tmp/runs/, Linear(32 → 1), [1, 32].
const LATIN_END = /[A-Za-z0-9%)\]/]$/
const LATIN_START = /^[A-Za-z0-9.[/−-]/
const FULL_WIDTH_END = /[，。；：？！）]$/u

/**
 * Sets a Chinese sentence as technical books do: where a value meets the sentence, a space between Chinese and Latin
 * letters or digits, and none between Chinese and Chinese. What stands inside of a value stays as it is.
 */
export function zh(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return spaced(parts.flatMap((part, at) => [part, values[at] ?? '']))
}

/** What stands between a sentence and the one after it: a space, but none beside full-width punctuation. */
export function gapAfter(sentence: string): string {
  return FULL_WIDTH_END.test(sentence) ? '' : ' '
}

/** The pieces of a sentence in a row, with those spaces where two meet; of no other language than Chinese does it space any. */
export function spaced(pieces: readonly string[]): string {
  return pieces.reduce(join, '')
}

function join(left: string, right: string): string {
  const [bareLeft, bareRight] = [left.trimEnd(), right.trimStart()]
  if (HAN_END.test(bareLeft) && HAN_START.test(bareRight)) return bareLeft + bareRight
  const meets =
    (HAN_END.test(left) && LATIN_START.test(right)) || (LATIN_END.test(left) && HAN_START.test(right))
  return meets ? `${left} ${right}` : left + right
}
