import { type Tensor, tf } from '../../tensorflow'
import { withStandIns } from './stand-ins'

/*
 * The private parts of tfjs-node 4.22 that recording and replaying need; nothing else in the code base touches
 * them. tfjs-node's backend runs each op by `binding.executeOp` on native tensor ids, and keeps the id of each
 * tensor's data in `tensorMap`; numbers that came from JavaScript wait there as `values` until an op needs them.
 */

/** An attribute of an op as tfjs-node hands it to its binding; `type` is one of the binding's `TF_ATTR_…`. */
export type NativeAttribute = { readonly name: string; readonly type: number; readonly value: unknown }

/** A tensor as the binding tells of it; `dtype` is TensorFlow's number. */
export type NativeTensor = { readonly id: number; readonly shape: readonly number[]; readonly dtype: number }

/** What the backend keeps of a tensor's data; while `values` wait there is no native tensor. */
export type NativeData = {
  readonly id: number
  readonly shape: readonly number[]
  readonly dtype: number
  readonly values: unknown
}

/** The functions of the binding that a recording listens to, or calls by itself. */
export type NativeBinding = {
  createTensor: (
    shape: readonly number[],
    dtype: number,
    values: Float32Array | Int32Array | Uint8Array,
  ) => number
  deleteTensor: (id: number) => void
  executeOp: (
    op: string,
    attributes: readonly NativeAttribute[],
    inputs: readonly number[],
    outputs: number,
  ) => NativeTensor[]
  loadSavedModel: (folder: string, tags: string) => number
  deleteSavedModel: (session: number) => void
  runSavedModel: (
    session: number,
    inputs: readonly number[],
    inputNames: string,
    outputNames: string,
  ) => NativeTensor[]
  /** Ours (`scripts/setup/between/in-background.cc`), as are the next two. */
  setCalls: (kind: number) => void
  mayBegin: () => boolean
  isBegunDone: () => boolean
}

/** The parts of the backend that a recording stands in for; `write` and the reads are tfjs' own interface. */
export type NativeBackend = {
  binding: NativeBinding
  write: (values: unknown, shape: readonly number[], dtype: string) => object
  read: (dataId: object) => Promise<unknown>
  readSync: (dataId: object) => unknown
  getInputTensorIds: (tensors: readonly Tensor[]) => number[]
  readonly createOutputTensor: (output: NativeTensor) => Tensor
  readonly tensorMap: { readonly get: (dataId: object) => NativeData }
}

const BINDING_FUNCTIONS = [
  ...['createTensor', 'deleteTensor', 'executeOp'],
  ...['loadSavedModel', 'deleteSavedModel', 'runSavedModel'],
  ...['setCalls', 'mayBegin', 'isBegunDone'],
] as const
const BACKEND_FUNCTIONS = ['write', 'read', 'readSync', 'getInputTensorIds', 'createOutputTensor'] as const
const CONSTANTS = [
  'TF_ATTR_TYPE',
  'TF_ATTR_INT',
  'TF_ATTR_BOOL',
  'TF_ATTR_FLOAT',
  'TF_ATTR_SHAPE',
  'TF_ATTR_STRING',
] as const

/**
 * Looks whether a backend has the private parts that are needed, in the form that is expected.
 * @throws Error that names the parts which are missing: tfjs-node has changed inside
 */
export function checkBackend(candidate: object): asserts candidate is NativeBackend {
  const backend = candidate as Readonly<Record<string, unknown>>
  const binding = (backend.binding ?? {}) as Readonly<Record<string, unknown>>
  const tensorMap = (backend.tensorMap ?? {}) as Readonly<Record<string, unknown>>
  const missing = [
    ...BACKEND_FUNCTIONS.filter((name) => typeof backend[name] !== 'function').map((name) => `${name}()`),
    ...BINDING_FUNCTIONS.filter((name) => typeof binding[name] !== 'function').map(
      (name) => `binding.${name}()`,
    ),
    ...CONSTANTS.filter((name) => typeof binding[name] !== 'number').map((name) => `binding.${name}`),
    ...(typeof tensorMap.get === 'function' ? [] : ['tensorMap.get()']),
  ]
  if (missing.length > 0)
    throw new Error(
      `Compiling expects the inside of tfjs-node 4.22, but its backend has no ${missing.join(', ')}; ` +
        'adapt main/trainer/graph/native/native-binding.ts to the tfjs-node that is installed, or train eagerly.',
    )
}

let checked: NativeBackend | undefined

/** tfjs-node's backend, with its private parts; looked at once, because a compiled function asks at every run. */
export function nativeBackend(): NativeBackend {
  const backend: object = tf.backend()
  if (backend !== checked) {
    checkBackend(backend)
    checked = backend
  }
  return checked
}

/** The binding's number for a kind of attribute. */
export function nativeConstant(name: (typeof CONSTANTS)[number]): number {
  return (nativeBackend().binding as unknown as Readonly<Record<typeof name, number>>)[name]
}

/** The native ids of tensors' data; values that still wait in JavaScript are handed over first. */
export function nativeIdsOf(tensors: readonly Tensor[]): number[] {
  return nativeBackend().getInputTensorIds(tensors)
}

/** Hands values over that still wait in JavaScript; tells of how many bytes. */
export function handOver(tensor: Tensor): number {
  const { values } = nativeBackend().tensorMap.get(tensor.dataId)
  nativeIdsOf([tensor])
  return ArrayBuffer.isView(values) ? values.byteLength : 0
}

/** TensorFlow's number for the type of a tensor's values. */
export function nativeTypeOf(tensor: Tensor): number {
  return nativeBackend().tensorMap.get(tensor.dataId).dtype
}

/** Makes tensors of what the binding gave; they belong to the caller, or to the tidy around it. */
export function adoptTensors(outputs: readonly NativeTensor[]): Tensor[] {
  const backend = nativeBackend()
  return outputs.map((output) => backend.createOutputTensor(output))
}

/** A tensor of its own with the same values, which are shared and not copied. */
export function twinOf(tensor: Tensor): Tensor {
  const type = { name: 'T', type: nativeConstant('TF_ATTR_TYPE'), value: nativeTypeOf(tensor) }
  const outputs = nativeBackend().binding.executeOp('Identity', [type], nativeIdsOf([tensor]), 1)
  return adoptTensors(outputs)[0] as Tensor
}

/** What can stand in for functions of the backend and of its binding. */
export type NativeStandIns = Pick<NativeBackend, 'write' | 'read' | 'readSync' | 'getInputTensorIds'> & {
  readonly binding: Partial<NativeBinding>
}

/** Runs `action` while some functions of the backend and of its binding are others; always puts them back. */
export function withNativeStandIns<T>(standIns: NativeStandIns, action: () => T): T {
  const backend = nativeBackend()
  // The binding itself is read-only, so a copy takes its place. Its functions look for their object in `this`.
  const binding: Record<string, unknown> = {}
  for (const name of Object.getOwnPropertyNames(backend.binding)) {
    const part = (backend.binding as unknown as Readonly<Record<string, unknown>>)[name]
    binding[name] = typeof part === 'function' ? part.bind(backend.binding) : part
  }
  const copy = { ...binding, ...standIns.binding } as NativeBinding
  return withStandIns(backend, { ...standIns, binding: copy }, action)
}
