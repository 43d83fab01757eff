import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail } from '@contract/result'

/** The bytes are something else than a layers model of TensorFlow.js. */
export function notTfjs(what: Text) {
  return fail('file-not-weights', text('tfjs.notAModel', { file: null, what }))
}
