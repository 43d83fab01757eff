// Stands between tfjs-node's addon and TensorFlow, as `without-signals.cc` does.
//
// The addon lets a tensor use the memory of a JavaScript array, wherever that lies at a multiple of 64 bytes, and gives
// the array back to V8 when TensorFlow lets go of the tensor: on whatever thread that is. At the end of a session's run
// it may be one of TensorFlow's, which still holds the arguments while the JavaScript thread goes on and disposes of
// them. Node's references belong to the JavaScript thread alone, so both then write to the same lists, and the heap is
// damaged. Hence every tensor has memory of its own, as most have anyway, and the array is given back at once.

#include <cstring>

#include "tensorflow/c/tf_tensor.h"

extern "C" TF_Tensor* __wrap_TF_NewTensor(TF_DataType type, const int64_t* shape, int dimensions, void* data,
                                          size_t bytes, void (*give_back)(void*, size_t, void*), void* array) {
  TF_Tensor* tensor = TF_AllocateTensor(type, shape, dimensions, bytes);
  if (bytes > 0) std::memcpy(TF_TensorData(tensor), data, bytes);
  give_back(data, bytes, array);
  return tensor;
}
