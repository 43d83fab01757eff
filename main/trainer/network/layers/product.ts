import { nativeOp, type Tensor2D, tf } from '../../tensorflow'

/**
 * Multiplications from which oneDNN's routine is the quicker one: twice as fast for products with a tall matrix
 * transposed, as the gradients of kernels are, and never slower. Below, TensorFlow's own has less to prepare.
 */
const LARGE = 100_000

/** TensorFlow finds oneDNN's kernel of an op by this mark, whether or not TF_ENABLE_ONEDNN_OPTS is on. */
const ONEDNN = { _kernel: 'MklNameChangeOp' }

/**
 * The product of two matrices. `tf.matMul` knows only products of batches of matrices, and leaves the choice of the
 * routine to the environment; here it follows from the shapes alone, so that the same product has the same bits in
 * both engines.
 *
 * @param a [rows, inner], or [inner, rows] if it is to be transposed
 * @param b [inner, columns], or [columns, inner] if it is to be transposed
 */
export function product(a: Tensor2D, b: Tensor2D, transposeA = false, transposeB = false): Tensor2D {
  const attributes = { transpose_a: transposeA, transpose_b: transposeB }
  const multiplications = a.size * (transposeB ? b.shape[0] : b.shape[1])
  return multiplications < LARGE
    ? nativeOp('MatMul', [a, b], attributes)
    : nativeOp('_MklMatMul', [a, b], { ...attributes, ...ONEDNN })
}

/**
 * x · kernel^T for many x of so many rows, as a recurrence needs it. The kernel is transposed once and not in every
 * product; for a single row that gains nothing, as its numbers lie in the right order for it.
 *
 * @param kernel [columns, inner]
 */
export function productsWith(kernel: Tensor2D, rows: number): (x: Tensor2D) => Tensor2D {
  if (rows === 1) return (x) => product(x, kernel, false, true)
  const transposed = tf.transpose(kernel)
  return (x) => product(x, transposed)
}
