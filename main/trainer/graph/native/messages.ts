import { NODES_IN_A_PIECE } from '../../pieces'
import { functionType, savedModelType } from './schema'

export type ShapeMessage = { readonly dim: readonly { readonly size: number }[] }

export type TensorMessage = {
  readonly dtype: number
  readonly tensorShape: ShapeMessage
  /** The numbers as they lie in memory: little-endian, row-major. */
  readonly tensorContent: Uint8Array
}

/** One attribute of a node or of a function; exactly one of the fields is there. */
export type AttributeMessage =
  | { readonly s: Uint8Array }
  | { readonly i: number }
  | { readonly f: number }
  | { readonly b: boolean }
  | { readonly type: number }
  | { readonly shape: ShapeMessage }
  | { readonly tensor: TensorMessage }
  | {
      readonly list:
        | { readonly i: readonly number[] }
        | { readonly f: readonly number[] }
        | { readonly b: readonly boolean[] }
        | { readonly type: readonly number[] }
    }

export type NodeMessage = {
  readonly name: string
  readonly op: string
  readonly input: readonly string[]
  readonly attr: Readonly<Record<string, AttributeMessage>>
}

export type ArgumentMessage = { readonly name: string; readonly type: number }

export type FunctionMessage = {
  readonly signature: {
    readonly name: string
    readonly inputArg: readonly ArgumentMessage[]
    readonly outputArg: readonly ArgumentMessage[]
  }
  readonly nodeDef: readonly NodeMessage[]
  /** For each result by name, the output that it is. */
  readonly ret: Readonly<Record<string, string>>
  readonly attr: Readonly<Record<string, AttributeMessage>>
}

export type GraphMessage = {
  readonly node: readonly NodeMessage[]
  readonly library: { readonly function: readonly FunctionMessage[] }
}

/** GraphDef version of the TensorFlow whose op semantics a graph is written in (core/public/version.h). */
const PRODUCER = 1087

/** The tag under which a SavedModel's only graph is found. */
export const TAG = 'unroll'

/** A shape as a message. */
export function shapeMessage(shape: readonly number[]): ShapeMessage {
  return { dim: shape.map((size) => ({ size })) }
}

/** The bytes of a `saved_model.pb` with one graph, tagged `TAG`; in pieces. */
export function* encodeSavedModel({ node, library }: GraphMessage): Generator<undefined, Uint8Array, void> {
  const functions: Uint8Array[] = []
  for (const each of library.function) functions.push(yield* encodeFunction(each))
  const graphDef = { node, library: { function: functions }, versions: { producer: PRODUCER } }
  return savedModelType
    .encode({ savedModelSchemaVersion: 1, metaGraphs: [{ metaInfoDef: { tags: [TAG] }, graphDef }] })
    .finish()
}

/** Fields of a message that are written one after another are those of one message. */
function* encodeFunction({ nodeDef, ...rest }: FunctionMessage): Generator<undefined, Uint8Array, void> {
  const parts = [functionType.encode(rest).finish()]
  for (let from = 0; from < nodeDef.length; from += NODES_IN_A_PIECE) {
    parts.push(functionType.encode({ nodeDef: nodeDef.slice(from, from + NODES_IN_A_PIECE) }).finish())
    yield
  }
  return Buffer.concat(parts)
}
