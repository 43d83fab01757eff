// What the LSTM's kernels compute with; gates are in PyTorch's order i, f, g, o.

#pragma once

#include "../window/sizes.h"

namespace unroll {

/** A window forward. `states` and `cells` begin with what the window starts from, which is already there. */
struct LstmForward {
  static constexpr int kGates = 4;
  Sizes sizes;
  const float* projected;         // x · W_ih^T, [time step · batch, 4 · hidden]
  const float* bias;              // b_ih + b_hh, [4 · hidden]
  const float* recurrent_kernel;  // W_hh, [4 · hidden, hidden]
  float* states;                  // h, [(time step + 1) · batch, hidden]
  float* cells;                   // c, the same
  float* gates;                   // i, f, g, o and tanh c, [time step · batch, 5 · hidden]
};

/** A window backward. Nothing goes back beyond its start: here is where truncated BPTT cuts. */
struct LstmBackward {
  static constexpr int kGates = 4;
  Sizes sizes;
  const float* recurrent_kernel;
  const float* gates;
  const float* cells;
  const float* output_gradient;  // by every h on its own, [time step · batch, hidden]
  float* recurrent_gradients;    // by what i, f, g and o are made of, [time step · batch, 4 · hidden]
};

}  // namespace unroll
