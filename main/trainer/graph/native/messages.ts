import { savedModelType } from './schema'

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

/** The bytes of a `saved_model.pb` with one graph, tagged `TAG`. */
export function encodeSavedModel(graph: GraphMessage): Uint8Array {
  const graphDef = { ...graph, versions: { producer: PRODUCER } }
  return savedModelType
    .encode({ savedModelSchemaVersion: 1, metaGraphs: [{ metaInfoDef: { tags: [TAG] }, graphDef }] })
    .finish()
}
