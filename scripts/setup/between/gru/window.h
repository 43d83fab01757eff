// What the GRU's kernels compute with; gates are in PyTorch's order r, z, n.

#pragma once

#include "../window/sizes.h"

namespace unroll {

/** A window forward. `states` begins with what the window starts from, which is already there. */
struct GruForward {
  static constexpr int kGates = 3;
  Sizes sizes;
  const float* projected;         // x · W_ih^T, [time step · batch, 3 · hidden]
  const float* bias;              // b_ir + b_hr, b_iz + b_hz, b_hn and b_in, [4 · hidden]
  const float* recurrent_kernel;  // W_hh, [3 · hidden, hidden]
  float* states;                  // h, [(time step + 1) · batch, hidden]
  float* gates;                   // r, z, W_hn h + b_hn and n, [time step · batch, 4 · hidden]
};

/** A window backward. Nothing goes back beyond its start: here is where truncated BPTT cuts. */
struct GruBackward {
  static constexpr int kGates = 3;
  Sizes sizes;
  const float* recurrent_kernel;
  const float* gates;
  const float* states;
  const float* output_gradient;  // by every h on its own, [time step · batch, hidden]
  float* projected_gradients;    // by x · W_ih^T, [time step · batch, 3 · hidden]
  float* recurrent_gradients;    // by h · W_hh^T, the same
};

}  // namespace unroll
