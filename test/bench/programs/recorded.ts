import { compile } from '../../../main/trainer/graph/compile'
import { unpackParameters } from '../../../main/trainer/network/network'
import {
  numbersOf,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tf,
} from '../../../main/trainer/tensorflow'
import { adam, adamSchedule } from '../../../main/trainer/training/adam'
import type { Case } from '../cases'
import { initialState } from './ours'
import { type PlainOutput, type PlainParameters, plainForward, plainParameters } from './plain-network'
import type { Program } from './program'
import { windowNumbers } from './windows'

/*
 * The rungs between plain tfjs-node and the compiled engine: the plain network with the gradient that TensorFlow.js
 * derives, recorded and replayed, one update a call.
 */

/** Parameters and their moments, tensor by tensor. */
type State = { readonly trained: Trained[]; readonly hidden: Tensor2D }
type Trained = { readonly parameters: Tensor; readonly first: Tensor; readonly second: Tensor }
type Window = { readonly inputs: Tensor3D; readonly targets: Tensor3D }
type Outcome = { readonly loss: Scalar; readonly predictions: Tensor3D; readonly state: State }

/** Each parameter by itself, and Adam on each: what the plain program does, recorded as it is. */
export function recordedPlain(options: Case): Program {
  return replayed(options, plainParameters(options.hiddenUnits), (tensors) => tensors as PlainParameters)
}

/** All parameters in one vector, so that Adam is a dozen calls and not a dozen for each of them. */
export function recordedPacked(options: Case): Program {
  return replayed(options, [initialState(options).parameters], ([packed]) => {
    const parameters = unpackParameters(packed as Tensor1D, options.hiddenUnits)
    const { kernel, recurrentKernel, bias, recurrentBias, readoutKernel, readoutBias } = parameters
    // One product takes its right side turned; the kernels of the plain network lie the other way.
    const [k, r, o] = [kernel, recurrentKernel, readoutKernel].map((tensor) => tf.transpose(tensor))
    return [k, r, bias, recurrentBias, o, readoutBias] as PlainParameters
  })
}

function replayed(
  options: Case,
  initial: readonly Tensor[],
  unpack: (tensors: readonly Tensor[]) => PlainParameters,
): Program {
  let state: State = {
    trained: initial.map((parameters) => ({
      parameters,
      first: tf.zerosLike(parameters),
      second: tf.zerosLike(parameters),
    })),
    hidden: tf.zeros([options.batch, options.hiddenUnits]),
  }
  const update = (before: State, window: Window, schedule: Tensor1D) =>
    updated(before, schedule, (tensors) =>
      plainForward(unpack(tensors), window.inputs, window.targets, before.hidden, options),
    )
  const shape: [number, number, number] = [options.batch, options.timeSteps, 1]
  const example: Window = { inputs: tf.zeros(shape), targets: tf.zeros(shape) }
  const { run } = compile<[State, Window, Tensor1D], Outcome>(update, [state, example, tf.zeros([2])])
  let done = 0

  function updateOnce(): number {
    const numbers = windowNumbers(done, 1, options)
    let loss = Number.NaN
    const next = tf.tidy(() => {
      const window = {
        inputs: tf.tensor3d(numbers.inputs, shape),
        targets: tf.tensor3d(numbers.targets, shape),
      }
      const made = run(state, window, tf.tensor1d(adamSchedule(options.learningRate, done + 1)))
      loss = numbersOf(made.loss)[0] ?? Number.NaN
      numbersOf(made.predictions)
      return made.state
    })
    tf.dispose(state)
    state = next
    done += 1
    return loss
  }

  return { perCall: 1, update: (count) => Array.from({ length: count }, updateOnce) }
}

/** One update as a pure function; Adam is ours, applied to each of the tensors. */
function updated(
  before: State,
  schedule: Tensor1D,
  forward: (parameters: readonly Tensor[]) => PlainOutput,
): Outcome {
  let output: PlainOutput | undefined
  const { value, grads } = tf.valueAndGrads((...parameters: Tensor[]) => {
    const made = forward(parameters)
    output = { ...made, predictions: tf.keep(made.predictions), hidden: tf.keep(made.hidden) }
    return made.loss
  })(before.trained.map(({ parameters }) => parameters))
  const { predictions, hidden } = output as PlainOutput
  const trained = before.trained.map(({ parameters, first, second }, i) => {
    const moments = { first: first as Tensor1D, second: second as Tensor1D }
    const next = adam(parameters as Tensor1D, grads[i] as Tensor1D, moments, schedule)
    return { parameters: next.parameters, ...next.moments }
  })
  return { loss: value as Scalar, predictions, state: { trained, hidden } }
}
