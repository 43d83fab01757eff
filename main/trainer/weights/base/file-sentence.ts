import { inEnglish } from '@contract/language/say'
import { type AppError, type ErrorCode, fail, type Result } from '@contract/result'

/** Stands for the file in the sentences of all decoders: they are given bytes and do not know its name. */
const NAMELESS = 'This file'

type Failure = { readonly ok: false; readonly error: AppError }

/** An error about the file that is being decoded: `is damaged: …` becomes `This file is damaged: …`. */
export function fileError(code: ErrorCode, rest: string): Failure {
  return fail(code, `${NAMELESS} ${rest}`)
}

/**
 * The bytes are something else than the weights that its name promises.
 *
 * @param choose what to choose instead
 */
export function notWeights(what: string, choose = 'a .safetensors file saved by Unroll or PyTorch'): Failure {
  return fileError('file-not-weights', `is not a weights file: ${what}; choose ${choose}.`)
}

/** The bytes are meant as a weight file, but break the rules of its format. */
export function damaged(what: string): Failure {
  return fileError(
    'file-not-weights',
    `is a damaged weights file: ${what}; save or copy it again, or choose another one.`,
  )
}

/**
 * The file is whole, but does not hold the weights of the network that Unroll trains; `what` ends with what
 * to do.
 */
export function mismatch(what: string): Failure {
  return fileError('weights-mismatch', `does not fit Unroll's network: ${what}.`)
}

/** The file is whole, but what Unroll keeps in it beside the weights is not what Unroll writes. */
export function damagedMetadata(what: string): Failure {
  return fileError('file-not-weights', `has damaged metadata: ${what}; save it again, or choose another one.`)
}

/**
 * Puts a file's name into the sentence of a decoder; other results pass as they are. The one place that does:
 * whoever read the bytes from a file calls it on what was decoded from them.
 *
 * @param name base name of the file, not its path
 */
export function nameFile<T>(name: string, result: Result<T>): Result<T> {
  const said = result.ok ? '' : inEnglish(result.error.text)
  if (result.ok || !said.startsWith(`${NAMELESS} `)) return result
  return fail(result.error.code, `"${name}"${said.slice(NAMELESS.length)}`)
}

/** Quotes something found in a file, in a length that fits a sentence. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

/** Quotes some names and joins them; of more than four three are shown, and how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 4 ? 3 : 4).map(quoted)
  const last = names.length > shown.length ? `${withCommas(names.length - shown.length)} more` : shown.pop()
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : `${last}`
}

/** Writes a number with its commas: 100,000,000. */
export function withCommas(value: number | bigint): string {
  return value.toLocaleString('en-US')
}
