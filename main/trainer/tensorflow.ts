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

/** The numbers of a float32 tensor, to be copied at once: they may be the tensor's own. Row-major. */
export function ownNumbersOf(tensor: Tensor): Float32Array {
  return tensor.dataSync<'float32'>()
}

/** Reads a float32 tensor back, as a copy that nobody else has: row-major. */
export function numbersOf(tensor: Tensor): Float32Array {
  return ownNumbersOf(tensor).slice()
}

/** The parts of tfjs-node's backend that are needed here; its types leave them out. */
type NativeBackend = {
  readonly binding: Readonly<
    Record<'TF_ATTR_TYPE' | 'TF_ATTR_BOOL' | 'TF_ATTR_FLOAT' | 'TF_ATTR_STRING' | 'TF_FLOAT', number>
  > & {
    readonly TF_Version: string
  }
  readonly executeMultipleOutputs: (
    op: string,
    attributes: readonly { readonly name: string; readonly type: number; readonly value: unknown }[],
    inputs: readonly Tensor[],
    outputs: number,
  ) => Tensor[]
}

function nativeBackend(): NativeBackend {
  return tf.backend() as unknown as NativeBackend
}

/**
 * Runs one of TensorFlow's own ops on float32 tensors, for ops that TensorFlow.js has no function for. It can be
 * recorded as any other, but TensorFlow.js cannot derive its gradient.
 *
 * @param attributes of the op, but for the type of its inputs
 */
export function nativeOp<Result extends Tensor>(
  op: string,
  inputs: readonly Tensor[],
  attributes: NativeAttributes = {},
): Result {
  return nativeOps(op, inputs, attributes, 1)[0] as Result
}

/** Attributes of an op; all numbers are float32. */
type NativeAttributes = Readonly<Record<string, boolean | string | number>>

/** The same for ops of several results. */
export function nativeOps(
  op: string,
  inputs: readonly Tensor[],
  attributes: NativeAttributes,
  results: number,
): Tensor[] {
  const backend = nativeBackend()
  const { TF_ATTR_TYPE, TF_ATTR_BOOL, TF_ATTR_FLOAT, TF_ATTR_STRING, TF_FLOAT } = backend.binding
  const kinds = { boolean: TF_ATTR_BOOL, number: TF_ATTR_FLOAT, string: TF_ATTR_STRING }
  const named = Object.entries(attributes).map(([name, value]) => ({
    name,
    type: kinds[typeof value as keyof typeof kinds],
    value,
  }))
  const type = { name: 'T', type: TF_ATTR_TYPE, value: TF_FLOAT }
  return backend.executeMultipleOutputs(op, [type, ...named], inputs, results)
}

/** Versions of the native library that is loaded, and of the package that binds it: `2.21.0`, `4.22.0`. */
export function tensorflowVersions(): { readonly tensorflow: string; readonly tfjs: string } {
  return { tensorflow: nativeBackend().binding.TF_Version, tfjs: tf.version['tfjs-node'] }
}
