import { createHash } from 'node:crypto'
import { text } from '@contract/language/texts'
import { type AppError, fail, type Result } from '@contract/result'
import type { GivenFile } from '../weight-codec'

/**
 * The text of ours in a model that names its numbers: SHA-256 of the weights file, in hexadecimal digits. Two files
 * cannot be replaced in one go, and those of two exports may be of one size: without it one model would be read with
 * the numbers of the other. TensorFlow.js hands it on and asks for nothing.
 */
export const WEIGHTS_HASH = 'unroll.weights_sha256'

/** What `WEIGHTS_HASH` says of a weights file. */
export function hashOfWeights(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Reads files beside the model as before, and keeps their hash in mind. */
export type PairCheck = {
  readonly beside: GivenFile['beside']
  /**
   * The error of files that are not of one export; null where they are, or nothing can be said.
   *
   * @param expected what the model says, if it says anything
   */
  readonly whyApart: (expected: string | undefined) => { readonly ok: false; readonly error: AppError } | null
}

export function createPairCheck(beside: GivenFile['beside']): PairCheck {
  const hash = createHash('sha256')
  const names: string[] = []
  let complete = true
  return {
    beside: async (name): Promise<Result<Uint8Array>> => {
      const read = await beside(name)
      if (read.ok) hash.update(read.value)
      else complete = false
      names.push(name)
      return read
    },
    whyApart: (expected) => {
      if (expected === undefined || !complete || hash.digest('hex') === expected) return null
      return fail('file-not-weights', text('tfjs.notOneExport', { file: null, beside: names }))
    },
  }
}
