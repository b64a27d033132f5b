#include "failing_host.h"

void exports_failing_host_ask(failing_host_string_t *ret) {
  failing_host_string_t why;
  failing_host_string_set(&why, "no reason");
  test_failing_host_host_fail(&why, ret, ret);
}

void exports_failing_host_hello(failing_host_string_t *ret) { failing_host_string_dup(ret, "hello"); }
