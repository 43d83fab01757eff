import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings'
import { freshSnapshot } from '../training/fresh-snapshot'
import type { Snapshot } from '../training/snapshot'
import { decodeSafetensors } from './safetensors-reader'
import { encodeSafetensors } from './safetensors-writer'
import { decodeWeightMetadata, encodeWeightMetadata } from './weight-metadata'
import { checkWeightTensors } from './weight-tensors'

/**
 * The largest file that is read, in bytes: 15 times the largest weights of ours, to tell what other ones are.
 */
export const MAX_WEIGHTS_BYTES = 16 * 1024 * 1024

/** What a weight file comes to: the settings of a run, and where it stands. */
export type Weights = { readonly snapshot: Snapshot; readonly config: RunConfig }

/**
 * Whether weights are worth a file: a training that diverges can leave numbers that are not finite behind,
 * and such a file would be refused when it is loaded. Ask before an older file is overwritten.
 */
export function checkSavable({ parameters, hidden }: Snapshot): Result<void> {
  const arrays = [...parameters.values(), hidden]
  if (arrays.every(({ values }) => values.every(Number.isFinite))) return ok()
  return fail(
    'run-diverged',
    'The weights should be finite numbers to be saved, but this run has diverged; lower the learning rate and press Reset.',
  )
}

/**
 * Writes weights as a safetensors file that PyTorch loads as it is:
 * `load_state_dict(safetensors.torch.load_file(…))` on a module with `rnn = nn.RNN(1, H)` and `out =
 * nn.Linear(H, 1)`. Its metadata say how to go on at the same window with the same carried state. Adam's
 * moments are not in it: weights are no checkpoint.
 */
export function encodeWeights({ snapshot, config }: Weights): Uint8Array {
  return encodeSafetensors(snapshot.parameters, encodeWeightMetadata(snapshot, config))
}

/**
 * Reads weights that Unroll or PyTorch saved. Fails with `file-not-weights` (not a safetensors file, or a
 * damaged one) or `weights-mismatch` (whole, but not of Unroll's network) and a sentence for `nameFile`.
 * Never throws.
 *
 * @param fallback settings for a file that brings none; the hidden units are always the file's own
 */
export function decodeWeights(bytes: Uint8Array, fallback: RunConfig): Result<Weights> {
  const file = decodeSafetensors(bytes)
  if (!file.ok) return file
  const tensors = checkWeightTensors(file.value.tensors)
  if (!tensors.ok) return tensors
  const { hiddenUnits, parameters } = tensors.value
  const metadata = decodeWeightMetadata(file.value.metadata, hiddenUnits, fallback)
  if (!metadata.ok) return metadata
  const { config, updatesDone, hidden } = metadata.value
  const fresh = freshSnapshot(parameters, hiddenUnits)
  return ok({ config, snapshot: { ...fresh, updatesDone, hidden: { ...fresh.hidden, values: hidden } } })
}
