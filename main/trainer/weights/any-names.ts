import type { Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { type FoundArrays, notesOf } from './base/found-arrays'
import { bringsSettings } from './metadata/weight-metadata'
import { checkNamedWeights, type Weights, withNotes } from './named-weights'
import { recogniseNetwork } from './torch/recognise'

/**
 * Weights from the state_dict of any module of PyTorch that computes one of Unroll's networks; from a file of Unroll's
 * own under its own names alone. Fails as `checkNamedWeights` does, in the file's own names. Never throws.
 *
 * @param metadata nothing of ours for a file of another program
 * @param fallback settings for a file that brings none; the network is always the file's own
 */
export function checkAnyNames(
  found: FoundArrays,
  metadata: ReadonlyMap<string, string>,
  fallback: RunConfig,
): Result<Weights> {
  if (bringsSettings(metadata))
    return withNotes(checkNamedWeights(found.arrays, metadata, fallback), notesOf(found))
  const network = recogniseNetwork(found.arrays)
  if (!network.ok) return network
  const { tensors, called, notes } = network.value
  return withNotes(checkNamedWeights(tensors, metadata, fallback, called), [...notesOf(found), ...notes])
}
