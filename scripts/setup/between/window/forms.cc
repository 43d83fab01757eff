// The kernels in a form for each kind of processor, from the same text, and which of them runs here. They are in one
// file so that whoever compiles needs no options a file: each function says itself what it may use.

#include <cstring>

#include "forms.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

#include <cstdlib>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#if defined(__clang__)
#define UNROLLED _Pragma("clang loop unroll(full)")
#else
#define UNROLLED _Pragma("GCC unroll 16")
#endif

/** Part of whoever calls it, so that numbers stay in registers. */
#define SMALL TARGET __attribute__((always_inline)) inline

#if defined(__x86_64__)

// Intel since Skylake-X, AMD since Zen 4: 32 registers of 16 numbers. Eight rows of four columns are some sums more than there
// are registers: that costs less than to fetch the kernel once more for the other four.
namespace unroll::avx512 {
#define TARGET __attribute__((target("avx512f,fma")))
#define ALL(x) _mm512_set1_ps(x)
#define FUSED(a, b, c) _mm512_fmadd_ps(a, b, c)
constexpr int kLanes = 16, kRows = 8;
#include "form.inc"
}  // namespace unroll::avx512

// Intel since Haswell, AMD since Zen: 16 registers of 8 numbers.
namespace unroll::avx2 {
#define TARGET __attribute__((target("avx2,fma")))
#define ALL(x) _mm256_set1_ps(x)
#define FUSED(a, b, c) _mm256_fmadd_ps(a, b, c)
constexpr int kLanes = 8, kRows = 3;
#include "form.inc"
}  // namespace unroll::avx2

#endif

// arm64, where every processor has 32 registers of 4 numbers; and what has none of the above, which rounds products too.
namespace unroll::plain {
#define TARGET
#define ALL(x) (Lanes{x, x, x, x})
#if defined(__aarch64__)
#define FUSED(a, b, c) ((Lanes)vfmaq_f32((float32x4_t)(c), (float32x4_t)(a), (float32x4_t)(b)))
constexpr int kLanes = 4, kRows = 6;
#else
#define FUSED(a, b, c) ((a) * (b) + (c))
constexpr int kLanes = 4, kRows = 2;
#endif
#include "form.inc"
}  // namespace unroll::plain

namespace unroll {
namespace {

#if defined(__x86_64__)

/** Whether processor and system together have registers of a kind (Intel's manual, volume 1, 14.3 and 15.2). */
bool system_saves(unsigned registers) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE)) return false;
  unsigned low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & registers) == registers;
}

const Form& choose() {
  unsigned a, b, c, d, fma = 0;
  if (__get_cpuid(1, &a, &b, &c, &d)) fma = c & bit_FMA;
  // A smaller form than the best, for tests: all but the plain one have the same bits.
  const char* asked = std::getenv("UNROLL_OPS_FORM");
  const auto may = [asked](const char* form) { return !asked || std::strcmp(asked, form) == 0; };
  if (fma && __get_cpuid_count(7, 0, &a, &b, &c, &d)) {
    if (may("avx512") && (b & bit_AVX512F) && system_saves(0xe6)) return avx512::form;
    if (may("avx2") && (b & bit_AVX2) && system_saves(0x6)) return avx2::form;
  }
  return plain::form;
}

#else

const Form& choose() { return plain::form; }

#endif

}  // namespace

const Form& form_here() {
  static const Form& form = choose();
  return form;
}

}  // namespace unroll
