// Stands between tfjs-node's addon and TensorFlow: the linker gives the addon these functions for TensorFlow's own of the
// same names, which are `__real_…` here.
//
// While a large product is computed, the machine code that oneDNN has made for it takes a buffer on the heap for its
// stack. A signal handler that runs on that thread then writes its frame over whatever lies below that buffer. So no
// signal may reach a thread that is inside of TensorFlow: the calling thread puts them off for the time of the call, and
// TensorFlow's own threads, which are started inside of such calls, inherit that for good. Another thread of the process
// takes the signal meanwhile, so it is still heard at once, or acted on where nobody listens.

#include <pthread.h>
#include <signal.h>

#include <initializer_list>

#include "tensorflow/c/c_api.h"
#include "tensorflow/c/eager/c_api.h"

namespace {

class WithoutSignals {
 public:
  WithoutSignals() {
    sigset_t all;
    sigfillset(&all);
    // A fault of this very thread cannot wait.
    for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS}) sigdelset(&all, fault);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
  }
  ~WithoutSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  WithoutSignals(const WithoutSignals&) = delete;
  WithoutSignals& operator=(const WithoutSignals&) = delete;

 private:
  sigset_t before_;
};

}  // namespace

extern "C" {

TFE_Context* __real_TFE_NewContext(const TFE_ContextOptions*, TF_Status*);
TFE_Context* __wrap_TFE_NewContext(const TFE_ContextOptions* options, TF_Status* status) {
  WithoutSignals guard;
  return __real_TFE_NewContext(options, status);
}

TF_Graph* __real_TF_NewGraph();
TF_Graph* __wrap_TF_NewGraph() {
  WithoutSignals guard;
  return __real_TF_NewGraph();
}

void __real_TFE_Execute(TFE_Op*, TFE_TensorHandle**, int*, TF_Status*);
void __wrap_TFE_Execute(TFE_Op* op, TFE_TensorHandle** results, int* count, TF_Status* status) {
  WithoutSignals guard;
  __real_TFE_Execute(op, results, count, status);
}

TF_Session* __real_TF_LoadSessionFromSavedModel(const TF_SessionOptions*, const TF_Buffer*, const char*,
                                                const char* const*, int, TF_Graph*, TF_Buffer*, TF_Status*);
TF_Session* __wrap_TF_LoadSessionFromSavedModel(const TF_SessionOptions* options, const TF_Buffer* run_options,
                                                const char* folder, const char* const* tags, int tag_count,
                                                TF_Graph* graph, TF_Buffer* meta_graph, TF_Status* status) {
  WithoutSignals guard;
  return __real_TF_LoadSessionFromSavedModel(options, run_options, folder, tags, tag_count, graph, meta_graph, status);
}

void __real_TF_SessionRun(TF_Session*, const TF_Buffer*, const TF_Output*, TF_Tensor* const*, int, const TF_Output*,
                          TF_Tensor**, int, const TF_Operation* const*, int, TF_Buffer*, TF_Status*);
void __wrap_TF_SessionRun(TF_Session* session, const TF_Buffer* options, const TF_Output* inputs,
                          TF_Tensor* const* input_values, int input_count, const TF_Output* outputs,
                          TF_Tensor** output_values, int output_count, const TF_Operation* const* targets,
                          int target_count, TF_Buffer* metadata, TF_Status* status) {
  WithoutSignals guard;
  __real_TF_SessionRun(session, options, inputs, input_values, input_count, outputs, output_values, output_count,
                       targets, target_count, metadata, status);
}

}  // extern "C"
