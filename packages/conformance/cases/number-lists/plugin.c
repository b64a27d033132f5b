#include "number_lists.h"
#include <stdlib.h>

/** What came in goes out: the same memory, which post-return then frees. */
#define ECHO(kind) \
  void exports_test_number_lists_echo_##kind(number_lists_list_##kind##_t *values, number_lists_list_##kind##_t *ret) { \
    *ret = *values; \
  }

ECHO(u8)
ECHO(s8)
ECHO(u16)
ECHO(s16)
ECHO(u32)
ECHO(s32)
ECHO(u64)
ECHO(s64)
ECHO(f32)
ECHO(f64)

double exports_test_number_lists_work_sum(number_lists_list_f64_t *values) {
  double sum = 0;
  for (size_t i = 0; i < values->len; i++) sum += values->ptr[i];
  number_lists_list_f64_free(values);
  return sum;
}

void exports_test_number_lists_work_count(uint32_t length, number_lists_list_u16_t *ret) {
  *ret = (number_lists_list_u16_t){malloc(length * sizeof(uint16_t)), length};
  for (uint32_t i = 0; i < length; i++) ret->ptr[i] = i;
}
