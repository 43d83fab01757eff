import type { Tensor1D, Tensor2D } from '../tensorflow'
import { forwardInHalves, isInHalves } from './halves'
import { runBasicRnn } from './layers/basic-rnn'
import { dense } from './layers/dense'
import { batchOf, type NetworkPass, type NetworkPlan, type NetworkStates } from './network'
import { packTensors, unpackParameters } from './packed-tensors'
import { CELL_SHAPES } from './shape/cell-shapes'
import type { NetworkSpec } from './shape/network-spec'

/**
 * Whether a training's passes are TensorFlow's own ops in its own order. Not where the network is so large that it is
 * computed in halves, as all of that size are.
 *
 * @param batch sequences side by side
 */
export function isAsTensorflow(network: NetworkSpec, batch: number): boolean {
  const isBasic = network.layers === 1 && CELL_SHAPES[network.cell].gates === 1
  return network.family === 'tensorflow' && isBasic && !isInHalves(network, batch)
}

/**
 * The pass that an update is made of: the family of TensorFlow to the last bits of TensorFlow's program, all others as
 * `forwardInHalves`. The numbers are those of `forward` but for rounding.
 */
export function trainingPass(
  plan: NetworkPlan,
  packed: Tensor1D,
  inputs: Tensor2D,
  states: NetworkStates,
): NetworkPass {
  const batch = batchOf(states)
  if (!isAsTensorflow(plan.network, batch)) return forwardInHalves(plan, packed, inputs, states)
  const { layers, readout } = unpackParameters(packed, plan.network)
  // One layer with one state, by the rules of its settings.
  const [layer, before] = [layers[0] as (typeof layers)[number], states[0]?.[0] as Tensor2D]
  const pass = runBasicRnn(plan.network.cell, layer, inputs, before)
  const { predictions, backward } = dense(readout, pass.outputs, batch, plan.readout)
  return {
    predictions,
    states: [[...pass.states] as Tensor2D[]],
    backward: (gradient) => {
      const byReadout = backward(gradient)
      return packTensors([...pass.backward(byReadout.states), ...byReadout.parameters])
    },
  }
}
