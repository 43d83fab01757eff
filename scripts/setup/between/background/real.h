// TensorFlow's own functions of those that ours take the place of.

#pragma once

#include "tensorflow/c/c_api.h"

extern "C" {

TF_Graph* __real_TF_NewGraph();
TF_Session* __real_TF_LoadSessionFromSavedModel(const TF_SessionOptions*, const TF_Buffer*, const char*,
                                                const char* const*, int, TF_Graph*, TF_Buffer*, TF_Status*);
void __real_TF_SessionRun(TF_Session*, const TF_Buffer*, const TF_Output*, TF_Tensor* const*, int, const TF_Output*,
                          TF_Tensor**, int, const TF_Operation* const*, int, TF_Buffer*, TF_Status*);
void __real_TF_DeleteSession(TF_Session*, TF_Status*);

}  // extern "C"

namespace unroll {

inline void close_session(TF_Session* session) {
  TF_Status* ignored = TF_NewStatus();
  __real_TF_DeleteSession(session, ignored);
  TF_DeleteStatus(ignored);
}

}  // namespace unroll
