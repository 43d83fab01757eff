import protobuf from 'protobufjs'

/*
 * The part of ONNX's messages that is needed here, with the field numbers of onnx/onnx.proto (IR version 8). Fields
 * that are never written are left out: a reader takes a missing field for its default. ONNX writes its lists unpacked.
 */
const SCHEMA = `
syntax = "proto3";
package onnx;

message ModelProto {
  int64 ir_version = 1;
  string producer_name = 2;
  string producer_version = 3;
  string doc_string = 6;
  GraphProto graph = 7;
  repeated OperatorSetIdProto opset_import = 8;
  repeated StringStringEntryProto metadata_props = 14;
}
message OperatorSetIdProto {
  string domain = 1;
  int64 version = 2;
}
message StringStringEntryProto {
  string key = 1;
  string value = 2;
}
message GraphProto {
  repeated NodeProto node = 1;
  string name = 2;
  repeated TensorProto initializer = 5;
  repeated ValueInfoProto input = 11;
  repeated ValueInfoProto output = 12;
}
message NodeProto {
  repeated string input = 1;
  repeated string output = 2;
  string name = 3;
  string op_type = 4;
  repeated AttributeProto attribute = 5;
}
message AttributeProto {
  string name = 1;
  int64 i = 3;
  repeated bytes strings = 9;
  int32 type = 20;
}
message TensorProto {
  repeated int64 dims = 1 [packed = false];
  int32 data_type = 2;
  string name = 8;
  bytes raw_data = 9;
}
message ValueInfoProto {
  string name = 1;
  TypeProto type = 2;
  string doc_string = 3;
}
message TypeProto {
  message Tensor {
    int32 elem_type = 1;
    TensorShapeProto shape = 2;
  }
  Tensor tensor_type = 1;
}
message TensorShapeProto {
  message Dimension {
    oneof value {
      int64 dim_value = 1;
      string dim_param = 2;
    }
  }
  repeated Dimension dim = 1;
}
`

const { root } = protobuf.parse(SCHEMA)

/** What a `.onnx` file is. */
export const modelType = root.lookupType('onnx.ModelProto')

/** The numbers of fields, by the message and their name in it, for a reader that goes by them. */
export function fieldNumber(message: string, field: string): number {
  const found = root.lookupType(`onnx.${message}`).fields[field]
  if (!found) throw new Error(`expected a field ${field} of ${message}, but found none`)
  return found.id
}
