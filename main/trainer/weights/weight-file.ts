import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import type { Snapshot } from '../training/snapshot/snapshot'
import { checkAnyNames } from './any-names'
import { nameWeights, type Weights } from './named-weights'
import { decodeAnyNumbers } from './safetensors/any-numbers'
import { encodeSafetensors } from './safetensors/writer'

/**
 * The largest file that is read, in bytes: not quite twice the largest weights of ours, to tell what others are.
 */
export const MAX_WEIGHTS_BYTES = 64 * 1024 * 1024

/**
 * Whether weights are worth a file: a training that diverges can leave numbers that are not finite behind,
 * and such a file would be refused when it is loaded. Ask before an older file is overwritten.
 */
export function checkSavable({ parameters, states }: Snapshot): Result<void> {
  const arrays = [...parameters.values(), ...states]
  if (arrays.every(({ values }) => values.every(Number.isFinite))) return ok()
  return fail('run-diverged', text('weightFiles.notSavable'))
}

/**
 * Writes weights as a safetensors file that PyTorch loads as it is:
 * `load_state_dict(safetensors.torch.load_file(…))` on a module with `rnn = nn.RNN(1, H, num_layers)` (or GRU, or
 * LSTM) and `out = nn.Linear(H, 1)`. Its metadata say how to go on at the same window with the same carried state.
 */
export function encodeWeights(weights: Weights): Uint8Array {
  const { tensors, metadata } = nameWeights(weights)
  return encodeSafetensors(tensors, metadata)
}

/**
 * Reads weights that Unroll or PyTorch saved. Fails with `file-not-weights` (not a safetensors file, or a
 * damaged one) or `weights-mismatch` (whole, but not of one of Unroll's networks) and a sentence for `nameFile`.
 * Never throws.
 *
 * @param fallback settings for a file that brings none; the network is always the file's own
 */
export function decodeWeights(bytes: Uint8Array, fallback: RunConfig): Result<Weights> {
  const file = decodeAnyNumbers(bytes)
  return file.ok ? checkAnyNames(file.value.found, file.value.metadata, fallback) : file
}
