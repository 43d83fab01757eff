import type { Scalers } from '@contract/data/scaler'
import { ok, type Result } from '@contract/result'
import type { Loaded, LoadNote } from '@contract/run/load-notes'
import type { RunConfig } from '@contract/settings/run-config'
import type { NamedArrays } from '../network/shape/named-arrays'
import { freshSnapshot, trainingOf } from '../training/snapshot/fresh-snapshot'
import type { Snapshot } from '../training/snapshot/snapshot'
import { decodeWeightMetadata, encodeWeightMetadata } from './metadata/weight-metadata'
import { dropZeroBias, withZeroBias } from './torch/second-bias'
import { checkWeightTensors } from './torch/weight-tensors'

/**
 * What a weight file comes to: the settings of a run, and where it stands. The sizes are those of the snapshot's network: of
 * a file that brings no settings, the source of these need not have as many columns.
 */
export type Weights = Loaded & {
  readonly snapshot: Snapshot
  readonly config: RunConfig
  /** How the columns of a series were scaled for these weights; not there where nobody has said so. */
  readonly scalers?: Scalers
}

/** Weights as every format starts from them: PyTorch's arrays, and texts that say how to go on. */
export type NamedWeights = {
  /** By PyTorch's names, in its order and layouts, always with both biases of a cell. */
  readonly tensors: NamedArrays
  /** Settings, updates, place on the curve and carried state. */
  readonly metadata: Readonly<Record<string, string>>
}

/** Takes weights apart for a file. What the optimiser keeps is left out: weights are no checkpoint. */
export function nameWeights({ snapshot, config, scalers }: Weights): NamedWeights {
  const { parameters } = snapshot
  return {
    tensors: config.network.family !== 'pytorch' ? withZeroBias(parameters) : parameters,
    metadata: encodeWeightMetadata(snapshot, config, scalers),
  }
}

/**
 * Weights from what was found in a file, after every check: exactly the arrays of one of Unroll's networks, of
 * finite numbers, and texts that belong to them. Fails with `weights-mismatch` or `file-not-weights` and a sentence
 * for `nameFile`. Never throws.
 *
 * @param tensors by PyTorch's names, in any order
 * @param metadata nothing of ours for a file of another program
 * @param fallback settings for a file that brings none; the network is always the file's own
 * @param called what the file calls those that it calls otherwise
 */
export function checkNamedWeights(
  tensors: NamedArrays,
  metadata: ReadonlyMap<string, string>,
  fallback: RunConfig,
  called: ReadonlyMap<string, string> = new Map(),
): Result<Weights> {
  const checked = checkWeightTensors(tensors, called)
  if (!checked.ok) return checked
  const told = decodeWeightMetadata(metadata, checked.value.sizes, fallback)
  if (!told.ok) return told
  const { config, updatesDone, position, states, assumed, scalers } = told.value
  const {
    parameters: all,
    sizes: { inputs, outputs },
  } = checked.value
  const parameters = config.network.family !== 'pytorch' ? dropZeroBias(all) : ok(all)
  if (!parameters.ok) return parameters
  const fresh = freshSnapshot(parameters.value, { ...trainingOf(config), inputs, outputs })
  const snapshot = { ...fresh, updatesDone, position, states: states ?? fresh.states }
  return ok({ config, snapshot, ...(assumed && { assumed }), ...(scalers && { scalers }) })
}

/** The same for a file whose format says which cell it is: nothing of it was assumed. */
export function withCellTold(weights: Result<Weights>): Result<Weights> {
  if (!weights.ok) return weights
  const { assumed: _, ...told } = weights.value
  return ok(told)
}

/** The same with one more word about what was done to the file. */
export function withNotes(weights: Result<Weights>, more: readonly LoadNote[]): Result<Weights> {
  if (!weights.ok || more.length === 0) return weights
  return ok({ ...weights.value, notes: [...more, ...(weights.value.notes ?? [])] })
}
