#include "lists.h"

/** What came in goes out: the same memory, which post-return then frees. */
#define ECHO(name, kind) \
  void exports_test_lists_echo_##name(lists_list_##kind##_t *values, lists_list_##kind##_t *ret) { *ret = *values; }

ECHO(bools, bool)
ECHO(chars, char32)
ECHO(strings, string)
ECHO(nested, list_list_string)
ECHO(bytes, list_u8)
ECHO(pairs, tuple3_u8_string_f64)

void exports_test_lists_work_reverse(lists_list_string_t *values, lists_list_string_t *ret) {
  for (size_t i = 0; i < values->len / 2; i++) {
    lists_string_t *a = &values->ptr[i], *b = &values->ptr[values->len - 1 - i], swapped = *a;
    *a = *b;
    *b = swapped;
  }
  *ret = *values;
}

void exports_test_lists_work_measure(lists_list_string_t *values, lists_tuple2_u32_u32_t *ret) {
  *ret = (lists_tuple2_u32_u32_t){values->len, 0};
  for (size_t i = 0; i < values->len; i++) ret->f1 += values->ptr[i].len;
  lists_list_string_free(values);
}
