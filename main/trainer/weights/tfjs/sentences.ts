import { fileError } from '../base/file-sentence'

/** The bytes are something else than a layers model of TensorFlow.js. */
export function notTfjs(what: string) {
  return fileError(
    'file-not-weights',
    `is not a layers model of TensorFlow.js: ${what}; choose a .json file saved by Unroll or by model.save.`,
  )
}
