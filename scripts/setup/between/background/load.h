// The opening of a session as a task.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "real.h"
#include "task.h"

namespace unroll {

class LoadTask : public Task {
 public:
  LoadTask(const char* folder, const char* const* tags, int tag_count)
      : folder_(folder), tags_(tags, tags + tag_count), graph_(__real_TF_NewGraph()) {}
  ~LoadTask() override {
    if (session_) close_session(session_);
    if (!graph_is_taken_) TF_DeleteGraph(graph_);
  }

  /** The graph that the session is opened on: whoever takes it takes the session as well. */
  TF_Graph* take_graph() {
    graph_is_taken_ = true;
    return graph_;
  }
  TF_Session* take_session() { return std::exchange(session_, nullptr); }

 protected:
  void make(TF_Status* status) override {
    TF_SessionOptions* options = TF_NewSessionOptions();
    TF_Buffer* run_options = TF_NewBufferFromString("", 0);
    TF_Buffer* meta_graph = TF_NewBuffer();
    std::vector<const char*> tags;
    for (const std::string& tag : tags_) tags.push_back(tag.c_str());
    session_ = __real_TF_LoadSessionFromSavedModel(options, run_options, folder_.c_str(), tags.data(),
                                                   static_cast<int>(tags.size()), graph_, meta_graph, status);
    TF_DeleteBuffer(meta_graph);
    TF_DeleteBuffer(run_options);
    TF_DeleteSessionOptions(options);
  }

 private:
  const std::string folder_;
  const std::vector<std::string> tags_;
  TF_Graph* const graph_;
  bool graph_is_taken_ = false;
  TF_Session* session_ = nullptr;
};

}  // namespace unroll
