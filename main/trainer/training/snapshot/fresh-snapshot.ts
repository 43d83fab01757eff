import type { OptimizerName, RunConfig } from '@contract/settings/run-config'
import { initialWeights } from '../../network/initial-weights'
import { stateShapes } from '../../network/shape/cell-shapes'
import { type ArrayOf, type NamedArrays, sizeOf } from '../../network/shape/named-arrays'
import { networkOf } from '../../network/shape/network-of'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { SLOTS, type Snapshot } from './snapshot'

/** What decides how a training starts, beside its weights. */
export type FreshTraining = NetworkSpec & {
  readonly optimizer: OptimizerName
  /** Sequences that are trained side by side, from 1. */
  readonly batch: number
}

/** What of a run's settings decides how it starts. */
export function trainingOf(config: RunConfig): FreshTraining {
  return { ...networkOf(config), ...config.training }
}

/**
 * The start of a training from given weights: no update yet, what the optimiser keeps and the carried state zero.
 *
 * @param parameters the weights of a network like `training`
 */
export function freshSnapshot(parameters: NamedArrays, training: FreshTraining): Snapshot {
  const { cell, layers, hiddenUnits, family, inputs, outputs, optimizer, batch } = training
  const network = { cell, layers, hiddenUnits, family, inputs, outputs }
  return {
    updatesDone: 0,
    position: 0,
    network,
    parameters,
    optimizer,
    slots: new Map(SLOTS[optimizer].map((slot) => [slot, zerosLike(parameters)])),
    slotUpdates: 0,
    states: stateShapes(network, batch).map(zeros),
  }
}

/** The start of a run from the weights of its seed. */
export function seededSnapshot(config: RunConfig): Snapshot {
  return freshSnapshot(initialWeights(networkOf(config)), trainingOf(config))
}

/** The snapshot with zeros for what its optimiser keeps and the file has left out, as plain SGD may. */
export function withAllSlots(snapshot: Snapshot): Snapshot {
  const { optimizer, parameters, slots } = snapshot
  const all = SLOTS[optimizer].map((slot) => [slot, slots.get(slot) ?? zerosLike(parameters)] as const)
  return { ...snapshot, slots: new Map(all) }
}

function zeros(shape: readonly number[]): ArrayOf {
  return { shape, values: new Float32Array(sizeOf(shape)) }
}

function zerosLike(arrays: NamedArrays): NamedArrays {
  return new Map([...arrays].map(([name, { shape }]) => [name, zeros(shape)]))
}
