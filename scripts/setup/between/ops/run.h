// What an op is given and gives back in one run, by TensorFlow's C interface, with the shapes that it expects.

#pragma once

#include <cstring>
#include <initializer_list>

#include "../window/sizes.h"
// Leaves out what needs headers beyond the C interface.
#define IS_SLIM_BUILD
#include "tensorflow/c/kernels.h"
#include "tensorflow/c/tf_tensor.h"

namespace unroll {

/** A tensor and the shape that it has to have. */
struct Expected {
  const TF_Tensor* tensor;
  std::initializer_list<int64_t> shape;

  bool fits() const {
    if (!tensor || TF_NumDims(tensor) != static_cast<int>(shape.size())) return false;
    int dimension = 0;
    for (int64_t size : shape) {
      if (TF_Dim(tensor, dimension++) != size) return false;
    }
    return true;
  }
};

inline int64_t rows_of(const TF_Tensor* matrix) { return matrix && TF_NumDims(matrix) == 2 ? TF_Dim(matrix, 0) : 0; }
inline int64_t columns_of(const TF_Tensor* matrix) { return matrix && TF_NumDims(matrix) == 2 ? TF_Dim(matrix, 1) : 0; }

/** Of so many rows [time step · batch]; where they are no whole time steps there are none. */
inline Sizes sizes_of(int64_t rows, int64_t batch, int64_t hidden) {
  return {batch > 0 && rows % batch == 0 ? rows / batch : 0, batch, hidden};
}

inline float* numbers(const TF_Tensor* tensor) { return tensor ? static_cast<float*>(TF_TensorData(tensor)) : nullptr; }

/** The first thing that goes wrong makes the op fail; all after it is nothing. */
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

  /** An input, which has to be there before its shape or its numbers are asked for. */
  const TF_Tensor* input(int index) {
    TF_Tensor* tensor = nullptr;
    if (fine()) TF_GetInput(context_, index, &tensor, status_);
    return hold(tensor);
  }

  /** Fails with a sentence unless there is a time step, a sequence and a unit, and every tensor fits. */
  void expect(const Sizes& sizes, std::initializer_list<Expected> tensors, const char* otherwise) {
    bool fits = sizes.time_steps > 0 && sizes.hidden > 0;
    for (const Expected& expected : tensors) fits = fits && expected.fits();
    if (fine() && !fits) TF_SetStatus(status_, TF_INVALID_ARGUMENT, otherwise);
  }

  float* output(int index, int64_t rows, int64_t columns) {
    const int64_t shape[] = {rows, columns};
    const size_t bytes = rows * columns * sizeof(float);
    TF_Tensor* tensor = fine() ? TF_AllocateOutput(context_, index, TF_FLOAT, shape, 2, bytes, status_) : nullptr;
    return numbers(hold(tensor));
  }

  /** Of a window's states, [(time step + 1) · batch, hidden], which begin with those that it starts from. */
  float* states(int index, const Sizes& sizes, const TF_Tensor* start) {
    const auto [time_steps, batch, hidden] = sizes;
    float* all = output(index, (time_steps + 1) * batch, hidden);
    if (all) std::memcpy(all, numbers(start), batch * hidden * sizeof(float));
    return all;
  }

  float* scratch(int64_t floats) {
    TF_AllocatorAttributes attributes = {TF_ALLOCATOR_ATTRIBUTES_STRUCT_SIZE, 1};
    TF_Tensor* tensor = fine() ? TF_AllocateTemp(context_, TF_FLOAT, &floats, 1, &attributes, status_) : nullptr;
    return numbers(hold(tensor));
  }

 private:
  TF_Tensor* hold(TF_Tensor* tensor) { return tensor ? tensors_[held_++] = tensor : nullptr; }

  TF_OpKernelContext* context_;
  TF_Status* status_;
  TF_Tensor* tensors_[12];
  int held_ = 0;
};

}  // namespace unroll
