import type { Window } from '../../../main/trainer/data/source/window'
import { type Tensor3D, tf } from '../../../main/trainer/tensorflow'

/** A window as tensors: inputs [batch, time step, input] and targets [batch, time step, output]. */
export function tensorsOf(
  { inputs, targets, timeSteps }: Window,
  batch: number,
): { readonly inputs: Tensor3D; readonly targets: Tensor3D } {
  const shaped = (numbers: Float32Array) =>
    tf.tensor3d(numbers, [batch, timeSteps, numbers.length / (batch * timeSteps)])
  return { inputs: shaped(inputs), targets: shaped(targets) }
}
