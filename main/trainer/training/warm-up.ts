import { LESSON } from '@contract/settings/lesson'
import { initialWeights } from '../network/initial-weights'
import { networkOf } from '../network/shape/network-of'
import { createLearner } from './learner'
import { freshSnapshot, trainingOf } from './snapshot/fresh-snapshot'

/**
 * Makes an update of the lesson, on zeros, and throws it away. The first update of a process takes ten times as long as the second,
 * while V8 compiles and TensorFlow looks up its kernels: a person who presses Start need not wait for that.
 */
export function warmUp() {
  const learner = createLearner(freshSnapshot(initialWeights(networkOf(LESSON)), trainingOf(LESSON)))
  try {
    const zeros = new Float32Array(LESSON.data.points)
    learner.update({ inputs: zeros, targets: zeros, advance: 1 }, LESSON.training)
  } finally {
    learner.dispose()
  }
}
