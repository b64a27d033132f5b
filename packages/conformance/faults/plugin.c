// What a plugin in C can fail in. Nothing is inlined, so that each function is a frame of its own.
#include "faults.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#define fault [[gnu::noinline]] static uint32_t

static uint32_t (*volatile missing)(void) = nullptr;

fault message(uint32_t apples) {
  fprintf(stderr, "%s:%d: cannot share %u apples\n", __FILE__, __LINE__, apples); // fault: message
  abort();
}

fault failed_assertion(uint32_t apples) {
  assert(apples == 2); // fault: failed-assertion
  return apples;
}

fault give_up(void) {
  abort(); // fault: abort in give_up
}

fault no_function(void) {
  return 1 + missing(); // fault: no-function
}

fault division_by_zero(uint32_t apples, volatile uint32_t heirs) {
  return apples / heirs; // fault: division-by-zero
}

fault trap_instruction(void) {
  __builtin_trap(); // fault: trap-instruction
}

// Of anything that is less odd than a division, the compiler makes a loop.
fault endless_recursion(const volatile uint32_t *apples) {
  const volatile uint32_t few[64] = {*apples + 1};
  return endless_recursion(few) / few[0]; // fault: endless-recursion
}

uint32_t exports_test_faults_guest_fail(exports_test_faults_guest_fault_t kind) {
  const uint32_t apples = 3;
  switch (kind) {
    case EXPORTS_TEST_FAULTS_GUEST_FAULT_MESSAGE: return message(apples);
    case EXPORTS_TEST_FAULTS_GUEST_FAULT_FAILED_ASSERTION: return failed_assertion(apples);
    case EXPORTS_TEST_FAULTS_GUEST_FAULT_ABORT: return give_up();
    case EXPORTS_TEST_FAULTS_GUEST_FAULT_EXIT: exit(3);
    case EXPORTS_TEST_FAULTS_GUEST_FAULT_NO_FUNCTION: return no_function();
    case EXPORTS_TEST_FAULTS_GUEST_FAULT_DIVISION_BY_ZERO: return division_by_zero(apples, 0);
    case EXPORTS_TEST_FAULTS_GUEST_FAULT_TRAP_INSTRUCTION: return trap_instruction();
    case EXPORTS_TEST_FAULTS_GUEST_FAULT_ENDLESS_RECURSION: return endless_recursion(&apples);
    default: return 0;
  }
}
