import { numbersOf, type Scalar, type Tensor2D, type Tensor3D, tf } from '../../../main/trainer/tensorflow'
import { windowsOf } from '../cases/case-run'
import type { Case } from '../cases/cases'
import { plainForward, plainParameters, plainStates } from './plain-network'
import type { Program } from './program'
import { tensorsOf } from './windows'

/**
 * tfjs-node as it is usually written: variables, ops, `tf.train.adam(…).minimize`; in the lesson with a carried, cut state.
 */
export function plain(options: Case): Program {
  const variables = plainParameters(options).map((tensor) => tf.variable(tensor))
  const windowAt = windowsOf(options)
  // PyTorch's epsilon, so that all competitors go the same way.
  const optimizer = tf.train.adam(options.learningRate, 0.9, 0.999, 1e-8)
  let states: readonly Tensor2D[] = plainStates(options)
  let done = 0

  function updateOnce(): number {
    const window = windowAt(done)
    let kept: { predictions: Tensor3D; states: Tensor2D[] } | undefined
    const loss = tf.tidy(() => {
      const { inputs, targets } = tensorsOf(window, options.batch)
      return optimizer.minimize(() => {
        const output = plainForward(options.cell, variables, inputs, targets, states)
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
      const goesOn = options.data === 'lesson'
      tf.dispose([...(goesOn ? states : kept.states), kept.predictions, loss])
      if (goesOn) states = kept.states
    }
    done += 1
    return value
  }

  return { perCall: 1, update: (count) => Array.from({ length: count }, updateOnce) }
}
