import { fileError, mismatch, quoted } from '../base/file-sentence'

/** The bytes are something else than a layers model of TensorFlow.js. */
export function notTfjs(what: string) {
  return fileError(
    'file-not-weights',
    `is not a layers model of TensorFlow.js: ${what}; choose a .json file saved by Unroll or by model.save.`,
  )
}

/** The model is one, but computes another function than any network of Unroll. */
export function otherFunction(what: string) {
  return mismatch(`${what}; choose a Sequential model of SimpleRNN or LSTM layers and a Dense(1)`)
}

/** A value out of a file, as a sentence shows it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value))
    return value.length > 8 ? `a list of ${value.length}` : `[${value.map(brief).join(', ')}]`
  return brief(value)
}

/** Never the whole of an object: a file can nest it deeper than anything that walks it. */
function brief(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
