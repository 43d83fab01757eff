import { LESSON } from '@contract/settings/lesson'
import { createLearner } from './learner'
import { seededSnapshot } from './snapshot/fresh-snapshot'

/**
 * Makes an update of the lesson, on zeros, and throws it away. The first update of a process takes ten times as long as the second,
 * while V8 compiles and TensorFlow looks up its kernels: a person who presses Start need not wait for that.
 */
export function warmUp() {
  const learner = createLearner(seededSnapshot(LESSON))
  try {
    const zeros = new Float32Array(LESSON.data.points)
    learner.update({ inputs: zeros, targets: zeros, advance: 1 }, LESSON.training)
  } finally {
    learner.dispose()
  }
}
