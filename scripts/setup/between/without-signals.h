// For the time of a call into TensorFlow no signal reaches the thread that makes it; see without-signals.cc.

#pragma once

#ifndef _WIN32
#include <pthread.h>
#include <signal.h>

#include <initializer_list>
#endif

namespace unroll {

#ifdef _WIN32

/** Windows has no signals that interrupt a thread. */
struct WithoutSignals {
  WithoutSignals() {}
};

#else

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

#endif

}  // namespace unroll
