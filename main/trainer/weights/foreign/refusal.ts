import type { WeightFormat } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, type Result } from '@contract/result'
import { lookAt } from './look'

/**
 * Refuses a file by its content before any format's reader speaks: one that holds something else than weights, and weights
 * whose name ends otherwise than their format needs. Null for a file that a reader may try.
 *
 * @param name the file's base name
 * @param expected the format that it asks for; undefined where its ending is of none
 */
export function whyStrange(
  name: string,
  bytes: Uint8Array,
  expected: WeightFormat | undefined,
): Result<never> | null {
  const refuse = (what: Text) => fail('file-not-weights', text('foreign.notWeights', { file: null, what }))
  const seen = lookAt(bytes, expected)
  if (!seen) {
    if (isNumbersAlone(name)) return refuse(text('foreign.numbersAlone'))
    // What no name and no byte speaks for is not measured by the rules of a format.
    return expected === undefined && bytes[HEADER_AT] !== BRACE ? refuse(text('foreign.unknown')) : null
  }
  switch (seen.is) {
    case 'other':
      return refuse(seen.what)
    case 'json':
      return expected === 'tfjs' ? null : refuse(seen.what)
    case 'weights':
      // Without an ending of ours safetensors is what is tried.
      if (seen.format === (expected ?? 'safetensors')) return null
      return fail(
        'file-not-weights',
        text('foreign.otherName', { file: null, what: seen.what, ending: seen.ending }),
      )
  }
}

/** Where the header of a safetensors file begins, and with what. */
const [HEADER_AT, BRACE] = [8, 0x7b]

/** Whether a name is that of the file beside a TensorFlow.js model, which begins like nothing. */
function isNumbersAlone(name: string): boolean {
  return /\.weights\.bin$|shard\d+of\d+(?:\.bin)?$/i.test(name)
}
