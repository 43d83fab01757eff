// What the LSTM's kernels compute with. All matrices are float32 and row-major; rows are [time step · batch], the time
// steps one after another; gates are in PyTorch's order i, f, g, o.

#pragma once

#include <cstdint>

namespace unroll {

struct Sizes {
  int64_t time_steps, batch, hidden;
};

/** A window forward. `states` and `cells` begin with what the window starts from, which is already there. */
struct Forward {
  Sizes sizes;
  const float* projected;         // x · W_ih^T, [time step · batch, 4 · hidden]
  const float* bias;              // b_ih + b_hh, [4 · hidden]
  const float* recurrent_kernel;  // W_hh, [4 · hidden, hidden]
  float* states;                  // h, [(time step + 1) · batch, hidden]
  float* cells;                   // c, the same
  float* gates;                   // i, f, g, o and tanh c, [time step · batch, 5 · hidden]
};

/** A window backward. Nothing goes back beyond its start: here is where truncated BPTT cuts. */
struct Backward {
  Sizes sizes;
  const float* recurrent_kernel;
  const float* gates;
  const float* cells;
  const float* output_gradient;  // by every h on its own, [time step · batch, hidden]
  float* gate_gradients;         // by what i, f, g and o are made of, [time step · batch, 4 · hidden]
};

/** The kernels for one kind of processor: `scratch` tells how many floats a run needs beside its tensors. */
struct Form {
  int64_t (*scratch)(const Sizes&);
  void (*forward)(const Forward&, float* scratch);
  void (*backward)(const Backward&, float* scratch);
};

/** The best form that this processor can run. */
const Form& form_here();

}  // namespace unroll
