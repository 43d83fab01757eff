// The run of a session as a task.

#pragma once

#include <utility>
#include <vector>

#include "real.h"
#include "task.h"

namespace unroll {

class RunTask : public Task {
 public:
  /** The tensors may be given back at once. */
  RunTask(TF_Session* session, const TF_Output* inputs, TF_Tensor* const* values, int input_count,
          const TF_Output* outputs, int output_count, TF_Status* status)
      : session_(session), inputs_(inputs, inputs + input_count), outputs_(outputs, outputs + output_count),
        results_(output_count, nullptr) {
    for (int i = 0; i < input_count && TF_GetCode(status) == TF_OK; i++) values_.push_back(shared(values[i], status));
  }
  ~RunTask() override {
    give_back(values_);
    give_back(results_);
  }

  /** Hands its results over. */
  void take(TF_Tensor** results, int count) {
    for (int i = 0; i < count && i < static_cast<int>(results_.size()); i++) std::swap(results[i], results_[i]);
  }

  /** Keeps a session that is to be closed for as long as it is under way with it. */
  void keep(const std::shared_ptr<TF_Session>& session) {
    std::lock_guard<std::mutex> lock(mutex_);
    if (session.get() == session_ && !done_) kept_ = session;
  }

 protected:
  void make(TF_Status* status) override {
    __real_TF_SessionRun(session_, nullptr, inputs_.data(), values_.data(), static_cast<int>(inputs_.size()),
                         outputs_.data(), results_.data(), static_cast<int>(outputs_.size()), nullptr, 0, nullptr,
                         status);
    give_back(values_);
  }

 private:
  /** Another tensor with the same numbers, which are not copied and stay as long as one of both does. */
  static TF_Tensor* shared(TF_Tensor* tensor, TF_Status* status) {
    const TF_DataType type = TF_TensorType(tensor);
    std::vector<int64_t> shape(TF_NumDims(tensor));
    for (size_t i = 0; i < shape.size(); i++) shape[i] = TF_Dim(tensor, static_cast<int>(i));
    TF_Tensor* other = TF_AllocateTensor(type, nullptr, 0, TF_DataTypeSize(type));
    TF_TensorBitcastFrom(tensor, type, other, shape.data(), static_cast<int>(shape.size()), status);
    return other;
  }

  static void give_back(std::vector<TF_Tensor*>& tensors) {
    for (TF_Tensor* tensor : tensors) {
      if (tensor) TF_DeleteTensor(tensor);
    }
    tensors.clear();
  }

  TF_Session* const session_;
  const std::vector<TF_Output> inputs_, outputs_;
  std::vector<TF_Tensor*> values_, results_;
  std::shared_ptr<TF_Session> kept_;
};

}  // namespace unroll
