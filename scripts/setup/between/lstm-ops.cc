// Two ops of our own beside TensorFlow's, `UnrollLstm` and `UnrollLstmGrad`: a whole window of an LSTM layer forward, and
// back. They are there from the moment the addon is loaded, before anything asks TensorFlow for an op. The arithmetic is in
// `lstm/` and `window/`; here is what TensorFlow has to know of it, and every shape is checked.

#include "ops/add-op.h"
#include "ops/run.h"
#include "window/forms.h"

namespace {

using unroll::columns_of, unroll::numbers, unroll::rows_of, unroll::Run, unroll::Sizes;

void forward(void*, TF_OpKernelContext* context) {
  Run run(context);
  const TF_Tensor* projected = run.input(0);
  const TF_Tensor* bias = run.input(1);
  const TF_Tensor* kernel = run.input(2);
  const TF_Tensor* state = run.input(3);
  const TF_Tensor* cell = run.input(4);
  const int64_t batch = rows_of(state), hidden = columns_of(state), rows = rows_of(projected);
  const Sizes sizes = unroll::sizes_of(rows, batch, hidden);
  run.expect(sizes,
             {{projected, {rows, 4 * hidden}},
              {bias, {4 * hidden}},
              {kernel, {4 * hidden, hidden}},
              {cell, {batch, hidden}}},
             "UnrollLstm wants projections [time step * batch, 4 * hidden], a bias [4 * hidden], a recurrent kernel "
             "[4 * hidden, hidden], and h and c, both [batch, hidden]");
  const auto& lstm = unroll::form_here().lstm;
  float* states = run.states(0, sizes, state);
  float* cells = run.states(1, sizes, cell);
  float* gates = run.output(2, rows, 5 * hidden);
  float* scratch = run.scratch(lstm.scratch(sizes));
  if (!run.fine()) return;
  lstm.forward({sizes, numbers(projected), numbers(bias), numbers(kernel), states, cells, gates}, scratch);
}

void backward(void*, TF_OpKernelContext* context) {
  Run run(context);
  const TF_Tensor* kernel = run.input(0);
  const TF_Tensor* gates = run.input(1);
  const TF_Tensor* cells = run.input(2);
  const TF_Tensor* gradient = run.input(3);
  const int64_t hidden = columns_of(kernel), rows = rows_of(gradient), batch = rows_of(cells) - rows;
  const Sizes sizes = unroll::sizes_of(rows, batch, hidden);
  run.expect(sizes,
             {{kernel, {4 * hidden, hidden}},
              {gates, {rows, 5 * hidden}},
              {cells, {rows + batch, hidden}},
              {gradient, {rows, hidden}}},
             "UnrollLstmGrad wants a recurrent kernel [4 * hidden, hidden], gates [time step * batch, 5 * hidden], all c "
             "[(time step + 1) * batch, hidden] and the gradient by all h [time step * batch, hidden]");
  const auto& lstm = unroll::form_here().lstm;
  float* gate_gradients = run.output(0, rows, 4 * hidden);
  float* scratch = run.scratch(lstm.scratch(sizes));
  if (!run.fine()) return;
  lstm.backward({sizes, numbers(kernel), numbers(gates), numbers(cells), numbers(gradient), gate_gradients}, scratch);
}

[[maybe_unused]] const bool added = [] {
  unroll::add_op("UnrollLstm", {"projected: T", "bias: T", "recurrent_kernel: T", "state: T", "cell: T"},
                 {"states: T", "cells: T", "gates: T"}, forward);
  unroll::add_op("UnrollLstmGrad", {"recurrent_kernel: T", "gates: T", "cells: T", "output_gradient: T"},
                 {"gate_gradients: T"}, backward);
  return true;
}();

}  // namespace
