import type { Tensor } from '../../tensorflow'
import { type NativeAttribute, type NativeStandIns, nativeBackend } from '../native/native-binding'
import { attributeMessages } from './attributes'
import { isPure } from './ops'
import type { RecordedConstant, RecordedNode, Recording, Source, ValueType } from './recording'

/** Throws, and makes sure that it counts even if somebody catches it. */
export type Refuse = (reason: string) => never

/** What listens to tfjs-node, and what it heard. */
export type CallLog = {
  /** To be put in the place of tfjs-node's own functions. */
  readonly standIns: NativeStandIns
  /** Everything since the log was opened, as the recording of a function that gave `results`. */
  readonly close: (results: readonly Tensor[]) => Recording
}

type Call = Omit<RecordedNode, 'outputs'>

/** Stands for the native id of a tensor that is not the function's own. */
const STRANGER = -1

/** Opens a log of the native calls that a function makes of `inputs`, which nobody else may have. */
export function openCallLog(inputs: readonly Tensor[], refuse: Refuse): CallLog {
  const backend = nativeBackend()
  const { binding } = backend
  const [write, read, readSync, idsOf] = [
    backend.write.bind(backend),
    backend.read.bind(backend),
    backend.readSync.bind(backend),
    backend.getInputTensorIds.bind(backend),
  ]
  const nodes: RecordedNode[] = []
  const constants: RecordedConstant[] = []
  const sources = new Map<number, Source>()
  /** The data that the function made from numbers, which are its constants. */
  const written = new WeakSet<object>()
  inputs.forEach((tensor, index) => {
    sources.set(idsOf([tensor])[0] as number, { kind: 'input', index })
  })
  const typeOf = ({ dataId }: Tensor) => {
    const { shape, dtype } = backend.tensorMap.get(dataId)
    return { shape: [...shape], dtype }
  }
  const inputTypes = inputs.map(typeOf)

  /** The native id of a tensor; a constant is noted when it gets its own. */
  function idOf(tensor: Tensor): number {
    const { values } = backend.tensorMap.get(tensor.dataId)
    const isConstant = written.has(tensor.dataId)
    if (values !== null && !isConstant) return STRANGER
    const id = idsOf([tensor])[0] as number
    if (isConstant && ArrayBuffer.isView(values)) {
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice()
      sources.set(id, { kind: 'constant', index: constants.length })
      constants.push({ ...typeOf(tensor), bytes })
    }
    return id
  }

  function sourceOf(id: number, user: string): Source {
    const source = sources.get(id)
    return source ?? refuse(`${user} uses a tensor from outside of the function that is no argument of it`)
  }

  function typeAt(source: Source): ValueType {
    switch (source.kind) {
      case 'input':
        return inputTypes[source.index] as ValueType
      case 'constant':
        return constants[source.index] as ValueType
      case 'node':
        return nodes[source.index]?.outputs[source.output] as ValueType
    }
  }

  function noteCall(op: string, attributes: readonly NativeAttribute[], ids: readonly number[]): Call {
    if (!isPure(op))
      refuse(`The op ${op} is not known to be a pure function of tensors with a result of fixed shape`)
    const inputs = ids.map((id) => sourceOf(id, `The op ${op}`))
    const firstType = inputs[0] ? typeAt(inputs[0]).dtype : 0
    const messages = attributeMessages(op, attributes, firstType, ({ name, type, value }) =>
      refuse(
        `The op ${op} has an attribute that is not handled: ${name}, ${JSON.stringify(value)}, kind ${type}`,
      ),
    )
    return { op, attributes: messages, inputs }
  }

  function readingReason(dataId: object): string {
    const source = sources.get(backend.tensorMap.get(dataId).id)
    const what = source?.kind === 'node' ? `the result of ${nodes[source.index]?.op}` : 'a tensor'
    return `The function reads ${what} back into JavaScript, so what it does could depend on the values`
  }

  return {
    standIns: {
      write: (...numbers) => {
        const dataId = write(...numbers)
        written.add(dataId)
        return dataId
      },
      readSync: (dataId) => (written.has(dataId) ? readSync(dataId) : refuse(readingReason(dataId))),
      read: (dataId) => {
        if (written.has(dataId)) return read(dataId)
        // Nobody may be waiting, and then a rejection would end the process; what waits need not go on.
        try {
          return refuse(readingReason(dataId))
        } catch {
          return new Promise(() => {})
        }
      },
      getInputTensorIds: (tensors) => tensors.map(idOf),
      binding: {
        executeOp: (op, attributes, ids, count) => {
          const call = noteCall(op, attributes, ids)
          const made = binding.executeOp(op, attributes, ids, count)
          made.forEach(({ id }, output) => {
            sources.set(id, { kind: 'node', index: nodes.length, output })
          })
          nodes.push({ ...call, outputs: made.map(({ shape, dtype }) => ({ shape, dtype })) })
          return made
        },
        runSavedModel: () => refuse('The function runs another compiled function; hand in the plain one'),
      },
    },
    close: (results) => ({
      inputs: inputTypes,
      constants,
      nodes,
      outputs: results.map((tensor) => ({ ...typeOf(tensor), source: sourceOf(idOf(tensor), 'The result') })),
    }),
  }
}
