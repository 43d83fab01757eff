import {
  numbersOf,
  type Scalar,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tf,
} from '../../../main/trainer/tensorflow'
import type { Case } from '../cases'
import { type PlainParameters, plainForward, plainParameters } from './plain-network'
import type { Program } from './program'
import { windowNumbers } from './windows'

/** tfjs-node as it is usually written: variables, ops, `tf.train.adam(…).minimize`, with a carried, cut state. */
export function plain(options: Case): Program {
  const initial: Tensor[] = plainParameters(options.hiddenUnits)
  const variables = initial.map((tensor) => tf.variable(tensor) as Tensor) as PlainParameters
  // PyTorch's epsilon, so that all competitors go the same way.
  const optimizer = tf.train.adam(options.learningRate, 0.9, 0.999, 1e-8)
  let hidden: Tensor2D = tf.zeros([options.batch, options.hiddenUnits])
  let done = 0

  function updateOnce(): number {
    const numbers = windowNumbers(done, 1, options)
    const shape: [number, number, number] = [options.batch, options.timeSteps, 1]
    let kept: { predictions: Tensor3D; hidden: Tensor2D } | undefined
    const loss = tf.tidy(() => {
      const inputs = tf.tensor3d(numbers.inputs, shape)
      const targets = tf.tensor3d(numbers.targets, shape)
      return optimizer.minimize(() => {
        const output = plainForward(variables, inputs, targets, hidden)
        kept = { predictions: tf.keep(output.predictions), hidden: tf.keep(output.hidden) }
        return output.loss
      }, true) as Scalar
    })
    const value = numbersOf(loss)[0] ?? Number.NaN
    if (kept) {
      numbersOf(kept.predictions)
      tf.dispose([hidden, kept.predictions, loss])
      hidden = kept.hidden
    }
    done += 1
    return value
  }

  return { perCall: 1, update: (count) => Array.from({ length: count }, updateOnce) }
}
