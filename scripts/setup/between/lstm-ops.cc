// Two ops of our own beside TensorFlow's, `UnrollLstm` and `UnrollLstmGrad`: a whole window of an LSTM layer forward, and
// back. They are there from the moment the addon is loaded, before anything asks TensorFlow for an op. The arithmetic is in
// `lstm/`; here is what TensorFlow has to know of it, and every shape is checked.

#include <cstdio>
#include <cstring>
#include <initializer_list>

#include "lstm/window.h"
// Leaves out what needs headers beyond the C interface.
#define IS_SLIM_BUILD
#include "tensorflow/c/kernels.h"
#include "tensorflow/c/ops.h"
#include "tensorflow/c/tf_tensor.h"

namespace {

/** What an op is given and gives back in one run. The first thing that goes wrong makes the op fail; all after it is nothing. */
class Run {
 public:
  explicit Run(TF_OpKernelContext* context) : context_(context), status_(TF_NewStatus()) {}
  ~Run() {
    if (!fine()) TF_OpKernelContext_Failure(context_, status_);
    for (int i = 0; i < held_; i++) TF_DeleteTensor(tensors_[i]);
    TF_DeleteStatus(status_);
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  bool fine() const { return TF_GetCode(status_) == TF_OK; }
  void fail(const char* why) {
    if (fine()) TF_SetStatus(status_, TF_INVALID_ARGUMENT, why);
  }

  /** An input, which has to be there before its shape or its numbers are asked for. */
  const TF_Tensor* input(int index) {
    TF_Tensor* tensor = nullptr;
    if (fine()) TF_GetInput(context_, index, &tensor, status_);
    return hold(tensor);
  }
  float* output(int index, int64_t rows, int64_t columns) {
    const int64_t shape[] = {rows, columns};
    const size_t bytes = rows * columns * sizeof(float);
    TF_Tensor* tensor = fine() ? TF_AllocateOutput(context_, index, TF_FLOAT, shape, 2, bytes, status_) : nullptr;
    return numbers(hold(tensor));
  }
  float* scratch(int64_t floats) {
    TF_AllocatorAttributes attributes = {TF_ALLOCATOR_ATTRIBUTES_STRUCT_SIZE, 1};
    TF_Tensor* tensor = fine() ? TF_AllocateTemp(context_, TF_FLOAT, &floats, 1, &attributes, status_) : nullptr;
    return numbers(hold(tensor));
  }
  static float* numbers(const TF_Tensor* tensor) {
    return tensor ? static_cast<float*>(TF_TensorData(tensor)) : nullptr;
  }

 private:
  TF_Tensor* hold(TF_Tensor* tensor) { return tensor ? tensors_[held_++] = tensor : nullptr; }

  TF_OpKernelContext* context_;
  TF_Status* status_;
  TF_Tensor* tensors_[12];
  int held_ = 0;
};

/** Whether a tensor has this shape. */
bool is(const TF_Tensor* tensor, std::initializer_list<int64_t> shape) {
  if (!tensor || TF_NumDims(tensor) != static_cast<int>(shape.size())) return false;
  int dimension = 0;
  for (int64_t size : shape) {
    if (TF_Dim(tensor, dimension++) != size) return false;
  }
  return true;
}

int64_t rows_of(const TF_Tensor* matrix) { return matrix && TF_NumDims(matrix) == 2 ? TF_Dim(matrix, 0) : 0; }
int64_t columns_of(const TF_Tensor* matrix) { return matrix && TF_NumDims(matrix) == 2 ? TF_Dim(matrix, 1) : 0; }

/** Rows of so many sequences, as a number of whole time steps; 0 if they are none. */
int64_t time_steps_of(int64_t rows, int64_t batch) { return batch > 0 && rows % batch == 0 ? rows / batch : 0; }

void forward(void*, TF_OpKernelContext* context) {
  Run run(context);
  const TF_Tensor* projected = run.input(0);
  const TF_Tensor* bias = run.input(1);
  const TF_Tensor* kernel = run.input(2);
  const TF_Tensor* state = run.input(3);
  const TF_Tensor* cell = run.input(4);
  const int64_t batch = rows_of(state), hidden = columns_of(state), rows = rows_of(projected);
  const int64_t time_steps = time_steps_of(rows, batch);
  if (time_steps == 0 || hidden == 0 || !is(projected, {rows, 4 * hidden}) || !is(bias, {4 * hidden}) ||
      !is(kernel, {4 * hidden, hidden}) || !is(cell, {batch, hidden}))
    run.fail(
        "UnrollLstm wants projections [time step * batch, 4 * hidden], a bias [4 * hidden], a recurrent kernel "
        "[4 * hidden, hidden], and h and c, both [batch, hidden]");
  const unroll::Form& form = unroll::form_here();
  const unroll::Sizes sizes = {time_steps, batch, hidden};
  float* states = run.output(0, rows + batch, hidden);
  float* cells = run.output(1, rows + batch, hidden);
  float* gates = run.output(2, rows, 5 * hidden);
  float* scratch = run.scratch(form.scratch(sizes));
  if (!run.fine()) return;
  std::memcpy(states, Run::numbers(state), batch * hidden * sizeof(float));
  std::memcpy(cells, Run::numbers(cell), batch * hidden * sizeof(float));
  form.forward({sizes, Run::numbers(projected), Run::numbers(bias), Run::numbers(kernel), states, cells, gates}, scratch);
}

void backward(void*, TF_OpKernelContext* context) {
  Run run(context);
  const TF_Tensor* kernel = run.input(0);
  const TF_Tensor* gates = run.input(1);
  const TF_Tensor* cells = run.input(2);
  const TF_Tensor* gradient = run.input(3);
  const int64_t hidden = columns_of(kernel), rows = rows_of(gradient), batch = rows_of(cells) - rows;
  const int64_t time_steps = time_steps_of(rows, batch);
  if (time_steps == 0 || hidden == 0 || !is(kernel, {4 * hidden, hidden}) || !is(gates, {rows, 5 * hidden}) ||
      !is(cells, {rows + batch, hidden}) || !is(gradient, {rows, hidden}))
    run.fail(
        "UnrollLstmGrad wants a recurrent kernel [4 * hidden, hidden], gates [time step * batch, 5 * hidden], all c "
        "[(time step + 1) * batch, hidden] and the gradient by all h [time step * batch, hidden]");
  const unroll::Form& form = unroll::form_here();
  const unroll::Sizes sizes = {time_steps, batch, hidden};
  float* gate_gradients = run.output(0, rows, 4 * hidden);
  float* scratch = run.scratch(form.scratch(sizes));
  if (!run.fine()) return;
  form.backward({sizes, Run::numbers(kernel), Run::numbers(gates), Run::numbers(cells), Run::numbers(gradient),
                 gate_gradients},
                scratch);
}

/** The shapes of results are left to the run. */
void unknown_shapes(TF_ShapeInferenceContext* context, TF_Status* status) {
  TF_ShapeInferenceContextSetUnknownShape(context, status);
}

void add(const char* name, std::initializer_list<const char*> inputs, std::initializer_list<const char*> outputs,
         void (*compute)(void*, TF_OpKernelContext*)) {
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

[[maybe_unused]] const bool added = [] {
  add("UnrollLstm", {"projected: T", "bias: T", "recurrent_kernel: T", "state: T", "cell: T"},
      {"states: T", "cells: T", "gates: T"}, forward);
  add("UnrollLstmGrad", {"recurrent_kernel: T", "gates: T", "cells: T", "output_gradient: T"}, {"gate_gradients: T"},
      backward);
  return true;
}();

}  // namespace
