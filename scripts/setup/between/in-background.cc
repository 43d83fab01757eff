// Stands between tfjs-node's addon and TensorFlow, as `without-signals.cc` does, and adds three functions to the addon.
//
// To open a session and to run it hold up the thread that does it, and that is the one which hears whoever asks for a pause. So one of
// these at a time can be done by a thread of its own: after `setCalls(kBegin)` such a call only begins it, and what it gives is
// nothing; `isBegunDone()` says when it is done; after
// `setCalls(kTake)` the same call gives what has come of it. `setCalls(kDrop)` leaves it to itself, as it is not wanted any more;
// until it has come to its end `mayBegin()` says no.

#define NAPI_VERSION 8
#include <node_api.h>

#include <exception>

#include "background/load.h"
#include "background/run.h"

extern "C" napi_status __real_napi_define_properties(napi_env, napi_value, size_t, const napi_property_descriptor*);

namespace {

using unroll::LoadTask, unroll::RunTask, unroll::Task;

enum Calls { kMake, kBegin, kTake, kDrop };

/** Of the thread that JavaScript runs on: what calls do, and what was begun. */
thread_local Calls calls = kMake;
thread_local std::shared_ptr<Task> begun;
/** What was dropped goes on, and its session is closed no sooner than it ends. */
thread_local std::vector<std::weak_ptr<Task>> dropped;

/** What was dropped and is not done yet. */
bool goes_on() {
  for (size_t i = dropped.size(); i-- > 0;) {
    if (dropped[i].expired()) dropped.erase(dropped.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return !dropped.empty();
}

bool begin(std::shared_ptr<Task> task, TF_Status* status) {
  if (TF_GetCode(status) != TF_OK) return false;
  // More than two runs at a time, one here and one elsewhere, would wait for each other's threads (folded.ts).
  if (begun || goes_on()) {
    TF_SetStatus(status, TF_FAILED_PRECONDITION, "another call is under way");
    return false;
  }
  try {
    Task::begin(task);
  } catch (const std::exception& error) {
    TF_SetStatus(status, TF_RESOURCE_EXHAUSTED, error.what());
    return false;
  }
  begun = std::move(task);
  return true;
}

/** What was begun, if it is of this kind; waits until it is done. */
template <class Kind>
std::shared_ptr<Kind> taken(TF_Status* status) {
  std::shared_ptr<Kind> task = std::dynamic_pointer_cast<Kind>(begun);
  if (!task) {
    TF_SetStatus(status, TF_FAILED_PRECONDITION, "no such call is under way");
    return nullptr;
  }
  begun.reset();
  task->wait(status);
  return task;
}

/** Every run of a session that is under way. */
template <class Action>
void for_each_run(Action action) {
  const auto look = [&action](const std::shared_ptr<Task>& task) {
    const auto run = std::dynamic_pointer_cast<RunTask>(task);
    if (run) action(*run);
  };
  look(begun);
  for (const auto& each : dropped) look(each.lock());
}

void drop() {
  if (!begun) return;
  dropped.push_back(begun);
  begun.reset();
}

/** At the end of a process, whose parts TensorFlow takes down: not while another thread still works with them. */
void wait_for_all(void*) {
  TF_Status* status = TF_NewStatus();
  drop();
  for (const auto& each : dropped) {
    const auto task = each.lock();
    if (task) task->wait(status);
  }
  TF_DeleteStatus(status);
}

napi_value set_calls(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  int32_t to = -1;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  if (count < 1 || napi_get_value_int32(env, argument, &to) != napi_ok || to < kMake || to > kDrop) {
    napi_throw_error(env, nullptr, "setCalls wants 0 to 3");
    return nullptr;
  }
  if (to == kDrop) drop();
  calls = to == kDrop ? kMake : static_cast<Calls>(to);
  return nullptr;
}

napi_value may_begin(napi_env env, napi_callback_info) {
  napi_value result = nullptr;
  napi_get_boolean(env, !begun && !goes_on(), &result);
  return result;
}

napi_value is_begun_done(napi_env env, napi_callback_info) {
  napi_value result = nullptr;
  napi_get_boolean(env, begun && begun->is_done(), &result);
  return result;
}

}  // namespace

extern "C" {

TF_Graph* __wrap_TF_NewGraph() {
  // The addon makes a graph first, and opens the session on it then.
  if (calls == kTake) {
    const auto load = std::dynamic_pointer_cast<LoadTask>(begun);
    if (load) return load->take_graph();
  }
  unroll::WithoutSignals guard;
  return __real_TF_NewGraph();
}

TF_Session* __wrap_TF_LoadSessionFromSavedModel(const TF_SessionOptions* options, const TF_Buffer* run_options,
                                                const char* folder, const char* const* tags, int tag_count,
                                                TF_Graph* graph, TF_Buffer* meta_graph, TF_Status* status) {
  if (calls == kBegin) {
    begin(std::make_shared<LoadTask>(folder, tags, tag_count), status);
    return nullptr;
  }
  if (calls == kTake) {
    const auto load = taken<LoadTask>(status);
    return load ? load->take_session() : nullptr;
  }
  unroll::WithoutSignals guard;
  return __real_TF_LoadSessionFromSavedModel(options, run_options, folder, tags, tag_count, graph, meta_graph, status);
}

void __wrap_TF_SessionRun(TF_Session* session, const TF_Buffer* options, const TF_Output* inputs,
                          TF_Tensor* const* input_values, int input_count, const TF_Output* outputs,
                          TF_Tensor** output_values, int output_count, const TF_Operation* const* targets,
                          int target_count, TF_Buffer* metadata, TF_Status* status) {
  if (calls == kBegin) {
    auto run = std::make_shared<RunTask>(session, inputs, input_values, input_count, outputs, output_count, status);
    const bool is_begun = begin(std::move(run), status);
    for (int i = 0; is_begun && i < output_count; i++) {
      output_values[i] = TF_AllocateTensor(TF_FLOAT, nullptr, 0, sizeof(float));
      *static_cast<float*>(TF_TensorData(output_values[i])) = 0.0f;
    }
  } else if (calls == kTake) {
    const auto run = taken<RunTask>(status);
    if (run) run->take(output_values, output_count);
  } else {
    unroll::WithoutSignals guard;
    __real_TF_SessionRun(session, options, inputs, input_values, input_count, outputs, output_values, output_count,
                         targets, target_count, metadata, status);
  }
  // The addon gives back what it has handed over only where all went well.
  if (TF_GetCode(status) == TF_OK) return;
  for (int i = 0; i < input_count; i++) TF_DeleteTensor(input_values[i]);
}

/** There is no session yet where its opening was only begun. One that is run now is closed when the last run of it ends. */
void __wrap_TF_DeleteSession(TF_Session* session, TF_Status*) {
  if (!session) return;
  const std::shared_ptr<TF_Session> closing(session, unroll::close_session);
  for_each_run([&closing](RunTask& run) { run.keep(closing); });
}

/** The addon defines its functions in one call, and its numbers in one each; ours come with the functions. */
napi_status __wrap_napi_define_properties(napi_env env, napi_value object, size_t count,
                                          const napi_property_descriptor* properties) {
  const napi_status status = __real_napi_define_properties(env, object, count, properties);
  if (status != napi_ok || count == 1) return status;
  napi_add_env_cleanup_hook(env, wait_for_all, nullptr);
  const napi_property_descriptor ours[] = {
      {"setCalls", nullptr, set_calls, nullptr, nullptr, nullptr, napi_default, nullptr},
      {"mayBegin", nullptr, may_begin, nullptr, nullptr, nullptr, napi_default, nullptr},
      {"isBegunDone", nullptr, is_begun_done, nullptr, nullptr, nullptr, napi_default, nullptr},
  };
  return __real_napi_define_properties(env, object, sizeof(ours) / sizeof(*ours), ours);
}

}  // extern "C"
