// Something long that a thread of its own does.

#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "../without-signals.h"
#include "tensorflow/c/c_api.h"

namespace unroll {

class Task {
 public:
  virtual ~Task() = default;

  bool is_done() {
    std::lock_guard<std::mutex> lock(mutex_);
    return done_;
  }

  /** Waits until it is done. What came of it is in `status`. */
  void wait(TF_Status* status) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return done_; });
    TF_SetStatus(status, TF_GetCode(status_.get()), TF_Message(status_.get()));
  }

  /** Throws std::system_error if there is no thread for it. Whoever holds it last, this thread or another, gives it back. */
  static void begin(std::shared_ptr<Task> task) {
    // As calls into TensorFlow have it: a thread has the signals of the thread that makes it.
    WithoutSignals guard;
    std::thread([task = std::move(task)] {
      task->make(task->status_.get());
      std::lock_guard<std::mutex> lock(task->mutex_);
      task->done_ = true;
      task->changed_.notify_all();
    }).detach();
  }

 protected:
  virtual void make(TF_Status* status) = 0;
  std::mutex mutex_;
  bool done_ = false;

 private:
  std::condition_variable changed_;
  const std::unique_ptr<TF_Status, decltype(&TF_DeleteStatus)> status_{TF_NewStatus(), TF_DeleteStatus};
};

}  // namespace unroll
