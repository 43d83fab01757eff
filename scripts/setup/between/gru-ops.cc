// Two ops of our own beside TensorFlow's, `UnrollGru` and `UnrollGruGrad`: a whole window of a GRU layer forward, and back,
// in the same way as those of the LSTM. The arithmetic is in `gru/` and `window/`.

#include "ops/add-op.h"
#include "ops/run.h"
#include "window/forms.h"

namespace {

using unroll::columns_of, unroll::numbers, unroll::rows_of, unroll::Run, unroll::Sizes;

/** As `GruForward` has it: of the candidate the two biases stay apart, as r is between them. */
void add_biases(const float* bias, const float* recurrent, int64_t hidden, float* parts) {
  for (int64_t i = 0; i < 2 * hidden; i++) parts[i] = bias[i] + recurrent[i];
  std::memcpy(parts + 2 * hidden, recurrent + 2 * hidden, hidden * sizeof(float));
  std::memcpy(parts + 3 * hidden, bias + 2 * hidden, hidden * sizeof(float));
}

void forward(void*, TF_OpKernelContext* context) {
  Run run(context);
  const TF_Tensor* projected = run.input(0);
  const TF_Tensor* bias = run.input(1);
  const TF_Tensor* kernel = run.input(2);
  const TF_Tensor* recurrent_bias = run.input(3);
  const TF_Tensor* state = run.input(4);
  const int64_t batch = rows_of(state), hidden = columns_of(state), rows = rows_of(projected);
  const Sizes sizes = unroll::sizes_of(rows, batch, hidden);
  run.expect(sizes,
             {{projected, {rows, 3 * hidden}},
              {bias, {3 * hidden}},
              {kernel, {3 * hidden, hidden}},
              {recurrent_bias, {3 * hidden}}},
             "UnrollGru wants projections [time step * batch, 3 * hidden], a bias [3 * hidden], a recurrent kernel "
             "[3 * hidden, hidden], a recurrent bias [3 * hidden] and h [batch, hidden]");
  const auto& gru = unroll::form_here().gru;
  float* states = run.states(0, sizes, state);
  float* gates = run.output(1, rows, 4 * hidden);
  float* biases = run.scratch(4 * hidden);
  float* scratch = run.scratch(gru.scratch(sizes));
  if (!run.fine()) return;
  add_biases(numbers(bias), numbers(recurrent_bias), hidden, biases);
  gru.forward({sizes, numbers(projected), biases, numbers(kernel), states, gates}, scratch);
}

void backward(void*, TF_OpKernelContext* context) {
  Run run(context);
  const TF_Tensor* kernel = run.input(0);
  const TF_Tensor* gates = run.input(1);
  const TF_Tensor* states = run.input(2);
  const TF_Tensor* gradient = run.input(3);
  const int64_t hidden = columns_of(kernel), rows = rows_of(gradient), batch = rows_of(states) - rows;
  const Sizes sizes = unroll::sizes_of(rows, batch, hidden);
  run.expect(sizes,
             {{kernel, {3 * hidden, hidden}},
              {gates, {rows, 4 * hidden}},
              {states, {rows + batch, hidden}},
              {gradient, {rows, hidden}}},
             "UnrollGruGrad wants a recurrent kernel [3 * hidden, hidden], gates [time step * batch, 4 * hidden], all h "
             "[(time step + 1) * batch, hidden] and the gradient by all h but the first [time step * batch, hidden]");
  const auto& gru = unroll::form_here().gru;
  float* projected_gradients = run.output(0, rows, 3 * hidden);
  float* recurrent_gradients = run.output(1, rows, 3 * hidden);
  float* scratch = run.scratch(gru.scratch(sizes));
  if (!run.fine()) return;
  gru.backward({sizes, numbers(kernel), numbers(gates), numbers(states), numbers(gradient), projected_gradients,
                recurrent_gradients},
               scratch);
}

[[maybe_unused]] const bool added = [] {
  unroll::add_op("UnrollGru", {"projected: T", "bias: T", "recurrent_kernel: T", "recurrent_bias: T", "state: T"},
                 {"states: T", "gates: T"}, forward);
  unroll::add_op("UnrollGruGrad", {"recurrent_kernel: T", "gates: T", "states: T", "output_gradient: T"},
                 {"projected_gradients: T", "recurrent_gradients: T"}, backward);
  return true;
}();

}  // namespace
