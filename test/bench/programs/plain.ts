import {
  numbersOf,
  type Scalar,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tf,
} from '../../../main/trainer/tensorflow'
import type { Case } from '../cases'
import { type PlainParameters, plainForward, plainParameters, plainStates } from './plain-network'
import type { Program } from './program'
import { windowNumbers } from './windows'

/** tfjs-node as it is usually written: variables, ops, `tf.train.adam(…).minimize`, with a carried, cut state. */
export function plain(options: Case): Program {
  const initial: Tensor[] = plainParameters(options)
  const variables = initial.map((tensor) => tf.variable(tensor) as Tensor) as PlainParameters
  // PyTorch's epsilon, so that all competitors go the same way.
  const optimizer = tf.train.adam(options.learningRate, 0.9, 0.999, 1e-8)
  let states: readonly Tensor2D[] = plainStates(options)
  let done = 0

  function updateOnce(): number {
    const numbers = windowNumbers(done, options)
    const shape: [number, number, number] = [options.batch, options.timeSteps, 1]
    let kept: { predictions: Tensor3D; states: Tensor2D[] } | undefined
    const loss = tf.tidy(() => {
      const inputs = tf.tensor3d(numbers.inputs, shape)
      const targets = tf.tensor3d(numbers.targets, shape)
      return optimizer.minimize(() => {
        const output = plainForward(variables, inputs, targets, states)
        kept = {
          predictions: tf.keep(output.predictions),
          states: output.states.map((state) => tf.keep(state)),
        }
        return output.loss
      }, true) as Scalar
    })
    const value = numbersOf(loss)[0] ?? Number.NaN
    if (kept) {
      numbersOf(kept.predictions)
      tf.dispose([...states, kept.predictions, loss])
      states = kept.states
    }
    done += 1
    return value
  }

  return { perCall: 1, update: (count) => Array.from({ length: count }, updateOnce) }
}
