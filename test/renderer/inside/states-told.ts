import type { InsideArithmetic } from '@contract/inside/arithmetic'
import type { InsideAsk, InsideFound } from '@contract/inside/inside'
import type { InsideStates } from '@contract/inside/states'
import type { InsideUnit } from '@contract/inside/unit'
import { madeUp } from '../../helpers/saying'

/** Two time steps of a network with two units; the second target is missing. */
function statesTold(): InsideStates {
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

/** Ten units of which one has hardly a weight, so that some are folded away. */
function unitTold(ask: { readonly layer: number; readonly unit: number }): InsideUnit {
  return {
    ...{ kind: 'unit', layer: ask.layer, unit: ask.unit, toAbove: [] },
    incoming: [
      {
        gate: null,
        below: Float32Array.of(0.5),
        before: Float32Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? 0.1 : -0.1) * (i + 1)),
        biases: Float32Array.of(0.25, 0.125),
      },
    ],
    toUnits: [{ gate: null, weights: Float32Array.of(0.2, -2) }],
    toOutputs: Float32Array.of(1.5),
  }
}

/** A unit's tanh of nine terms, or a prediction that is scaled. */
function arithmeticTold(ask: Omit<InsideArithmetic, 'lines'>): InsideArithmetic {
  const weights = Float64Array.of(0.5, -1, 0.25, 0.125, 0.01, 0.02, 0.03, 0.04)
  const values = Float64Array.of(1, 0.5, 1, 1, 1, 1, 1, 1)
  const alone = {
    from: 'bias',
    factor: 1,
    weights: Float64Array.of(0.5),
    values: Float64Array.of(1),
  } as const
  if (ask.unit === null)
    return {
      ...ask,
      lines: [
        {
          ...{ form: 'sum', what: 'prediction', activation: null, sum: 0.75, value: 0.75 },
          terms: [
            { from: 'top', factor: 1, weights: Float64Array.of(0.5), values: Float64Array.of(0.5) },
            alone,
          ],
        },
        { form: 'unscaled', number: 0.75, scale: 2, offset: -1, value: 0.5 },
      ],
    }
  return {
    ...ask,
    lines: [
      {
        ...{ form: 'sum', what: 'h', activation: 'tanh', sum: 0.975, value: Math.tanh(0.975) },
        terms: [{ from: 'before', factor: 1, weights, values }, alone],
      },
    ],
  }
}

/** What is told of each ask. */
export function toldOf(asks: readonly InsideAsk[]): readonly InsideFound[] {
  return asks.map((ask): InsideFound => {
    switch (ask.kind) {
      case 'states':
        return { value: statesTold() }
      case 'unit':
        return { value: unitTold(ask) }
      case 'arithmetic':
        return { value: arithmeticTold(ask) }
      default:
        return { problem: madeUp('Nothing is told of this.') }
    }
  })
}
