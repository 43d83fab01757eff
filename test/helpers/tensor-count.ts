import { tf } from '../../main/trainer/tensorflow'

/** Tensors that are alive now, and the native arrays behind them: both must be as before when work is done. */
export function tensorCount(): { readonly tensors: number; readonly arrays: number } {
  const { numTensors, numDataBuffers } = tf.memory()
  return { tensors: numTensors, arrays: numDataBuffers }
}
