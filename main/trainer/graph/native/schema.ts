import protobuf from 'protobufjs'

/*
 * The part of TensorFlow's graph messages that is needed here, with the field numbers of
 * tensorflow/core/protobuf/{saved_model,meta_graph,config,rewriter_config}.proto and tensorflow/core/framework/
 * {graph,function,op_def,node_def,attr_value,tensor,tensor_shape,versions}.proto. Fields that are never written are
 * left out: a reader takes a missing field for its default. A function in a library is the bytes of a FunctionDef, which
 * is the same on the wire: one of thousands of nodes is written in pieces.
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
  FunctionDefLibrary library = 2;
  VersionDef versions = 4;
}
message VersionDef { int32 producer = 1; }
message FunctionDefLibrary { repeated bytes function = 1; }
message FunctionDef {
  OpDef signature = 1;
  repeated NodeDef node_def = 3;
  map<string, string> ret = 4;
  map<string, AttrValue> attr = 5;
}
message OpDef {
  message ArgDef {
    string name = 1;
    int32 type = 3;
  }
  string name = 1;
  repeated ArgDef input_arg = 2;
  repeated ArgDef output_arg = 3;
}
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

const { root } = protobuf.parse(SCHEMA)

/** `saved_model.pb`. */
export const savedModelType = root.lookupType('tensorflow.SavedModel')

/** A function of its library. */
export const functionType = root.lookupType('tensorflow.FunctionDef')
