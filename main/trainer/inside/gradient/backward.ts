import type { InsideNet } from '../net/inside-net'
import { countWork, toTheEnd } from '../net/work'
import type { Pass } from '../pass/pass'
import { backThrough, type ParameterGradients, type StateGradients } from './back-through'

/** The gradient of a loss by everything that it depends on. */
export type Gradients = {
  /**
   * Of each layer the whole gradient by h, and by c for the LSTM: what autograd calls the gradient of a retained tensor.
   * [time step + 1, hidden]; row 0 is by the state before the window, which a training takes for a constant.
   */
  readonly states: readonly StateGradients[]
  /** By each x_t: [time step, feature]. */
  readonly inputs: Float64Array
  /** By each parameter, in its layout; null where the network has none. */
  readonly parameters: ParameterGradients
}

/**
 * The backward pass of one sequence.
 *
 * @param pass what `runPass` gave; one that was meddled with is gone through as if its values had come about by themselves
 * @param byPredictions gradient of the loss by the predictions, [time step, output]
 * @throws Error if the gradient has not as many numbers as the predictions
 */
export function backward(net: InsideNet, pass: Pass, byPredictions: Float64Array): Gradients {
  return toTheEnd(backwardInPieces(net, pass, byPredictions))
}

/** The same for large networks: it yields after every 5 ms of work or so. */
export function* backwardInPieces(
  net: InsideNet,
  pass: Pass,
  byPredictions: Float64Array,
): Generator<void, Gradients> {
  if (byPredictions.length !== pass.predictions.length)
    throw new Error(`${byPredictions.length} gradients by ${pass.predictions.length} numbers predicted`)
  const parameters = {
    layers: net.layers.map(({ kernel, recurrentKernel, bias, recurrentBias }) => ({
      kernel: zerosLike(kernel),
      recurrentKernel: zerosLike(recurrentKernel),
      bias: zerosLike(bias),
      recurrentBias: recurrentBias && zerosLike(recurrentBias),
    })),
    readOut: { kernel: zerosLike(net.readOut.kernel), bias: zerosLike(net.readOut.bias) },
  }
  const inputs = zerosLike(pass.inputs)
  const plan = { last: pass.timeSteps - 1, lowest: 0, parameters, inputs, work: countWork() }
  const states = yield* backThrough(net, pass, byPredictions, plan)
  return { states: states as StateGradients[], inputs, parameters }
}

function zerosLike(values: Float64Array): Float64Array {
  return new Float64Array(values.length)
}
