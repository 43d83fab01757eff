// What every window has. All matrices are float32 and row-major; rows are [time step · batch], the time steps one after
// another, and of states there are as many more as the window starts from.

#pragma once

#include <cstdint>

namespace unroll {

struct Sizes {
  int64_t time_steps, batch, hidden;
};

}  // namespace unroll
