// What a plugin in C++ can fail in. Nothing is inlined, so that each function is a frame of its own.
#include "faults_cpp.h"
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <expected>
#include <functional>
#include <vector>

#define FAULT [[gnu::noinline]] static uint32_t

FAULT message(uint32_t apples) {
  std::fprintf(stderr, "%s:%d: cannot share %u apples\n", __FILE__, __LINE__, apples); // fault: message
  std::abort();
}

FAULT errorValue(const std::expected<uint32_t, uint32_t> &apples) {
  return apples.value(); // fault: error-value
}

FAULT failedAssertion(uint32_t apples) {
  assert(apples == 2); // fault: failed-assertion
  return apples;
}

FAULT giveUp() {
  std::abort(); // fault: abort in giveUp
}

FAULT terminated() {
  std::terminate(); // fault: terminate in terminated
}

FAULT indexOutOfBounds(const std::vector<uint32_t> &apples, size_t index) {
  return apples.at(index); // fault: index-out-of-bounds
}

FAULT nothingThere(const std::function<uint32_t()> &apples) {
  return 1 + apples(); // fault: nothing-there
}

FAULT divisionByZero(uint32_t apples, const volatile uint32_t &heirs) {
  return apples / heirs; // fault: division-by-zero
}

FAULT trapInstruction() {
  __builtin_trap(); // fault: trap-instruction
}

// Of anything that is less odd than a division, the compiler makes a loop.
FAULT endlessRecursion(const volatile uint32_t &apples) {
  const volatile uint32_t few[64] = {apples + 1};
  return endlessRecursion(few[0]) / few[0]; // fault: endless-recursion
}

namespace exports::test::faults::guest {
uint32_t Fail(Fault fault) {
  const volatile uint32_t apples = 3, heirs = 0;
  switch (fault) {
    case Fault::kMessage: return message(3);
    case Fault::kErrorValue: return errorValue(std::unexpected(3));
    case Fault::kFailedAssertion: return failedAssertion(3);
    case Fault::kAbort: return giveUp();
    case Fault::kExit: std::exit(3);
    case Fault::kTerminate: return terminated();
    case Fault::kIndexOutOfBounds: return indexOutOfBounds({1, 2}, 3);
    case Fault::kNothingThere: return nothingThere({});
    case Fault::kDivisionByZero: return divisionByZero(apples, heirs);
    case Fault::kTrapInstruction: return trapInstruction();
    case Fault::kEndlessRecursion: return endlessRecursion(apples);
    default: return 0;
  }
}
}  // namespace exports::test::faults::guest
