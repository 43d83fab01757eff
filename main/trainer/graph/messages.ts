import protobuf from 'protobufjs'

/*
 * The part of TensorFlow's graph messages that a recording needs, written after the field numbers of
 * tensorflow/core/protobuf/{saved_model,meta_graph}.proto and tensorflow/core/framework/{graph,node_def,
 * attr_value,tensor,tensor_shape,versions,types}.proto. Fields that are never written are left out: a reader
 * takes a missing field for its default.
 */
const SCHEMA = `
syntax = "proto3";
package tensorflow;

message SavedModel {
  int64 saved_model_schema_version = 1;
  repeated MetaGraphDef meta_graphs = 2;
}
message MetaGraphDef {
  message MetaInfoDef { repeated string tags = 4; }
  MetaInfoDef meta_info_def = 1;
  GraphDef graph_def = 2;
}
message GraphDef {
  repeated NodeDef node = 1;
  VersionDef versions = 4;
}
message VersionDef { int32 producer = 1; }
message NodeDef {
  string name = 1;
  string op = 2;
  repeated string input = 3;
  map<string, AttrValue> attr = 5;
}
message AttrValue {
  message ListValue {
    repeated int64 i = 3 [packed = true];
    repeated float f = 4 [packed = true];
    repeated bool b = 5 [packed = true];
    repeated int32 type = 6 [packed = true];
  }
  oneof value {
    ListValue list = 1;
    bytes s = 2;
    int64 i = 3;
    float f = 4;
    bool b = 5;
    int32 type = 6;
    TensorShapeProto shape = 7;
    TensorProto tensor = 8;
  }
}
message TensorProto {
  int32 dtype = 1;
  TensorShapeProto tensor_shape = 2;
  bytes tensor_content = 4;
}
message TensorShapeProto {
  message Dim { int64 size = 1; }
  repeated Dim dim = 2;
}
`

export type ShapeMessage = { readonly dim: readonly { readonly size: number }[] }

export type TensorMessage = {
  readonly dtype: number
  readonly tensorShape: ShapeMessage
  /** The numbers as they lie in memory, little-endian, row-major. */
  readonly tensorContent: Uint8Array
}

/** One attribute of a node; exactly one of the fields is there. */
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

/** GraphDef version of the TensorFlow whose op semantics a graph is written in (core/public/version.h). */
const PRODUCER = 1087

/** The tag under which a SavedModel's only graph is found. */
export const TAG = 'unroll'

const savedModel = protobuf.parse(SCHEMA).root.lookupType('tensorflow.SavedModel')

/** A shape as a message. */
export function shapeMessage(shape: readonly number[]): ShapeMessage {
  return { dim: shape.map((size) => ({ size })) }
}

/** The bytes of a `saved_model.pb` with one graph, tagged `TAG`. */
export function encodeSavedModel(nodes: readonly NodeMessage[]): Uint8Array {
  return savedModel
    .encode({
      savedModelSchemaVersion: 1,
      metaGraphs: [
        {
          metaInfoDef: { tags: [TAG] },
          graphDef: { node: nodes, versions: { producer: PRODUCER } },
        },
      ],
    })
    .finish()
}
