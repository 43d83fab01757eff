import type { ReadoutName } from '@contract/settings/run-config'
import type { Tensor, Tensor1D, Tensor2D } from '../tensorflow'
import { readOut, readOutBackward } from './layers/read-out'
import { type LayerPass, runLayer } from './layers/recurrent-layer'
import { packTensors, unpackParameters } from './packed-tensors'
import type { NetworkSpec } from './shape/network-spec'

/*
 * The network computes on rows: one for each time step of each sequence, all sequences of a time step beside each
 * other. So a whole window goes through one matrix product, and a time step is a block of rows.
 */

/** A network, and how it is read out. */
export type NetworkPlan = { readonly network: NetworkSpec; readonly readout: ReadoutName }

/** The states that a network carries: h, and for the LSTM c after it; of each layer [batch, hidden]. */
export type NetworkStates = Tensor2D[][]

/** Sequences side by side, as many as have a state. */
export function batchOf(states: NetworkStates): number {
  return states[0]?.[0]?.shape[0] ?? 1
}

/** A window's forward and backward pass through the network. */
export type NetworkPass = {
  /** [time step · batch, feature]. */
  readonly predictions: Tensor2D
  /** The states after the window. */
  readonly states: NetworkStates
  /**
   * The gradient of a loss by all parameters, packed as they are: [parameter count]. Written out by hand, as it needs
   * a fraction of the native calls of the one that TensorFlow.js derives.
   *
   * @param gradient of the loss by the predictions, [time step · batch, feature]
   */
  readonly backward: (gradient: Tensor2D) => Tensor1D
}

/**
 * Runs the network over a window: each layer takes the hidden states of the one below, and at every time step the
 * highest is read out. The states that come in are constants, so the backward pass ends with the window.
 *
 * @param packed all parameters in the order of `describeNetwork`, [parameter count]
 * @param inputs [time step · batch, feature]
 * @param states states before the window
 */
export function forward(
  { network, readout }: NetworkPlan,
  packed: Tensor1D,
  inputs: Tensor2D,
  states: NetworkStates,
): NetworkPass {
  const parameters = unpackParameters(packed, network)
  const passes: LayerPass[] = []
  let rows = inputs
  for (const [index, layer] of parameters.layers.entries()) {
    const before = states.map((ofLayers) => ofLayers[index] as Tensor2D)
    const pass = runLayer(network.cell, { parameters: layer, rows, states: before })
    passes.push(pass)
    rows = pass.outputs
  }
  const highest = rows
  return {
    predictions: readOut(parameters.readout, highest, batchOf(states), readout),
    states: states.map((_, state) => passes.map((pass) => pass.states[state] as Tensor2D)),
    backward: (gradient) => {
      const byReadout = readOutBackward(parameters.readout, highest, gradient)
      const byLayers: (readonly Tensor[])[] = []
      let byOutputs = byReadout.states
      for (const [index, pass] of [...passes.entries()].reverse()) {
        const byLayer = pass.backward(byOutputs)
        byLayers.unshift(byLayer.parameters)
        if (index > 0) byOutputs = byLayer.rows()
      }
      return packTensors([...byLayers.flat(), ...byReadout.parameters])
    },
  }
}
