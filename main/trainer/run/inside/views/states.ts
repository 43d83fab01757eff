import type { InsideFound } from '@contract/inside/inside'
import { GATES, type InsideLayer } from '@contract/inside/states'
import { placesOf } from '../../../data/source/window'
import type { LayerPass } from '../../../inside/pass/pass'
import { type Look, lossOf } from '../look'
import { inUnits } from '../own-units'

/** The hidden states and gates of every layer at every time step, and what goes in and comes out. */
export function* tellStates(look: Look): Generator<void, InsideFound<'states'>> {
  const { window, sequence, net, pass, source, inputs, targets } = look
  const { hiddenUnits: units, cell } = net.network
  const { scalers } = source
  return {
    value: {
      kind: 'states',
      timeSteps: window.timeSteps,
      units,
      places: placesOf(window).map((place) => (sequence === 0 ? place : Number.NaN)),
      inputs: inUnits(inputs, net.network.inputs, scalers?.inputs),
      targets: inUnits(targets, net.network.outputs, scalers?.targets),
      predictions: inUnits(pass.predictions, net.network.outputs, scalers?.targets),
      loss: lossOf(look, pass.predictions),
      layers: pass.layers.map((layer) => layerOf(layer, units, cell)),
    },
  }
}

function layerOf(
  { states: { h, c }, gates }: LayerPass,
  units: number,
  cell: keyof typeof GATES,
): InsideLayer {
  return {
    rows: [
      { name: 'h', values: Float32Array.from(h.subarray(units)) },
      ...(c ? [{ name: 'c' as const, values: Float32Array.from(c.subarray(units)) }] : []),
      ...GATES[cell].map((name) => ({ name, values: Float32Array.from(gates.get(name) ?? []) })),
    ],
    before: Float32Array.from(h.subarray(0, units)),
    cellBefore: c ? Float32Array.from(c.subarray(0, units)) : null,
  }
}
