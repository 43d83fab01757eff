// The kernels of both gated cells, as the ops call them.

#pragma once

#include "../gru/window.h"
#include "../lstm/window.h"

namespace unroll {

/** One cell's: `scratch` tells how many floats a run needs beside its tensors. */
template <class Forward, class Backward>
struct Kernels {
  int64_t (*scratch)(const Sizes&);
  void (*forward)(const Forward&, float* scratch);
  void (*backward)(const Backward&, float* scratch);
};

/** All of them for one kind of processor. */
struct Form {
  Kernels<LstmForward, LstmBackward> lstm;
  Kernels<GruForward, GruBackward> gru;
};

/** The best form that this processor can run. */
const Form& form_here();

}  // namespace unroll
