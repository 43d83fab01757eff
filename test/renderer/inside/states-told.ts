import type { InsideStates } from '@contract/inside/states'

/** Two time steps of a network with two units; the second target is missing. */
export function statesTold(): InsideStates {
  return {
    ...{ kind: 'states', timeSteps: 2, units: 2, loss: 0.25, places: Float64Array.of(0, 0.5) },
    inputs: [Float32Array.of(0.1, 0.2)],
    targets: [Float32Array.of(1, Number.NaN)],
    predictions: [Float32Array.of(0.5, 0.75)],
    layers: [
      {
        rows: [{ name: 'h', values: Float32Array.of(0.1, -0.2, 0.3, -0.4) }],
        before: Float32Array.of(0, 0),
        cellBefore: null,
      },
    ],
  }
}
