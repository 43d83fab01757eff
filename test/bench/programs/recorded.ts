import { compile } from '../../../main/trainer/graph/compile'
import { initialWeights } from '../../../main/trainer/network/initial-weights'
import { unpackParameters } from '../../../main/trainer/network/packed-tensors'
import { describeNetwork } from '../../../main/trainer/network/shape/describe-network'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import { packArrays } from '../../../main/trainer/network/shape/packed-arrays'
import {
  numbersOf,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tf,
} from '../../../main/trainer/tensorflow'
import { adam } from '../../../main/trainer/training/optimizer/adam'
import { configOf, windowsOf } from '../cases/case-run'
import type { Case } from '../cases/cases'
import {
  type PlainOutput,
  type PlainParameters,
  plainForward,
  plainParameters,
  plainStates,
} from './plain-network'
import type { Program } from './program'
import { tensorsOf } from './windows'

/*
 * The rungs between plain tfjs-node and the compiled engine: the plain network with the gradient that TensorFlow.js
 * derives, recorded and replayed, one update a call.
 */

/** Parameters and their moments, tensor by tensor. */
type State = { readonly trained: Trained[]; readonly states: Tensor2D[] }
type Trained = { readonly parameters: Tensor; readonly first: Tensor; readonly second: Tensor }
type Window = { readonly inputs: Tensor3D; readonly targets: Tensor3D }
type Outcome = { readonly loss: Scalar; readonly predictions: Tensor3D; readonly state: State }

/** Each parameter by itself, and Adam on each: what the plain program does, recorded as it is. */
export function recordedPlain(options: Case): Program {
  return replayed(options, plainParameters(options), (tensors) => tensors)
}

/** All parameters in one vector, so that Adam is a dozen calls and not a dozen for each of them. */
export function recordedPacked(options: Case): Program {
  const network = networkOf(configOf(options))
  const packed = tf.tensor1d(packArrays(initialWeights(network), describeNetwork(network).parameters))
  return replayed(options, [packed], ([all]) => {
    const { layers, readout } = unpackParameters(all as Tensor1D, network)
    // One product takes its right side transposed; the plain network has the kernels transposed already.
    return [
      ...layers.flatMap(({ kernel, recurrentKernel, bias, recurrentBias }) => [
        tf.transpose(kernel),
        tf.transpose(recurrentKernel),
        bias,
        recurrentBias as Tensor1D,
      ]),
      tf.transpose(readout.kernel),
      readout.bias,
    ]
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
    states: plainStates(options),
  }
  const update = (before: State, window: Window, schedule: Tensor1D) =>
    updated(before, schedule, (tensors) =>
      plainForward(options.cell, unpack(tensors), window.inputs, window.targets, before.states),
    )
  const { training } = configOf(options)
  const windowAt = windowsOf(options)
  const example = tensorsOf(windowAt(0), options.batch)
  const { run } = compile<[State, Window, Tensor1D], Outcome>(update, [state, example, tf.zeros([2])])
  let done = 0

  function updateOnce(): number {
    let loss = Number.NaN
    const next = tf.tidy(() => {
      const window = tensorsOf(windowAt(done), options.batch)
      const made = run(state, window, tf.tensor1d([...adam.schedule(training, done + 1)]))
      loss = numbersOf(made.loss)[0] ?? Number.NaN
      numbersOf(made.predictions)
      return options.data === 'lesson' ? made.state : { ...made.state, states: plainStates(options) }
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
    output = {
      ...made,
      predictions: tf.keep(made.predictions),
      states: made.states.map((state) => tf.keep(state)),
    }
    return made.loss
  })(before.trained.map(({ parameters }) => parameters))
  const { predictions, states } = output as PlainOutput
  const numbers = tf.unstack(schedule) as Scalar[]
  const trained = before.trained.map(({ parameters, first, second }, i) => {
    const slots = [first, second] as Tensor1D[]
    const next = adam.apply({ parameters: parameters as Tensor1D, slots }, grads[i] as Tensor1D, numbers)
    return { parameters: next.parameters, first: next.slots[0] as Tensor, second: next.slots[1] as Tensor }
  })
  return { loss: value as Scalar, predictions, state: { trained, states: [...states] } }
}
