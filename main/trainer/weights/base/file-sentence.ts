import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { type AppError, fail, type Result } from '@contract/result'

/*
 * The failures of all decoders: they are given bytes and do not know the file's name. The texts have a value `file` for it,
 * which is null until `nameFile` sets it.
 */

type Failure = { readonly ok: false; readonly error: AppError }

/**
 * The bytes are something else than the weights that its name promises.
 *
 * @param choose what to choose instead
 */
export function notWeights(what: Text, choose: Text = text('weightFiles.chooseSafetensors')): Failure {
  return fail('file-not-weights', text('weightFiles.notWeights', { file: null, what, choose }))
}

/** The bytes are meant as a weight file, but break the rules of its format. */
export function damaged(what: Text): Failure {
  return fail('file-not-weights', text('weightFiles.damaged', { file: null, what }))
}

/**
 * The file is whole, but does not hold the weights of the network that Unroll trains; `what` ends with what
 * to do.
 */
export function mismatch(what: Text): Failure {
  return fail('weights-mismatch', text('weightFiles.mismatch', { file: null, what }))
}

/** The file is whole, but what Unroll keeps in it beside the weights is not what Unroll writes. */
export function damagedMetadata(what: Text): Failure {
  return fail('file-not-weights', text('weightFiles.damagedMetadata', { file: null, what }))
}

/**
 * Puts a file's name into the text of a decoder, as its value `file`; other results pass as they are. The one place that
 * does: whoever read the bytes from a file calls it on what was decoded from them.
 *
 * @param name base name of the file, not its path
 */
export function nameFile<T>(name: string, result: Result<T>): Result<T> {
  if (result.ok || result.error.text.values.file !== null) return result
  const { code, text: nameless } = result.error
  return fail(code, { ...nameless, values: { ...nameless.values, file: name } })
}
