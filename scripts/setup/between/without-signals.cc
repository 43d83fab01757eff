// Stands between tfjs-node's addon and TensorFlow: the linker gives the addon these functions for TensorFlow's own of the
// same names, which are `__real_…` here.
//
// While a large product is computed, the machine code that oneDNN has made for it takes a buffer on the heap for its
// stack. A signal handler that runs on that thread then writes its frame over whatever lies below that buffer. So no
// signal may reach a thread that is inside of TensorFlow: the calling thread puts them off for the time of the call, and
// TensorFlow's own threads, which are started inside of such calls, inherit that for good. Another thread of the process
// takes the signal meanwhile, so it is still heard at once, or acted on where nobody listens. (Sessions
// are in in-background.cc.)

#include "without-signals.h"

#include "tensorflow/c/eager/c_api.h"

using unroll::WithoutSignals;

extern "C" {

TFE_Context* __real_TFE_NewContext(const TFE_ContextOptions*, TF_Status*);
TFE_Context* __wrap_TFE_NewContext(const TFE_ContextOptions* options, TF_Status* status) {
  WithoutSignals guard;
  return __real_TFE_NewContext(options, status);
}

void __real_TFE_Execute(TFE_Op*, TFE_TensorHandle**, int*, TF_Status*);
void __wrap_TFE_Execute(TFE_Op* op, TFE_TensorHandle** results, int* count, TF_Status* status) {
  WithoutSignals guard;
  __real_TFE_Execute(op, results, count, status);
}

}  // extern "C"
