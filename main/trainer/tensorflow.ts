import './node-shims'
import { createRequire } from 'node:module'
import type * as TensorFlow from '@tensorflow/tfjs-node'

/*
 * The one door to TensorFlow. By `require`, because a bundler lifts the imports of packages above our own files,
 * and the shims must have run before the package does.
 */
export const tf = createRequire(import.meta.url)('@tensorflow/tfjs-node') as typeof TensorFlow

export type Tensor = TensorFlow.Tensor
export type Scalar = TensorFlow.Scalar
export type Tensor1D = TensorFlow.Tensor1D
export type Tensor2D = TensorFlow.Tensor2D
export type Tensor3D = TensorFlow.Tensor3D
export type Tensor4D = TensorFlow.Tensor4D

/** Reads a float32 tensor back, as a copy that nobody else has: row-major. */
export function numbersOf(tensor: Tensor): Float32Array {
  return tensor.dataSync<'float32'>().slice()
}

/** The part of tfjs-node's backend that says what native library was loaded; its types leave it out. */
type NativeBackend = { readonly binding: { readonly TF_Version: string } }

/** Versions of the native library that is loaded, and of the package that binds it: `2.21.0`, `4.22.0`. */
export function tensorflowVersions(): { readonly tensorflow: string; readonly tfjs: string } {
  const { binding } = tf.backend() as unknown as NativeBackend
  return { tensorflow: binding.TF_Version, tfjs: tf.version['tfjs-node'] }
}
