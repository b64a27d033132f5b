#include "versions.h"
#include <stdlib.h>
#include <string.h>

static void append(versions_string_t *to, const void *text, size_t length) {
  to->ptr = realloc(to->ptr, to->len + length);
  memcpy(to->ptr + to->len, text, length);
  to->len += length;
}

void exports_test_greeter_0_1_0_greet_hello(versions_string_t *name, versions_string_t *ret) {
  uint32_t hours = test_clock_1_2_0_now_hours();
  char digits[] = {'0' + hours / 10, '0' + hours % 10};
  *ret = (versions_string_t){};
  append(ret, "hello ", 6);
  append(ret, name->ptr, name->len);
  append(ret, " at ", 4);
  append(ret, digits, 2);
  versions_string_free(name);
}

void exports_test_greeter_0_2_3_greet_hello(versions_list_string_t *names, versions_string_t *ret) {
  versions_string_t hours;
  test_clock_2_0_0_now_hours(&hours);
  *ret = (versions_string_t){};
  append(ret, "hello ", 6);
  for (size_t i = 0; i < names->len; i++) {
    if (i > 0) append(ret, " and ", 5);
    append(ret, names->ptr[i].ptr, names->ptr[i].len);
  }
  append(ret, " at ", 4);
  append(ret, hours.ptr, hours.len);
  versions_string_free(&hours);
  versions_list_string_free(names);
}
