import type { Activation, ArithmeticLine, Terms } from '@contract/inside/arithmetic'
import { GATES } from '@contract/inside/states'
import type { InsideLayer, InsideNet } from '../net/inside-net'
import { row } from '../net/rows'
import type { LayerPass, Pass } from './pass'

type Place = { readonly layer: number; readonly timeStep: number }

/** What a block of rows of the kernels is: a gate, or the unit itself of a cell without. */
type Block = { readonly what: Extract<ArithmeticLine, { form: 'sum' }>['what']; readonly index: number }

/**
 * How a unit of a forward pass comes by what it holds at a time step: its gates, and then h. The terms of each sum add up to
 * the argument of its activation.
 */
export function unitArithmetic(
  net: InsideNet,
  pass: Pass,
  { layer, timeStep }: Place,
  unit: number,
): readonly ArithmeticLine[] {
  const { cell, hiddenUnits } = net.network
  const of = pass.layers[layer] as LayerPass
  const gates = GATES[cell].map((what, index) =>
    lineOf(net, pass, { layer, timeStep }, unit, { what, index }),
  )
  const at = (values: Float64Array, time: number) => values[time * hiddenUnits + unit] as number
  const { h, c } = of.states
  const [before, value] = [at(h, timeStep), at(h, timeStep + 1)]
  const gateValue = (index: number) => gates[index]?.value ?? Number.NaN
  switch (cell) {
    case 'gru':
      return [...gates, { form: 'blend', update: gateValue(1), candidate: gateValue(2), before, value }]
    case 'lstm': {
      const [input, forget, candidate, output] = [0, 1, 2, 3].map(gateValue) as [
        number,
        number,
        number,
        number,
      ]
      const [cellBefore, cellAfter] = c ? [at(c, timeStep), at(c, timeStep + 1)] : [Number.NaN, Number.NaN]
      return [
        ...gates,
        { form: 'cell', forget, before: cellBefore, input, candidate, value: cellAfter },
        { form: 'gated', output, cell: cellAfter, value },
      ]
    }
    default:
      return [lineOf(net, pass, { layer, timeStep }, unit, { what: 'h', index: 0 })]
  }
}

/** How an output comes by what it says at a time step. */
export function outputArithmetic(
  net: InsideNet,
  pass: Pass,
  output: number,
  timeStep: number,
): ArithmeticLine {
  const { hiddenUnits, outputs } = net.network
  const top = (pass.layers.at(-1) as LayerPass).states.h
  const value = pass.predictions[timeStep * outputs + output] as number
  return {
    ...{ form: 'sum', what: 'prediction', activation: null, sum: value, value },
    terms: [
      {
        from: 'top',
        factor: 1,
        weights: row(net.readOut.kernel, output, hiddenUnits).slice(),
        values: row(top, timeStep + 1, hiddenUnits).slice(),
      },
      alone('bias', net.readOut.bias[output] as number),
    ],
  }
}

function lineOf(
  net: InsideNet,
  pass: Pass,
  { layer, timeStep }: Place,
  unit: number,
  { what, index }: Block,
): Extract<ArithmeticLine, { form: 'sum' }> {
  const { cell, hiddenUnits } = net.network
  const of = pass.layers[layer] as LayerPass
  const { kernel, recurrentKernel, bias, recurrentBias, features } = net.layers[layer] as InsideLayer
  const at = index * hiddenUnits + unit
  // The reset gate of a GRU decides what its candidate has of the time step before.
  const reset = of.gates.get('reset')?.[timeStep * hiddenUnits + unit] ?? 1
  const factor = cell === 'gru' && what === 'candidate' ? reset : 1
  const below = layer === 0 ? pass.inputs : (pass.layers[layer - 1] as LayerPass).states.h
  const gate = of.gates.get(what as Exclude<Block['what'], 'h' | 'prediction'>)
  const terms: readonly Terms[] = [
    {
      from: layer === 0 ? 'input' : 'below',
      factor: 1,
      weights: row(kernel, at, features).slice(),
      // The states of a layer begin with those before the window.
      values: row(below, layer === 0 ? timeStep : timeStep + 1, features).slice(),
    },
    {
      from: 'before',
      factor,
      weights: row(recurrentKernel, at, hiddenUnits).slice(),
      values: row(of.states.h, timeStep, hiddenUnits).slice(),
    },
    alone('bias', bias[at] as number),
    ...(recurrentBias ? [alone('recurrentBias', recurrentBias[at] as number, factor)] : []),
  ]
  return {
    ...{ form: 'sum', what, terms },
    activation: activationOf(cell, what),
    sum: of.sums[timeStep * (of.sums.length / pass.timeSteps) + at] as number,
    value: (gate
      ? gate[timeStep * hiddenUnits + unit]
      : of.states.h[(timeStep + 1) * hiddenUnits + unit]) as number,
  }
}

function activationOf(cell: InsideNet['network']['cell'], what: Block['what']): Activation {
  if (what === 'candidate') return 'tanh'
  if (what !== 'h') return 'sigmoid'
  return cell === 'rnn-relu' ? 'relu' : 'tanh'
}

function alone(from: Terms['from'], weight: number, factor = 1): Terms {
  return { from, factor, weights: Float64Array.of(weight), values: Float64Array.of(1) }
}
