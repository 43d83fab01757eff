import type { Repeat } from '../../repeated'
import type { Tensor } from '../../tensorflow'
import {
  type NativeAttribute,
  type NativeStandIns,
  type NativeTensor,
  nativeBackend,
} from '../native/native-binding'
import { rememberedAttributes } from './attributes'
import { isPure } from './ops'
import type { RecordedConstant, Recording, Source, ValueType } from './recording'
import { type NodeInParts, openRepeats } from './repeats'
import { constantKey, type Operand, openResultTypes } from './result-types'

/** Throws, and makes sure that it counts even if somebody catches it. */
export type Refuse = (reason: string) => never

/** What listens to tfjs-node, and what it heard. */
export type CallLog = {
  /** To be put in the place of tfjs-node's own functions. */
  readonly standIns: NativeStandIns
  /** To make what is `repeated`. */
  readonly repeat: Repeat
  /** Everything since the log was opened, as the recording of a function that gave `results`. */
  readonly close: (results: readonly Tensor[]) => Recording
  /** Gives back what it needed for that. */
  readonly dispose: () => void
}

/** Stands for the native id of a tensor that is not the function's own. */
const STRANGER = -1

/** What is only written down has no native tensor, but an id below 0, of which tfjs-node gives back none; each is used once. */
let lastId = STRANGER

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
  const nodes: NodeInParts[] = []
  const constants: RecordedConstant[] = []
  const constantAt = new Map<string, number>()
  const sources = new Map<number, Source>()
  const resultTypes = openResultTypes(binding)
  const attributesOf = rememberedAttributes()
  /** The data that the function made from numbers, which are its constants, and their ids once they are used. */
  const written = new WeakSet<object>()
  const constantIds = new WeakMap<object, number>()
  const idFor = (source: Source) => {
    lastId -= 1
    sources.set(lastId, source)
    return lastId
  }
  inputs.forEach((tensor, index) => {
    sources.set(idsOf([tensor])[0] as number, { kind: 'input', index })
  })
  const typeOf = ({ dataId }: Tensor) => {
    const { shape, dtype } = backend.tensorMap.get(dataId)
    return { shape: [...shape], dtype }
  }
  const inputTypes = inputs.map(typeOf)

  /** The id of a tensor; a constant is noted when it gets its own. */
  function idOf(tensor: Tensor): number {
    const { dataId } = tensor
    const noted = constantIds.get(dataId)
    if (noted !== undefined) return noted
    const { values } = backend.tensorMap.get(dataId)
    if (values === null) return idsOf([tensor])[0] as number
    if (!written.has(dataId) || !ArrayBuffer.isView(values)) return STRANGER
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice()
    const constant = { ...typeOf(tensor), bytes }
    const key = constantKey(constant)
    const index = constantAt.get(key) ?? constants.push(constant) - 1
    constantAt.set(key, index)
    const id = idFor({ kind: 'constant', index })
    constantIds.set(dataId, id)
    return id
  }

  function sourceOf(id: number, user: string): Source {
    const source = sources.get(id)
    return source ?? refuse(`${user} uses a tensor from outside of the function that is no argument of it`)
  }

  /** What a call is given; `id` is its native tensor, if it has one. */
  function operandOf(source: Source, id: number): Operand {
    const nativeId = id < 0 ? null : id
    switch (source.kind) {
      case 'input':
        return { type: inputTypes[source.index] as ValueType, constant: null, nativeId }
      case 'constant': {
        const constant = constants[source.index] as RecordedConstant
        return { type: constant, constant, nativeId }
      }
      case 'node': {
        const type = nodes[source.index]?.outputs[source.output] as ValueType
        return { type, constant: null, nativeId }
      }
    }
  }

  function executeOp(
    op: string,
    attributes: readonly NativeAttribute[],
    ids: readonly number[],
    count: number,
  ): NativeTensor[] {
    if (!isPure(op))
      refuse(`The op ${op} is not known to be a pure function of tensors with a result of fixed shape`)
    const from = ids.map((id) => sourceOf(id, `The op ${op}`))
    const operands = from.map((source, place) => operandOf(source, ids[place] as number))
    const messages = attributesOf(op, attributes, operands[0]?.type.dtype ?? 0, ({ name, type, value }) =>
      refuse(
        `The op ${op} has an attribute that is not handled: ${name}, ${JSON.stringify(value)}, kind ${type}`,
      ),
    )
    const made = resultTypes.of(op, attributes, operands, count)
    const index = nodes.length
    if (made.kind === 'types') {
      nodes.push({ op, attributes: messages, inputs: from, outputs: made.types, part: null })
      return made.types.map((type, output) => ({ id: idFor({ kind: 'node', index, output }), ...type }))
    }
    const outputs = made.tensors.map(({ shape, dtype }) => ({ shape, dtype }))
    nodes.push({ op, attributes: messages, inputs: from, outputs, part: null })
    for (const [output, { id }] of made.tensors.entries()) sources.set(id, { kind: 'node', index, output })
    return [...made.tensors]
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
        executeOp,
        runSavedModel: () => refuse('The function runs another compiled function; hand in the plain one'),
      },
    },
    repeat: openRepeats({
      nodes,
      sourceOf: (tensor) => sourceOf(idOf(tensor), 'A part that is repeated'),
      tensorOf: (source, type) => backend.createOutputTensor({ id: idFor(source), ...type }),
    }),
    close: (results) => ({
      inputs: inputTypes,
      constants,
      nodes,
      outputs: results.map((tensor) => ({ ...typeOf(tensor), source: sourceOf(idOf(tensor), 'The result') })),
    }),
    dispose: resultTypes.close,
  }
}
