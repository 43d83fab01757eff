// Tells TensorFlow of an op of our own, by its C interface.

#pragma once

#include <cstdio>
#include <initializer_list>

#define IS_SLIM_BUILD
#include "tensorflow/c/kernels.h"
#include "tensorflow/c/ops.h"

namespace unroll {

/** The shapes of results are left to the run. */
inline void unknown_shapes(TF_ShapeInferenceContext* context, TF_Status* status) {
  TF_ShapeInferenceContextSetUnknownShape(context, status);
}

inline void add_op(const char* name, std::initializer_list<const char*> inputs,
                   std::initializer_list<const char*> outputs, void (*compute)(void*, TF_OpKernelContext*)) {
  TF_Status* status = TF_NewStatus();
  TF_OpDefinitionBuilder* op = TF_NewOpDefinitionBuilder(name);
  // As most of TensorFlow's ops have it; there are no others than float32.
  TF_OpDefinitionBuilderAddAttr(op, "T: {float}");
  for (const char* input : inputs) TF_OpDefinitionBuilderAddInput(op, input);
  for (const char* output : outputs) TF_OpDefinitionBuilderAddOutput(op, output);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(op, unknown_shapes);
  TF_RegisterOpDefinition(op, status);
  if (TF_GetCode(status) == TF_OK)
    TF_RegisterKernelBuilder(name, TF_NewKernelBuilder(name, "CPU", nullptr, compute, nullptr), status);
  // Whoever asks for the op hears that it is not registered; this is why.
  if (TF_GetCode(status) != TF_OK) std::fprintf(stderr, "%s could not be registered: %s\n", name, TF_Message(status));
  TF_DeleteStatus(status);
}

}  // namespace unroll
