import { type Tensor, tf } from '../../tensorflow'
import { withStandIns } from './stand-ins'

/**
 * Runs `action` and leaves no tensor of it behind, not even one that it kept: tfjs keeps what the
 * backward pass needs, and forgets to dispose of it when the forward pass throws. Variables are refused, because they change outside of a
 * graph.
 *
 * @param refuse throws, and says why
 */
export function leavingNothing(refuse: (reason: string) => never, action: () => void): void {
  const engine = tf.engine()
  const kept: Tensor[] = []
  const keep = engine.keep.bind(engine)
  tf.tidy(() => {
    // Tensors are numbered one after another: those made before this one belong to somebody else.
    const { id: firstId } = tf.scalar(0)
    const noVariable = () =>
      refuse('The function makes or assigns a tf.Variable, which happens outside of its result')
    try {
      withStandIns(
        engine,
        {
          keep: (tensor) => {
            kept.push(tensor)
            return keep(tensor)
          },
          makeVariable: noVariable,
        },
        () => withStandIns(tf.Variable.prototype, { assign: noVariable }, action),
      )
    } finally {
      tf.dispose(kept.filter(({ id, isDisposed }) => id > firstId && !isDisposed))
    }
  })
}

/** Whether tfjs is recording for a gradient, which does not see what a graph does. */
export function isDifferentiating(): boolean {
  return tf.engine().state.gradientDepth > 0
}
