import { tf } from '../../../../main/trainer/tensorflow'

type Counts = { readonly getNumOfTFTensors: () => number; readonly getNumOfSavedModels: () => number }

/** What is alive in tfjs and in the native library: all of it must be as before when work is done. */
export function graphCount() {
  const backend = tf.backend() as unknown as Counts
  const { numTensors, numDataBuffers } = tf.memory()
  return {
    tensors: numTensors,
    arrays: numDataBuffers,
    nativeTensors: backend.getNumOfTFTensors(),
    sessions: backend.getNumOfSavedModels(),
    variables: Object.keys(tf.engine().registeredVariables).length,
  }
}
