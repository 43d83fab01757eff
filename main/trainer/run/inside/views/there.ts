import { text } from '@contract/language/texts'
import type { Look } from '../look'

type Of = Pick<Look, 'net' | 'pass'>

/** Whether the network has a unit; both from 0. */
export function hasUnit({ net: { network } }: Of, layer: number, unit: number): boolean {
  return layer < network.layers && unit < network.hiddenUnits
}

/** Whether the window has a time step, from 0. */
export function hasTimeStep({ pass }: Of, timeStep: number): boolean {
  return timeStep < pass.timeSteps
}

/** What there is, where something else was asked about. */
export function notThere({ net: { network }, pass }: Of) {
  const { layers, hiddenUnits: units, outputs } = network
  return { problem: text('inside.notThere', { layers, units, outputs, steps: pass.timeSteps }) }
}
